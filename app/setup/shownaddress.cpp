#include "app/setup/shownaddress.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

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

/// Where it stands: behind the slashes, and before a path, parameters or a fragment.
std::pair<qsizetype, qsizetype> authorityOf(const QString &address)
{
    static const QRegularExpression end(u"[/?#]"_s);
    const qsizetype slashes = address.indexOf("//"_L1);
    const qsizetype begin = slashes < 0 ? 0 : slashes + 2;
    const qsizetype behind = address.indexOf(end, begin);
    return {begin, behind < 0 ? address.size() : behind};
}

/// "bob:s3" of "bob:s3/cret@chat.example.com": as it was typed, the password has a slash. "host:8443" of
/// "host:8443/@me" is none.
bool isCutInAPassword(QStringView authority, QChar beforeTheAt)
{
    static const QRegularExpression host(u"^(?:\\[.*\\]|[^:]*)(:[0-9]{0,5})?$"_s);
    const QRegularExpressionMatch match = host.match(authority.toString());
    return !match.hasMatch() || (match.hasCaptured(1) && beforeTheAt != u'/');
}

QString withoutUser(const QString &address)
{
    const auto [begin, end] = authorityOf(address);
    const QStringView authority = QStringView(address).sliced(begin, end - begin);
    const qsizetype last = address.lastIndexOf(u'@');
    const bool isCut = last > end && isCutInAPassword(authority, address.at(last - 1));
    const qsizetype at = isCut ? last : begin + authority.lastIndexOf(u'@');
    return at < begin ? address : address.first(begin) + hiddenPart + address.sliced(at);
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
    const QString known = withoutUser(address);
    const qsizetype hash = known.indexOf(u'#');
    const QString head = hash < 0 ? known : known.first(hash);
    const qsizetype mark = head.indexOf(u'?');
    QString shown = shownPath(mark < 0 ? head : head.first(mark));
    if (mark >= 0) {
        shown += u'?' + shownParameters(head.sliced(mark + 1));
    }
    if (hash >= 0) {
        shown += u'#' + shownParameters(known.sliced(hash + 1));
    }
    return shown;
}

QString shownAddress(const QUrl &address)
{
    return shownAddress(address.toString());
}

} // namespace greenline
