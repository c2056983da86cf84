#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace greenline::practice {

/// What a call of Twilio's API is answered instead of the truth.
struct TwilioMischief {
    enum class Kind {
        Refuse, ///< Status, code and message as given.
        Busy, ///< 429 with 20429 (twilio.md 7).
        Trouble, ///< 500, as a page.
        Hang,
        Reset,
        Truncated, ///< Half of a JSON answer, then the end of the connection.
        Html, ///< 200 with a page, as a proxy answers.
        BadJson, ///< 200 with JSON that is none.
        Redirect, ///< 302 to location.
        Slow ///< The truth, after delay.
    };
    Kind kind = Kind::Refuse;
    QString path = {}; ///< Part of the path of the calls that it hits; empty: of every call.
    QString method = {}; ///< "POST"; empty: any.
    int count = -1; ///< So many calls; -1: all of them.
    bool isDone = false; ///< What was asked for is done all the same; only the answer is spoilt.
    int status = 401;
    int code = 20003;
    QString message = {};
    int retryAfter = -1; ///< Seconds; -1: not said.
    QString location = {};
    int delay = 0; ///< Milliseconds, of Slow.
    static TwilioMischief fromJson(const QJsonObject &object);
};

/// A Twilio account as a practice Twilio plays it. The documents are what differs from a plain one of their kind, in
/// Twilio's own field names: {"phone_number": "+14155550100", "sms_url": "…"}. As JSON (POST /practice/scene) the same,
/// by the names of the members.
struct TwilioScene {
    QJsonObject account = {}; ///< status, type, friendly_name, owner_account_sid
    QString balance = QStringLiteral("12.50");
    QString currency = QStringLiteral("USD");
    QList<QJsonObject> keys = {}; ///< {"sid": "SK…", "secret": "…"}: standard API keys, which may not read accounts.
    /// "phone_number" is needed; "sid" and all else is made up.
    QList<QJsonObject> numbers = {};
    QList<QJsonObject> applications = {};
    /// Besides its own fields: "numbers", who sits in it (E.164 or sid), and "campaign" {"campaign_status":
    /// "VERIFIED"}.
    QList<QJsonObject> services = {};
    QList<QString> callers = {}; ///< Verified recipients, E.164.
    QList<QJsonObject> verifications = {}; ///< Of toll-free numbers: "phone_number", "status".
    QList<QJsonObject> offers
        = {}; ///< Numbers for sale: "phone_number", "iso_country", "type" local, mobile, toll_free.
    QList<QJsonObject> alerts = {};
    QList<QJsonObject> messages = {};
    /// What becomes of a text to a number: an error's code (21…: refused at once, others: undelivered later), or
    /// "sent".
    QJsonObject outcomes = {};
    QList<TwilioMischief> faults = {};
    bool isTestLogin = false; ///< Test credentials: all but buying and sending is 403 with 20008.
    bool sendsTemplatesOnly = false; ///< A trial of 2026: no text of one's own.
    int pageSize = 1000; ///< More elements are on no page, whatever was asked.
    /// Numbers that it does not own may send, and are called at setWebhook()'s address: for those who only want texts
    /// to come and go.
    bool acceptsStrangers = false;
    static TwilioScene fromJson(const QJsonObject &object);
};

} // namespace greenline::practice
