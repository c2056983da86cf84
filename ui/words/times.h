#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace greenline {

/// Moments and spans as people read them, in local time and the system's locale.
QString waitingTime(std::chrono::milliseconds waited); ///< "02:14"; from an hour on "1 h 05"; never negative.
QString listTime(const QDateTime &moment, const QDateTime &now); ///< "now", "10:21", "Mon", "3 May", "3 May 2024"
QString clockTime(const QDateTime &moment); ///< "10:21"
QString clockFace(QTime time); ///< The same of a time as it stands.
QString dayTitle(const QDateTime &moment,
                 const QDateTime &now); ///< "Today", "Yesterday", "Monday, 3 May", with the year when another
/// "14:02" of today, "Tuesday 14:02" of this week, else "3 May 14:02", with the year when another.
QString momentWords(const QDateTime &moment, const QDateTime &now);
QString ageWords(std::chrono::milliseconds age); ///< "just now", "12 s ago", "3 min ago"

} // namespace greenline
