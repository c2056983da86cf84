#include "fidelityunrecorded.h"

#include "app/practice/form.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

using namespace Qt::StringLiterals;
using namespace greenline::practice;

namespace {

/// Ids and times are those of the recording; theBilling… stands for what no recording names.
struct UnrecordedCall {
    const char16_t *recording;
    const char16_t *at; ///< Time of the recorded day, as exactly as what it left tells.
    const char16_t *who; ///< A user, the number a text came from, or nobody: not signed in.
    const char16_t *call; ///< "VERB path", "UPLOAD rid", "CONNECT" and "DISCONNECT" (of a DDP line), or the text.
    /// JSON; of an upload the id that its file got, of a text those of the inquiry and the room that it opened.
    const char16_t *body;
    const char *knownBy;
    int status = 200;
};

const std::vector<UnrecordedCall> &unrecordedCalls()
{
    static const std::vector<UnrecordedCall> all{
        {u"3.11.6", u"21:14:46.477", u"admin", u"POST settings/SMS_Enabled", uR"({"value":false})",
         "rest/31[13] says that it is off"},
        {u"3.11.6", u"21:15:28.000", u"agent1", u"POST livechat/inquiries.take",
         uR"({"inquiryId":"theBillingInquiry"})", "the texts of 21:15:30 and later left"},
        {u"3.11.6", u"21:15:30.150", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"theBillingOwnRoom","msg":"Line1\nLine2 *bold* 😀 <b>x</b> & \"q\""}})", "it left"},
        {u"3.11.6", u"21:15:33.640", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"theBillingOwnRoom","msg":"A"}})", "it left"},
        {u"3.11.6", u"21:15:33.660", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"theBillingOwnRoom","msg":"B"}})", "it left"},
        {u"3.11.6", u"21:15:33.680", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"theBillingOwnRoom","msg":"C"}})", "it left"},
        {u"3.11.6", u"21:15:35.000", u"agent1", u"POST method.call/livechat:closeRoom",
         uR"({"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"livechat:closeRoom\",\"params\":[\"theBillingOwnRoom\",\"billing fixed\",{}]}"})",
         "ddp/30 hears of a subscription that went (result 13)"},
        {u"3.11.6", u"21:15:48.500", u"admin", u"POST settings/DDP_Rate_Limit_Connection_By_Method_Enabled",
         uR"({"value":true})", "ddp/31 runs into it"},

        {u"7.7.1", u"22:13:07.158", u"admin", u"POST settings/SMS_Enabled", uR"({"value":false})",
         "rest/31[13] says that it is off"},
        {u"7.7.1", u"22:13:48.200", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"_id":"extraMsg00000001","rid":"HdQk8fYSrAGvToACH","msg":"Line1\nLine2 *bold* 😀 <b>x</b> & \"q\""}})",
         "it left"},
        {u"7.7.1", u"22:13:49.700", u"agent1", u"POST chat.update",
         uR"({"roomId":"HdQk8fYSrAGvToACH","msgId":"extraMsg00000001","text":"Line1 edited"})", "rest/71[8] shows it"},
        {u"7.7.1", u"22:13:51.670", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"_id":"extraMsgA","rid":"HdQk8fYSrAGvToACH","msg":"A"}})", "it left"},
        {u"7.7.1", u"22:13:51.695", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"_id":"extraMsgB","rid":"HdQk8fYSrAGvToACH","msg":"B"}})", "it left"},
        {u"7.7.1", u"22:13:51.715", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"_id":"extraMsgC","rid":"HdQk8fYSrAGvToACH","msg":"C"}})", "it left"},
        {u"7.7.1", u"22:13:53.240", u"agent1", u"POST livechat/room.closeByUser",
         uR"({"rid":"HdQk8fYSrAGvToACH","comment":"billing fixed","tags":["billing","late-order"]})",
         "rest/71[0] shows it"},
        {u"7.7.1", u"22:15:06.230", u"admin", u"POST permissions.update",
         uR"({"permissions":[{"_id":"transfer-livechat-guest","roles":["livechat-manager","admin"]}]})",
         "ddp/42 hears of it"},
        {u"7.7.1", u"22:15:06.700", u"agent1", u"POST livechat/room.forward",
         uR"({"roomId":"z6e4zprhahDA6YqAP","userId":"jwj5Fyr2itn2Wnz2e"})", "the README tells", 403},
        {u"7.7.1", u"22:15:07.260", u"admin", u"POST permissions.update",
         uR"({"permissions":[{"_id":"transfer-livechat-guest","roles":["livechat-manager","admin","livechat-agent"]}]})",
         "ddp/42 hears of it"},
        {u"7.7.1", u"22:15:08.824", u"agent1", u"POST livechat/room.forward",
         uR"({"roomId":"z6e4zprhahDA6YqAP","userId":"jwj5Fyr2itn2Wnz2e","comment":"customer is upset"})",
         "a mark of ddp/42, and the message of it"},
        {u"7.7.1", u"22:15:10.880", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"z6e4zprhahDA6YqAP","msg":"still me"}})", "ddp/42 hears \"Not allowed\"", 400},
        {u"7.7.1", u"22:15:10.900", u"+14155557101", u"after forward", nullptr, "ddp/42 hears it"},
        {u"7.7.1", u"22:15:12.423", u"agent2", u"POST method.call/livechat:returnAsInquiry",
         uR"({"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"livechat:returnAsInquiry\",\"params\":[\"z6e4zprhahDA6YqAP\"]}"})",
         "a mark of ddp/42"},
        {u"7.7.1", u"22:15:14.483", u"agent1", u"POST livechat/inquiries.take",
         uR"({"inquiryId":"6b04babd1a7e66d8ee95f019"})", "a mark of ddp/42"},
        {u"7.7.1", u"22:15:16.560", u"agent1", u"POST livechat/room.closeByUser",
         uR"({"rid":"z6e4zprhahDA6YqAP","comment":"resolved"})", "a mark of ddp/42, and the message of it"},
        {u"7.7.1", u"22:15:18.640", u"agent1", u"POST chat.sendMessage",
         uR"({"message":{"rid":"z6e4zprhahDA6YqAP","msg":"after close"}})", "it left"},
        {u"7.7.1", u"22:15:18.660", u"agent2", u"POST chat.sendMessage",
         uR"({"message":{"rid":"z6e4zprhahDA6YqAP","msg":"after close 2"}})", "ddp/43 hears \"Not allowed\"", 400},
        {u"7.7.1", u"22:15:18.680", u"admin", u"POST chat.sendMessage",
         uR"({"message":{"rid":"z6e4zprhahDA6YqAP","msg":"after close 3"}})", "it left"},
        {u"7.7.1", u"22:15:19.780", u"+14155557101", u"hello again", nullptr, "ddp/42 hears it"},
        {u"7.7.1", u"22:15:21.890", u"admin", u"POST settings/Accounts_TwoFactorAuthentication_RememberFor",
         uR"({"value":0})", "the note of rest/14[1]"},
        {u"7.7.1", u"22:15:45.200", u"+14155558100", u"race gap 0", nullptr, "rest/43[2] shows it"},
        {u"7.7.1", u"22:15:47.000", u"+14155558101", u"race gap 5", nullptr, "rest/43[5] shows it"},
        {u"7.7.1", u"22:15:48.800", u"+14155558102", u"race gap 15", nullptr, "rest/43[8] shows it"},
        {u"7.7.1", u"22:15:50.600", u"+14155558103", u"race gap 40", nullptr, "rest/43[11] shows it"},
        {u"7.7.1", u"22:15:52.425", u"+14155558104", u"race gap 100", nullptr, "rest/43[14] shows it"},
        {u"7.7.1", u"22:17:05.000", u"agent1", u"UPLOAD AgdxeTqvJHXvq4uY4", u"6b04bb611a7e66d8ee95f095",
         "rest/55 confirms it"},
        {u"7.7.1", u"22:17:07.100", u"agent1", u"UPLOAD AgdxeTqvJHXvq4uY4", u"6b04bb631a7e66d8ee95f099",
         "rest/55 confirms it"},
        {u"7.7.1", u"22:17:09.000", u"agent1", u"UPLOAD AgdxeTqvJHXvq4uY4", u"6b04bb651a7e66d8ee95f09c",
         "rest/55 confirms it"},
        {u"7.7.1", u"22:17:10.670", u"agent1", u"UPLOAD AgdxeTqvJHXvq4uY4", u"6b04bb661a7e66d8ee95f09f",
         "rest/55 confirms it"},
        {u"7.7.1", u"22:17:12.250", u"agent1", u"UPLOAD AgdxeTqvJHXvq4uY4", u"6b04bb681a7e66d8ee95f0a3",
         "rest/55 confirms it"},
        {u"7.7.1", u"22:18:59.600", u"admin", u"POST settings/DDP_Rate_Limit_Connection_By_Method_Enabled",
         uR"({"value":true})", "ddp/31 runs into it"},

        {u"7.7.1/ee_code_no_licence", u"21:52:55.900", u"admin", u"POST settings/SMS_Twilio_authToken",
         uR"({"value":"stubtoken"})", "the signature of rest/13[1] is accepted"},
        {u"7.7.1/ee_code_no_licence", u"21:52:55.901", u"admin", u"POST settings/SMS_Default_Omnichannel_Department",
         uR"({"value":""})", "each text opens a conversation of its own (ddp/20)"},
        {u"7.7.1/ee_code_no_licence", u"21:52:55.950", u"agent2", u"POST users.setStatus", uR"({"status":"online"})",
         "rest/13[20] shows it"},
        {u"7.7.1/ee_code_no_licence", u"21:52:56.175", u"agent2", u"CONNECT", nullptr,
         "ddp/20 hears that agent2 is online"},
        {u"7.7.1/ee_code_no_licence", u"21:52:57.700", u"+14155550101", u"Hello, is anybody there?",
         u"6b04b5b984e30d6e7fb0dced jjQgqa6TW86yZokba", "a mark of ddp/20", 400},
        {u"7.7.1/ee_code_no_licence", u"21:53:00.930", u"+14155550101", u"second message while queued",
         u"6b04b5bc84e30d6e7fb0dcf0 u3a5ZdaHhB2fRKLLu", "a mark of ddp/20", 400},
        {u"7.7.1/ee_code_no_licence", u"21:53:10.170", u"+14155550101", u"Third: my order #1234 is late",
         u"6b04b5c684e30d6e7fb0dcf6 Tz9CCTAryMmTXTgKd", "a mark of ddp/20", 400},
        {u"7.7.1/ee_code_no_licence", u"21:53:18.850", u"agent1", u"POST subscriptions.read",
         uR"({"rid":"jjQgqa6TW86yZokba"})", "ddp/20 hears of it"},
        {u"7.7.1/ee_code_no_licence", u"21:53:19.280", u"agent1", u"POST users.setStatus",
         uR"({"status":"online","message":""})", "ddp/20 hears of it"},
        {u"7.7.1/ee_code_no_licence", u"21:53:21.860", u"+14155550101", u"fourth, who is there now?",
         u"6b04b5d184e30d6e7fb0dcf7 T34jGT3jdrjD67g44", "a mark of ddp/20", 400},
        {u"7.7.1/ee_code_no_licence", u"21:53:23.885", u"agent1", u"POST method.call/livechat:returnAsInquiry",
         uR"({"message":"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"livechat:returnAsInquiry\",\"params\":[\"jjQgqa6TW86yZokba\"]}"})",
         "a mark of ddp/20, and the message of it"},
        {u"7.7.1/ee_code_no_licence", u"21:53:26.450", u"agent1", u"POST livechat/inquiries.take",
         uR"({"inquiryId":"6b04b5b984e30d6e7fb0dced"})", "a mark of ddp/20"},
        {u"7.7.1/ee_code_no_licence", u"21:53:34.090", u"", u"POST livechat/room.close",
         uR"({"rid":"jjQgqa6TW86yZokba","token":"vvCpoNcdxuQzr2puh"})", "the message of it in ddp/20"},
        {u"7.7.1/ee_code_no_licence", u"21:53:34.200", u"+14155550101", u"hello again", nullptr, "a mark of ddp/20",
         400},
        {u"7.7.1/ee_code_no_licence", u"21:53:38.265", u"", u"POST livechat/room.close",
         uR"({"rid":"u3a5ZdaHhB2fRKLLu","token":"vvCpoNcdxuQzr2puh"})", "a mark of ddp/20"},
        {u"7.7.1/ee_code_no_licence", u"21:53:40.430", u"agent1", u"POST livechat/inquiries.take",
         uR"({"inquiryId":"6b04b5c684e30d6e7fb0dcf6"})", "ddp/20 hears that the queue gave it to agent1"},
        {u"7.7.1/ee_code_no_licence", u"21:53:41.340", u"+14155550202", u"auto please", nullptr, "a mark of ddp/20",
         400},
        {u"7.7.1/ee_code_no_licence", u"21:53:50.550", u"agent2", u"POST livechat/inquiries.take",
         uR"({"inquiryId":"6b04b5d184e30d6e7fb0dcf7"})", "ddp/20 hears that the queue gave it to agent2"},
        {u"7.7.1/ee_code_no_licence", u"21:53:53.400", u"agent2", u"DISCONNECT", nullptr, "a mark of ddp/20"},
        {u"7.7.1/ee_code_no_licence", u"21:57:40.000", u"+14155557101", u"v77 conversation", nullptr,
         "rest/53 answers in it", 400},
    };
    return all;
}

QString textOf(const char16_t *text)
{
    return text ? QString::fromUtf16(text) : QString();
}

/// A text as Twilio delivers it; who plays signs it.
QJsonObject textRequest(const QString &from, const QString &body)
{
    const Fields fields{{u"From"_s, from},
                        {u"To"_s, u"+15005550006"_s},
                        {u"Body"_s, body},
                        {u"NumMedia"_s, u"0"_s},
                        {u"AccountSid"_s, u"AC00000000000000000000000000000000"_s}};
    return {{u"method"_s, u"POST"_s},
            {u"path"_s, u"/api/v1/livechat/sms-incoming/twilio"_s},
            {u"headers"_s,
             QJsonObject{{u"content-type"_s, u"application/x-www-form-urlencoded"_s},
                         {u"x-twilio-signature"_s, u"<SIGNATURE>"_s}}},
            {u"bodyText"_s, QString::fromLatin1(formEncoded(fields))}};
}

QJsonObject userRequest(const QString &user, const QString &call, const QString &body)
{
    QJsonObject headers{{u"content-type"_s, u"application/json"_s}};
    if (!user.isEmpty()) {
        headers.insert(u"X-User-Id"_s, u"<USER_%1>"_s.arg(user.toUpper()));
        headers.insert(u"X-Auth-Token"_s, u"<TOKEN_%1_UNRECORDED>"_s.arg(user.toUpper()));
    }
    return {{u"method"_s, call.section(u' ', 0, 0)},
            {u"path"_s, QString(u"/api/v1/"_s + call.section(u' ', 1))},
            {u"headers"_s, headers},
            {u"body"_s, QJsonDocument::fromJson(body.toUtf8()).object()}};
}

TapeStep stepOf(const UnrecordedCall &made)
{
    const QString who = textOf(made.who);
    const QString call = textOf(made.call);
    const QString body = textOf(made.body);
    TapeStep step;
    step.kind = TapeStep::Kind::Unrecorded;
    step.at = QDateTime::fromString(u"2026-11-23T%1Z"_s.arg(textOf(made.at)), Qt::ISODateWithMs).toMSecsSinceEpoch();
    step.source = u"unrecorded/"_s + textOf(made.at);
    if (call.endsWith("CONNECT"_L1)) {
        step.kind = call == "CONNECT"_L1 ? TapeStep::Kind::UnrecordedOpen : TapeStep::Kind::UnrecordedClose;
        step.source = u"unrecorded/"_s + who;
        step.note = u"<TOKEN_%1_UNRECORDED>"_s.arg(who.toUpper());
        return step;
    }
    step.note = call;
    QJsonObject answer{{u"status"_s, made.status}};
    if (call.startsWith("UPLOAD "_L1)) {
        answer.insert(u"body"_s, QJsonObject{{u"file"_s, QJsonObject{{u"_id"_s, body}}}});
        step.entry = {{u"rid"_s, call.section(u' ', 1)}};
    } else {
        step.entry = {{u"request"_s, who.startsWith(u'+') ? textRequest(who, call) : userRequest(who, call, body)}};
    }
    step.entry.insert(u"response"_s, answer);
    if (who.startsWith(u'+')) {
        step.entry.insert(u"opens"_s, QJsonArray::fromStringList(body.split(u' ', Qt::SkipEmptyParts)));
    }
    return step;
}

} // namespace

QList<TapeStep> unrecordedSteps(const QString &recording)
{
    QList<TapeStep> steps;
    for (const UnrecordedCall &made : unrecordedCalls()) {
        if (recording == textOf(made.recording)) {
            steps.append(stepOf(made));
        }
    }
    return steps;
}
