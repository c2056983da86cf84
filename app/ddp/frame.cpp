#include "app/ddp/frame.h"

#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Frame::Kind frameKind(const QString &msg)
{
    using Kind = Frame::Kind;
    static const QHash<QString, Kind> kinds{
        {u"connected"_s, Kind::Connected}, {u"failed"_s, Kind::Failed},   {u"ping"_s, Kind::Ping},
        {u"pong"_s, Kind::Pong},           {u"result"_s, Kind::Result},   {u"updated"_s, Kind::Updated},
        {u"ready"_s, Kind::Ready},         {u"nosub"_s, Kind::NoSub},     {u"changed"_s, Kind::Changed},
        {u"added"_s, Kind::Added},         {u"removed"_s, Kind::Removed}, {u"error"_s, Kind::Refused},
    };
    return kinds.value(msg, Kind::Other);
}

/// A string, or a number as some Meteor.Errors carry it; empty for everything else.
QString wordOrNumber(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

std::optional<Error> frameError(const QJsonObject &object, Frame::Kind kind)
{
    if (kind == Frame::Kind::Refused) {
        return Error{Error::Kind::Protocol, object.value("reason"_L1).toString(u"frame refused"_s)};
    }
    const QJsonValue error = object.value("error"_L1);
    return error.isObject() ? std::optional(ddpError(error.toObject())) : std::nullopt;
}

Error::Kind ddpErrorKind(const QString &code)
{
    static const QHash<QString, Error::Kind> kinds{
        {u"401"_s, Error::Kind::Unauthorized},
        {u"403"_s, Error::Kind::Unauthorized},
        {u"404"_s, Error::Kind::NotFound},
        {u"not-allowed"_s, Error::Kind::Forbidden},
        {u"too-many-requests"_s, Error::Kind::RateLimited},
    };
    return kinds.value(code, Error::Kind::Rejected);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString heartbeat(const QString &msg, const QString &id)
{
    QJsonObject frame{{u"msg"_s, msg}};
    if (!id.isEmpty()) {
        frame.insert(u"id"_s, id); // echoed only if present (rocketchat-wire.md 1.3)
    }
    return compact(frame);
}

} // namespace

Result<Frame> parseFrame(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() > maximumFrameBytes) {
        return Error{Error::Kind::Protocol, u"a frame of %1 bytes"_s.arg(bytes.size())};
    }
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (!document.isObject()) {
        return Error{
            Error::Kind::Protocol,
            u"no JSON object: %1 at %2 of %3"_s.arg(parsed.errorString()).arg(parsed.offset).arg(bytes.size())};
    }
    const QJsonObject object = document.object();
    Frame frame;
    frame.kind = frameKind(object.value("msg"_L1).toString());
    frame.id = wordOrNumber(object.value("id"_L1));
    frame.collection = object.value("collection"_L1).toString();
    frame.fields = object.value("fields"_L1).toObject();
    frame.result = object.value("result"_L1);
    frame.error = frameError(object, frame.kind);
    const QJsonArray subscriptions = object.value("subs"_L1).toArray();
    for (const QJsonValue &id : subscriptions) {
        frame.subscriptions.append(wordOrNumber(id));
    }
    return frame;
}

QString connectFrame()
{
    return compact(
        {{u"msg"_s, u"connect"_s}, {u"version"_s, u"1"_s}, {u"support"_s, QJsonArray{u"1"_s, u"pre2"_s, u"pre1"_s}}});
}

QString pongFrame(const QString &id)
{
    return heartbeat(u"pong"_s, id);
}

QString pingFrame()
{
    return heartbeat(u"ping"_s, {});
}

QString methodFrame(const QString &id, const QString &method, const QJsonArray &params)
{
    return compact({{u"msg"_s, u"method"_s}, {u"method"_s, method}, {u"params"_s, params}, {u"id"_s, id}});
}

QString subscribeFrame(const QString &id, const QString &stream, const QString &event)
{
    const QJsonObject options{{u"useCollection"_s, false}, {u"args"_s, QJsonArray()}};
    return compact(
        {{u"msg"_s, u"sub"_s}, {u"id"_s, id}, {u"name"_s, stream}, {u"params"_s, QJsonArray{event, options}}});
}

QString unsubscribeFrame(const QString &id)
{
    return compact({{u"msg"_s, u"unsub"_s}, {u"id"_s, id}});
}

Error ddpError(const QJsonObject &object)
{
    Error error;
    error.code = wordOrNumber(object.value("error"_L1));
    error.kind = ddpErrorKind(error.code);
    error.detail = object.value("reason"_L1).toString(object.value("message"_L1).toString(error.code));
    const QJsonValue wait = object.value("details"_L1).toObject().value("timeToReset"_L1);
    if (error.kind == Error::Kind::RateLimited && wait.isDouble()) {
        error.retryAfter = std::chrono::milliseconds(qMax(qint64(0), wait.toInteger()));
    }
    return error;
}

} // namespace greenline
