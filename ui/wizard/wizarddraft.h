#pragma once

#include "app/setup/lastlooks.h"
#include "app/twilio/twiliotypes.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace greenline {

class SettingsFile;

/// What is remembered of a set-up between two times, for each workspace. Never a secret.
struct WizardDraft {
    QString account = {}; ///< SID
    QString number = {};
    QString testNumber = {};
    QJsonObject buying = {}; ///< By account: a number that was ordered, and nobody knows yet whether it was bought.
    QString page = {};
    bool keepsToken = false; ///< Wanted: in the keyring.
    QString tokenOf = {}; ///< Account whose token is there, under twilioTokenKey(); empty: none.
    QString keyOf = {}; ///< Account of whom an API key is there, under twilioKeyKey(); empty: none.
    QDateTime checkedAt = {}; ///< All of it, the last time.
    QString worst = {}; ///< Then: "passed", "warning", "unknown", "failed"; empty: never.
    QString version = {}; ///< Of the workspace, then.
    QHash<QString, LastLook> looks = {}; ///< By check; of this account and number.
    bool operator==(const WizardDraft &) const = default;
};

class DraftFile
{
public:
    /// workspace: its address.
    DraftFile(SettingsFile &settings, const QString &workspace);
    WizardDraft read() const;
    void write(const WizardDraft &draft);

private:
    SettingsFile &m_settings;
    QString m_key;
};

/// The keyring's entry of an account's Auth Token.
QString twilioTokenKey(const QString &account);
/// That of an API key: its SID and its secret, as one.
QString twilioKeyKey(const QString &account);
QString keptTwilioKey(const TwilioLogin &login);
TwilioLogin keptTwilioKey(const QString &account, const QString &kept); ///< Without a user: it is none.

} // namespace greenline
