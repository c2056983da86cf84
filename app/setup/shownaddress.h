#pragma once

#include <QString>
#include <QUrl>

namespace greenline {

/// An address as it may stand in a report: "https://•@bots.example.com/sms?key=•". Who is let in by it, and what its
/// parameters say, is somebody's secret; that they are there is not. So is a long part of its path that is made of no
/// words (many products let in whoever knows it), unless it is a SID of Twilio. A department, and how Twilio is to call
/// (#rc=2), are none. Read as text, so that it also holds for what is no address.
QString shownAddress(const QString &address);
QString shownAddress(const QUrl &address);

} // namespace greenline
