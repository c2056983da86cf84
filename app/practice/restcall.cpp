#include "app/practice/restcall.h"

#include "app/practice/document.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto mustBeLoggedIn = "You must be logged in to do this."_L1;

// What 3.11.6 shows for any unknown path: the page of its web client.
constexpr auto webPage
    = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\" />\n<title>Practice workspace</title>\n</head>\n"
      "<body>\n<div id=\"react-root\"></div>\n</body>\n</html>\n";

QString bracketed(const QString &code, const QString &reason)
{
    return reason.isEmpty() ? u"[%1]"_s.arg(code) : u"%1 [%2]"_s.arg(reason, code);
}

} // namespace

void RestCall::send(int status, const QByteArray &type, const QByteArray &text)
{
    QList<std::pair<QByteArray, QByteArray>> all = headers;
    all.emplace_back("cache-control", "no-store");
    if (!isBefore(6, 0)) {
        all.emplace_back("access-control-allow-origin", "*");
        all.emplace_back(
            "access-control-allow-headers",
            "Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token, x-visitor-token, Authorization");
    }
    reply->answer({status, type, text, all});
}

void RestCall::answerBare(int status, const QJsonObject &fields)
{
    send(status, "application/json", QJsonDocument(withIsoDates(fields)).toJson(QJsonDocument::Compact));
}

void RestCall::answerText(int status, const QByteArray &type, const QByteArray &text)
{
    send(status, type, text);
}

void RestCall::answer(QJsonObject fields)
{
    fields.insert(u"success"_s, true);
    answerBare(200, fields);
}

void RestCall::fail(int status, const QString &error)
{
    answerBare(status, {{u"success"_s, false}, {u"error"_s, error}});
}

void RestCall::refuse(const QString &code, const QString &reason, const QJsonObject &details)
{
    QJsonObject fields{{u"success"_s, false}, {u"error"_s, bracketed(code, reason)}, {u"errorType"_s, code}};
    if (!details.isEmpty()) {
        fields.insert(u"details"_s, details);
    }
    answerBare(400, fields);
}

void RestCall::refuseSpread(const QString &code, const QString &reason, const QJsonObject &details)
{
    if (!isBefore(5, 0)) {
        refuse(code, reason, details);
        return;
    }
    QJsonObject fields{{u"isClientSafe"_s, true},
                       {u"error"_s, code},
                       {u"message"_s, bracketed(code, reason)},
                       {u"errorType"_s, u"Meteor.Error"_s},
                       {u"success"_s, false}};
    if (!reason.isEmpty()) {
        fields.insert(u"reason"_s, reason);
    }
    if (!details.isEmpty()) {
        fields.insert(u"details"_s, details);
    }
    answerBare(400, fields);
}

void RestCall::refuse(const Refusal &refusal)
{
    refuse(refusal.code, refusal.reason, refusal.details);
}

void RestCall::refuseSpread(const Refusal &refusal)
{
    refuseSpread(refusal.code, refusal.reason, refusal.details);
}

void RestCall::complain(const QString &complaint)
{
    answerBare(400, {{u"success"_s, false}, {u"error"_s, complaint}, {u"errorType"_s, u"invalid-params"_s}});
}

void RestCall::forbid()
{
    fail(403,
         isBefore(5, 0) ? u"unauthorized"_s
                        : u"User does not have the permissions required for this action [error-unauthorized]"_s);
}

void RestCall::unauthorized()
{
    QJsonObject fields{{u"status"_s, u"error"_s}, {u"message"_s, mustBeLoggedIn}};
    if (!isBefore(7, 0)) {
        fields.insert(u"success"_s, false);
        fields.insert(u"error"_s, mustBeLoggedIn);
    }
    answerBare(401, fields);
}

void RestCall::notFound()
{
    if (isBefore(7, 0)) {
        send(200, "text/html; charset=utf-8", webPage);
    } else {
        send(404, "text/plain; charset=UTF-8", "404 Not Found");
    }
}

void answerPage(RestCall &call, const QString &name, const QJsonArray &rows, int defaultCount)
{
    const int offset = qMax(0, call.query(u"offset"_s).toInt());
    bool isNumber = false;
    const int wanted = call.query(u"count"_s).toInt(&isNumber);
    // 0 means all (API_Allow_Infinite_Count), more than 100 is cut (API_Upper_Count_Limit).
    const int count = !isNumber ? defaultCount : wanted == 0 ? static_cast<int>(rows.size()) : qMin(wanted, 100);
    QJsonArray page;
    for (int i = offset; i < rows.size() && page.size() < count; ++i) {
        page.append(rows.at(i));
    }
    call.answer({{name, page}, {u"count"_s, page.size()}, {u"offset"_s, offset}, {u"total"_s, rows.size()}});
}

} // namespace greenline::practice
