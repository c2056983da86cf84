#include "app/setup/shownaddress.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr QChar hiddenPart = u'•';

/// rocketchat-wire.md 5.3, twilio.md 6.3
bool isOpenParameter(QStringView name)
{
    static const QStringList open{u"department"_s, u"ct"_s, u"rt"_s, u"tt"_s, u"rc"_s, u"rp"_s, u"e"_s};
    return open.contains(name);
}

QString withoutUser(const QString &place)
{
    const qsizetype slashes = place.indexOf("//"_L1);
    const qsizetype begin = slashes < 0 ? 0 : slashes + 2;
    const qsizetype slash = place.indexOf(u'/', begin);
    const qsizetype end = slash < 0 ? place.size() : slash;
    const qsizetype at = QStringView(place).first(end).lastIndexOf(u'@');
    return at < begin ? place : place.first(begin) + hiddenPart + place.sliced(at);
}

/// "f3b9c1d2-…", "T00000000B00000000": what is made of words, short numbers and versions is no such.
bool isLikeASecret(const QString &part)
{
    static const QRegularExpression sid(u"^[A-Z]{2}[0-9a-f]{32}$"_s);
    static const QRegularExpression words(
        u"^(?:(?:[A-Za-z]?[a-z]{0,18}(?:[A-Z][a-z]{2,18})*|[A-Z]{1,12}|v?[0-9]{1,6})(?:[-_.~+:@,]+|$))+$"_s);
    constexpr qsizetype shortest = 16;
    return part.size() >= shortest && !sid.match(part).hasMatch() && !words.match(part).hasMatch();
}

QString shownPath(const QString &place)
{
    const qsizetype slashes = place.indexOf("//"_L1);
    const qsizetype path = place.indexOf(u'/', slashes < 0 ? 0 : slashes + 2);
    if (path < 0) {
        return place;
    }
    QStringList parts = place.sliced(path).split(u'/');
    for (QString &part : parts) {
        part = isLikeASecret(part) ? QString(hiddenPart) : part;
    }
    return place.first(path) + parts.join(u'/');
}

QString shownParameters(const QString &parameters)
{
    QStringList shown;
    const QStringList all = parameters.split(u'&');
    for (const QString &one : all) {
        const qsizetype sign = one.indexOf(u'=');
        if (sign < 0) {
            shown.append(one.isEmpty() ? one : QString(hiddenPart));
        } else if (isOpenParameter(QStringView(one).first(sign))) {
            shown.append(one);
        } else {
            shown.append(one.first(sign + 1) + hiddenPart);
        }
    }
    return shown.join(u'&');
}

} // namespace

QString shownAddress(const QString &address)
{
    const qsizetype hash = address.indexOf(u'#');
    const QString head = hash < 0 ? address : address.first(hash);
    const qsizetype mark = head.indexOf(u'?');
    QString shown = shownPath(withoutUser(mark < 0 ? head : head.first(mark)));
    if (mark >= 0) {
        shown += u'?' + shownParameters(head.sliced(mark + 1));
    }
    if (hash >= 0) {
        shown += u'#' + shownParameters(address.sliced(hash + 1));
    }
    return shown;
}

QString shownAddress(const QUrl &address)
{
    return shownAddress(address.toString());
}

} // namespace greenline
