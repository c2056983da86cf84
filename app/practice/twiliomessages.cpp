#include "app/practice/twiliofields.h"
#include "app/practice/twilioroutes.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr int longestBody = 1600;
constexpr std::chrono::milliseconds untilSent{800};
constexpr std::chrono::milliseconds untilSettled{2000};

struct MessageRefusal {
    QLatin1StringView number; ///< One of Twilio's for tests; empty: by code alone.
    int code;
    QLatin1StringView words;
};

// Twilio's own words (twilio.md 1.5, 3.4): Rocket.Chat passes them on to the agent.
constexpr std::array messageRefusals{
    MessageRefusal{"+15005550001"_L1, 21211, "The 'To' number is not a valid phone number."_L1},
    MessageRefusal{"+15005550002"_L1, 21612, "The 'To' phone number is not reachable from the 'From' number."_L1},
    MessageRefusal{"+15005550003"_L1, 21408,
                   "Permission to send an SMS has not been enabled for the region indicated by the 'To' number."_L1},
    MessageRefusal{"+15005550004"_L1, 21610, "Attempt to send to unsubscribed recipient"_L1},
    MessageRefusal{"+15005550009"_L1, 21614, "The 'To' number is not a valid mobile number."_L1},
    MessageRefusal{""_L1, 21266, "'To' and 'From' number cannot be the same"_L1},
    MessageRefusal{""_L1, 21602, "Message body is required."_L1},
    MessageRefusal{""_L1, 21603, "A 'From' phone number is required."_L1},
    MessageRefusal{""_L1, 21604, "A 'To' phone number is required."_L1},
    MessageRefusal{""_L1, 21606, "The 'From' phone number provided is not a message-capable number."_L1},
    MessageRefusal{""_L1, 21608,
                   "The number is unverified. Trial accounts cannot send messages to unverified numbers."_L1},
    MessageRefusal{""_L1, 21617, "The concatenated message body exceeds the 1600 character limit."_L1},
    MessageRefusal{""_L1, 21659, "The 'From' number is not a Twilio phone number or short code."_L1},
    MessageRefusal{""_L1, 572002, "Trial accounts may only send predefined message templates."_L1},
};

QString wordsOfCode(int code)
{
    for (const MessageRefusal &refusal : messageRefusals) {
        if (refusal.code == code) {
            return refusal.words;
        }
    }
    return u"Message refused"_s;
}

int codeOfTestNumber(const QString &number)
{
    for (const MessageRefusal &refusal : messageRefusals) {
        if (!refusal.number.isEmpty() && refusal.number == number) {
            return refusal.code;
        }
    }
    return 0;
}

/// What is wrong with who sends; 0: nothing.
int senderFault(const TwilioCall &call, const SentSms &sms)
{
    if (sms.from.isEmpty()) {
        return call.field(u"MessagingServiceSid"_s).isEmpty() ? 21603 : 0;
    }
    const QJsonObject number = call.state.numbers.first("phone_number"_L1, sms.from);
    if (number.isEmpty()) {
        return 21659;
    }
    return number.value("capabilities"_L1).toObject().value("sms"_L1).toBool() ? 0 : 21606;
}

/// A code of the scene's for this recipient that is told at once; 0: none.
int wantedRefusal(const TwilioState &state, const QString &to)
{
    const int code = state.scene.outcomes.value(to).toInt();
    return code >= 30000 && code < 31000 ? 0 : code;
}

int faultOf(const TwilioCall &call, const SentSms &sms)
{
    const TwilioState &state = call.state;
    if (state.optedOut.contains(sms.to)) {
        return 21610;
    }
    if (const int code = codeOfTestNumber(sms.to) + wantedRefusal(state, sms.to)) {
        return code;
    }
    if (state.scene.acceptsStrangers) {
        return sms.to.startsWith(u'+') ? 0 : 21211;
    }
    if (!sms.to.startsWith(u'+')) {
        return sms.to.isEmpty() ? 21604 : 21211;
    }
    if (sms.body.size() > longestBody || (sms.body.isEmpty() && sms.media.isEmpty())) {
        return sms.body.isEmpty() ? 21602 : 21617;
    }
    if (sms.from == sms.to) {
        return 21266;
    }
    if (state.account.value("type"_L1) == "Trial"_L1) {
        if (!state.scene.callers.contains(sms.to)) {
            return 21608;
        }
        if (state.scene.sendsTemplatesOnly) {
            return 572002;
        }
    }
    return senderFault(call, sms);
}

SentSms readSms(const TwilioCall &call)
{
    SentSms sms{newSid(u"SM"_s),       call.field(u"From"_s), call.field(u"To"_s), call.field(u"Body"_s), {},
                call.state.clock.now()};
    for (const auto &[name, value] : call.form) {
        if (name == "MediaUrl"_L1) {
            sms.media.append(value);
        }
    }
    return sms;
}

HttpAnswer takeMessage(const TwilioCall &call)
{
    const SentSms sms = readSms(call);
    const int code = faultOf(call, sms);
    if (code != 0) {
        return twilioRefusal(400, code, wordsOfCode(code));
    }
    const QByteArray resource = messageResource(sms, call.state.accountSid);
    call.state.messages.add(QJsonDocument::fromJson(resource).object());
    call.state.sent.append(sms);
    HttpAnswer answer = twilioDocument({}, 201);
    answer.body = resource;
    return answer;
}

/// How far a text is: its age tells (twilio.md 4).
QJsonObject aged(const TwilioState &state, QJsonObject message)
{
    const auto sms = std::find_if(state.sent.begin(), state.sent.end(), [&message](const SentSms &one) {
        return one.sid == message.value("sid"_L1).toString();
    });
    if (sms == state.sent.end()) {
        return message;
    }
    const std::chrono::milliseconds age(sms->at.msecsTo(state.clock.now()));
    const QJsonValue outcome = state.scene.outcomes.value(sms->to);
    if (age >= untilSent) {
        message.insert(u"status"_s, u"sent"_s);
        message.insert(u"date_sent"_s, message.value("date_created"_L1));
        message.insert(u"price"_s, u"-0.00830"_s);
    }
    if (age >= untilSettled && outcome.toString() != "sent"_L1) {
        const int code = outcome.toInt();
        message.insert(u"status"_s, code == 0 ? u"delivered"_s : u"undelivered"_s);
        message.insert(u"error_code"_s, code == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(code));
    }
    return message;
}

HttpAnswer showMessage(const TwilioCall &call)
{
    const QJsonObject message = call.state.messages.find(call.sid);
    return message.isEmpty() ? twilioNotFound(call) : twilioDocument(aged(call.state, message));
}

/// The newest first.
HttpAnswer listMessages(const TwilioCall &call)
{
    const QString to = call.request.queryValue(u"To"_s);
    const QString from = call.request.queryValue(u"From"_s);
    QList<QJsonObject> found;
    for (const QJsonObject &message : call.state.messages.all()) {
        const bool isFor = to.isEmpty() || message.value("to"_L1) == to;
        if (isFor && (from.isEmpty() || message.value("from"_L1) == from)) {
            found.prepend(aged(call.state, message));
        }
    }
    return apiPage(call, u"messages"_s, found);
}

} // namespace

TwilioRoutes twilioMessageRoutes()
{
    return {{"POST", u"/Messages"_s, takeMessage},
            {"GET", u"/Messages"_s, listMessages},
            {"GET", u"/Messages/:"_s, showMessage}};
}

} // namespace greenline::practice
