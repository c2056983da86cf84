#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace greenline {

/// A place in a text that a click may open.
struct TextLink {
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url = {};
    bool operator==(const TextLink &) const = default;
};

/// http, https, mailto and tel, and nothing else.
QList<TextLink> linksIn(const QString &text);

/// Where a link really leads, for people: the host in its ASCII form, the address, the number.
QString linkTarget(const QUrl &url);

/// A host that looks like another (non-ASCII letters) or an address that hides its host behind user@.
bool isSuspectLink(const QUrl &url);

} // namespace greenline
