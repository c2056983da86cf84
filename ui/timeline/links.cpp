#include "ui/timeline/links.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestLink = 2048;
constexpr qsizetype mostLinks = 50;

/// What closes a sentence is not part of the link in it; a closing bracket is when the link opened it.
qsizetype trimmedLength(const QString &link)
{
    static const QString closing = u".,;:!?'\"”’»…)]}"_s;
    qsizetype length = link.size();
    while (length > 0 && closing.contains(link.at(length - 1))) {
        if (link.at(length - 1) == u')' && link.left(length).count(u'(') >= link.left(length).count(u')')) {
            break;
        }
        --length;
    }
    return length;
}

bool isUsable(const QUrl &url)
{
    if (!url.isValid()) {
        return false;
    }
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb ? !url.host().isEmpty() : !url.path().isEmpty();
}

} // namespace

QList<TextLink> linksIn(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<![\w/])(?:https?://|mailto:|tel:)[^\s<>"\x{FFFD}]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    QList<TextLink> links;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext() && links.size() < mostLinks) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = trimmedLength(match.captured());
        const QUrl url(match.captured().left(length));
        if (length <= longestLink && isUsable(url)) {
            links.append({match.capturedStart(), length, url});
        }
    }
    return links;
}

QString linkTarget(const QUrl &url)
{
    if (url.host().isEmpty()) {
        return url.path(QUrl::PrettyDecoded).left(longestLink);
    }
    return url.host(QUrl::EncodeUnicode);
}

bool isSuspectLink(const QUrl &url)
{
    return !url.userInfo().isEmpty() || url.host(QUrl::EncodeUnicode).contains("xn--"_L1);
}

} // namespace greenline
