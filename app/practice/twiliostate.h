#pragma once

#include "app/base/clock.h"
#include "app/practice/form.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace greenline::practice {

/// Twilio's documents of one kind, in the order in which they were made.
class TwilioRecords
{
public:
    const QList<QJsonObject> &all() const { return m_all; }
    QJsonObject find(const QString &sid) const; ///< Empty when there is none.
    QJsonObject first(QLatin1StringView field, const QString &value) const;
    void add(const QJsonObject &record) { m_all.append(record); }
    void set(const QString &sid, const QString &field, const QJsonValue &value);
    void remove(const QString &sid);

private:
    QList<QJsonObject> m_all;
};

/// What a practice Twilio knows: the scene as documents in Twilio's shapes (twilio.md 1 to 5), and what was changed.
class TwilioState
{
public:
    TwilioState(const QString &accountSid, const QString &authToken, Clock &time);

    const QString accountSid;
    const QString authToken;
    Clock &clock;
    TwilioScene scene;
    QJsonObject account;
    TwilioRecords numbers;
    TwilioRecords applications;
    TwilioRecords services; ///< With "numbers" (sids) and "campaign" besides Twilio's fields.
    TwilioRecords verifications;
    TwilioRecords offers;
    TwilioRecords messages;
    TwilioRecords alerts;
    QList<TwilioChange> changes;
    QList<SentSms> sent;
    QSet<QString> optedOut; ///< Customers who texted STOP.

    void play(const TwilioScene &wanted); ///< Forgets the scene before, and its changes.
    QJsonObject addNumber(const QJsonObject &given);
    QJsonObject addService(const QJsonObject &given);
    void addAlert(const QString &message, int code, int httpStatus, const QString &url);
    QJsonObject serviceOf(const QString &numberSid) const; ///< The one that the number sits in; empty: none.
    void noteChange(const QString &resource, const QString &field, const QJsonValue &from, const QJsonValue &to);
    QString rfcDate() const; ///< Now, as api.twilio.com writes it.
    QString isoDate() const; ///< Now, as the other hosts do.
};

} // namespace greenline::practice
