#pragma once

#include "app/practice/httpsite.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>

/// A workspace reduced to chat.sendMessage and chat.getMessage, over real sockets, and the ways in which it can fail.
/// An id is stored and texted once; again it gets the 400 of 3.11.6 and 7.7.1.
class PostOffice
{
public:
    enum class Fault {
        None,
        LostAnswer, ///< Stored and texted, then the connection is cut.
        Cut, ///< The connection is cut before anything happened.
        Silence, ///< No answer at all, nothing stored.
        SilentlyStored, ///< Stored and texted, and never answered.
        Gateway, ///< Stored and texted, and a proxy loses patience: 504.
        TooMany, ///< 429 until five seconds from now.
        Down, ///< 503 with a page.
        Portal, ///< 200 with somebody's login page.
        Expired, ///< 401
        NotAllowed, ///< 400 with a code, and a notice before it.
        NoLicence, ///< 400 {"error":"restricted-workspace"}
        Refused ///< Stored; the provider refuses, which a notice says before the answer.
    };

    explicit PostOffice(std::function<QDateTime()> now)
        : m_now(std::move(now))
        , m_site([this](const greenline::practice::HttpRequest &request, const auto &reply) { serve(request, reply); })
    {
        isListening = bool(m_site.listen(0));
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_site.port()); }

    bool isListening = false;
    QList<Fault> faults; ///< Of the next sends.
    std::function<Fault()> luck; ///< When the queue is empty.
    std::function<void(const QString &room, const QString &text)> notice;
    QStringList sent; ///< "room: text" as they were stored, in that order.
    QStringList sentIds; ///< The same by id.
    QStringList attempts; ///< Ids of all sends, as they came.
    enum class Moment { Request, Stored, Answered, Question };
    std::function<bool(Moment)> strike; ///< True: the sender has just been killed, and nobody is left to answer.
    int questions = 0; ///< chat.getMessage
    int underWay = 0; ///< Sends held while isHolding.
    bool isHolding = false;

    void letGo()
    {
        isHolding = false;
        for (const auto &held : std::exchange(m_held, {})) {
            held();
        }
    }

private:
    using Reply = std::shared_ptr<greenline::practice::HttpReply>;

    void serve(const greenline::practice::HttpRequest &request, const Reply &reply)
    {
        if (request.path.endsWith(QLatin1StringView("chat.getMessage"))) {
            ++questions;
            if (isStruckAt(Moment::Question)) {
                reply->drop();
                return;
            }
            const auto stored = m_stored.constFind(request.queryValue(QStringLiteral("msgId")));
            if (stored == m_stored.constEnd()) {
                answer(reply, 400, {{QStringLiteral("success"), false}});
            } else {
                answer(reply, 200, {{QStringLiteral("success"), true}, {QStringLiteral("message"), *stored}});
            }
            return;
        }
        const QJsonObject message
            = QJsonDocument::fromJson(request.body).object().value(QLatin1StringView("message")).toObject();
        attempts.append(message.value(QLatin1StringView("_id")).toString());
        const Fault fault = !faults.isEmpty() ? faults.takeFirst() : luck ? luck() : Fault::None;
        if (isHolding) {
            ++underWay;
            m_held.append([this, message, fault, reply] {
                --underWay;
                receive(message, fault, reply);
            });
            return;
        }
        receive(message, fault, reply);
    }

    void receive(const QJsonObject &message, Fault fault, const Reply &reply)
    {
        if (isStruckAt(Moment::Request)) {
            reply->drop();
            return;
        }
        const QString room = message.value(QLatin1StringView("rid")).toString();
        switch (fault) {
        case Fault::Cut:
            reply->drop();
            return;
        case Fault::Silence:
            m_silent.append(reply);
            return;
        case Fault::TooMany:
            reply->answer(
                {.status = 429,
                 .body = R"({"success":false,"error":"Error, too many requests. [error-too-many-requests]"})",
                 .headers = {{"X-RateLimit-Reset", QByteArray::number(m_now().addSecs(5).toMSecsSinceEpoch())}}});
            return;
        case Fault::Down:
            reply->answer({.status = 503, .type = "text/html", .body = "<h1>Service unavailable</h1>"});
            return;
        case Fault::Portal:
            reply->answer({.status = 200, .type = "text/html", .body = "<h1>Welcome to our hotel</h1>"});
            return;
        case Fault::Expired:
            reply->answer(
                {.status = 401, .body = R"({"status":"error","message":"You must be logged in to do this."})"});
            return;
        case Fault::NotAllowed:
            tell(room, QStringLiteral("Not allowed"));
            reply->answer(
                {.status = 400,
                 .body
                 = R"({"success":false,"error":"Not allowed [error-not-allowed]","errorType":"error-not-allowed"})"});
            return;
        case Fault::NoLicence:
            reply->answer({.status = 400, .body = R"({"success":false,"error":"restricted-workspace"})"});
            return;
        default:
            store(message, fault, reply);
        }
    }

    void store(QJsonObject message, Fault fault, const Reply &reply)
    {
        const QString id = message.value(QLatin1StringView("_id")).toString();
        const QString room = message.value(QLatin1StringView("rid")).toString();
        if (m_stored.contains(id)) {
            reply->answer(
                {.status = 400,
                 .body = R"-({"success":false,"error":"Cannot read properties of undefined (reading 'starred')"})-"});
            return;
        }
        const QString time = m_now().toString(Qt::ISODateWithMs);
        message.insert(QStringLiteral("ts"), time);
        message.insert(QStringLiteral("_updatedAt"), time);
        message.insert(QStringLiteral("u"),
                       QJsonObject{{QStringLiteral("_id"), QStringLiteral("me")},
                                   {QStringLiteral("username"), QStringLiteral("ana")}});
        m_stored.insert(id, message);
        sent.append(room + QStringLiteral(": ") + message.value(QLatin1StringView("msg")).toString());
        sentIds.append(id);
        if (fault == Fault::LostAnswer || isStruckAt(Moment::Stored)) {
            reply->drop();
            return;
        }
        if (fault == Fault::Gateway) {
            reply->answer({.status = 504, .type = "text/html", .body = "<h1>Gateway timeout</h1>"});
            return;
        }
        if (fault == Fault::SilentlyStored) {
            m_silent.append(reply);
            return;
        }
        if (fault == Fault::Refused) {
            tell(room, QStringLiteral("The 'To' number is not a valid phone number."));
        }
        answer(reply, 200, {{QStringLiteral("success"), true}, {QStringLiteral("message"), message}});
        isStruckAt(Moment::Answered);
    }

    bool isStruckAt(Moment moment) const { return strike && strike(moment); }

    void tell(const QString &room, const QString &text) const
    {
        if (notice) {
            notice(room, text);
        }
    }

    static void answer(const Reply &reply, int status, const QJsonObject &body)
    {
        reply->answer({.status = status, .body = QJsonDocument(body).toJson()});
    }

    std::function<QDateTime()> m_now;
    greenline::practice::HttpSite m_site;
    QHash<QString, QJsonObject> m_stored;
    QList<Reply> m_silent;
    QList<std::function<void()>> m_held;
};
