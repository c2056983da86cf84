#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace greenline {

/// What `greenline check` was asked for. Secrets are never among the arguments, where every user of the computer could
/// read them.
struct CheckRequest {
    QUrl workspace = {};
    QString account = {}; ///< Twilio's SID; empty: as the environment, the wizard or the workspace names it.
    QString number = {}; ///< E.164; empty: as the wizard left it, or the account's only one.
    QStringList only = {}; ///< Ids of checks; empty: all.
    bool wantsJson = false;
    std::optional<QString> profile = {};
    bool needsTwilio() const; ///< Something is asked that only Twilio can tell.
    QStringList withoutTwilio() const; ///< What the workspace alone can tell of it.
};

/// Nothing to check: text to print. complaint: on the error channel, and the end is "could not tell".
struct CheckUsage {
    QString text = {};
    bool isComplaint = false;
    QString reason = {}; ///< Of a complaint alone: its text without what goes around it.
    bool wantsJson = false; ///< Then who asks is a program, and is told the reason in its way, too.
};

/// arguments: all behind "check".
std::variant<CheckRequest, CheckUsage> parseCheckRequest(const QStringList &arguments);

} // namespace greenline
