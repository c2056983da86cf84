#pragma once

#include "app/practice/practiceworkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QWebSocket>

/// A DDP client that knows nothing but frames, and one for REST; both for asking a practice workspace.
class DdpProbe : public QObject
{
public:
    explicit DdpProbe(const QUrl &workspace)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { frames.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
        QUrl url = workspace;
        url.setScheme(QStringLiteral("ws"));
        url.setPath(QStringLiteral("/websocket"));
        m_socket.open(url);
    }
    void send(const QJsonObject &frame)
    {
        sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
    void sendText(const QString &text)
    {
        QTRY_VERIFY(m_socket.isValid());
        m_socket.sendTextMessage(text);
    }
    void connectSession()
    {
        send({{QStringLiteral("msg"), QStringLiteral("connect")},
              {QStringLiteral("version"), QStringLiteral("1")},
              {QStringLiteral("support"), QJsonArray{QStringLiteral("1")}}});
        QTRY_VERIFY(!first(QStringLiteral("connected")).isEmpty());
    }
    /// The answer's frame: {result?} or {error}.
    QJsonObject call(const QString &method, const QJsonArray &params = {})
    {
        const QString id = QString::number(++m_lastId);
        send({{QStringLiteral("msg"), QStringLiteral("method")},
              {QStringLiteral("id"), id},
              {QStringLiteral("method"), method},
              {QStringLiteral("params"), params}});
        return answerTo(QStringLiteral("result"), id);
    }
    /// ready or nosub.
    QJsonObject subscribe(const QString &stream, const QString &event)
    {
        const QString id = QStringLiteral("s%1").arg(++m_lastId);
        send({{QStringLiteral("msg"), QStringLiteral("sub")},
              {QStringLiteral("id"), id},
              {QStringLiteral("name"), stream},
              {QStringLiteral("params"), QJsonArray{event, false}}});
        return answerTo({}, id);
    }
    QJsonObject resume(const QString &token)
    {
        return call(QStringLiteral("login"), {QJsonObject{{QStringLiteral("resume"), token}}});
    }
    QJsonObject first(const QString &what) const
    {
        for (const QJsonObject &frame : frames) {
            if (frame.value(QStringLiteral("msg")).toString() == what) {
                return frame;
            }
        }
        return {};
    }
    /// The arguments of every event of this name so far.
    QList<QJsonArray> events(const QString &name) const
    {
        QList<QJsonArray> found;
        for (const QJsonObject &frame : frames) {
            const QJsonObject fields = frame.value(QStringLiteral("fields")).toObject();
            if (fields.value(QStringLiteral("eventName")).toString() == name) {
                found.append(fields.value(QStringLiteral("args")).toArray());
            }
        }
        return found;
    }
    /// An argument of the first and of the last event of this name; undefined when there was none.
    QJsonValue firstArg(const QString &name, int index = 0) const { return events(name).value(0).at(index); }
    QJsonValue lastArg(const QString &name, int index = 0) const
    {
        const QList<QJsonArray> found = events(name);
        return found.value(found.size() - 1).at(index);
    }
    bool isOpen() const { return m_socket.isValid(); }
    int closeCode() const { return m_socket.closeCode(); }
    QList<QJsonObject> frames;

private:
    QJsonObject answerTo(const QString &what, const QString &id)
    {
        QJsonObject found;
        const auto look = [&] {
            for (const QJsonObject &frame : frames) {
                const QString msg = frame.value(QStringLiteral("msg")).toString();
                const bool isMine = frame.value(QStringLiteral("id")).toString() == id
                    || frame.value(QStringLiteral("subs")).toArray().contains(id);
                if (isMine && (what.isEmpty() || msg == what)) {
                    found = frame;
                }
            }
            return !found.isEmpty();
        };
        [&] { QTRY_VERIFY2(look(), qPrintable(id)); }();
        return found;
    }
    QWebSocket m_socket;
    int m_lastId = 0;
};

struct RestAnswer {
    int status = 0;
    QByteArray type;
    QByteArray bytes;
    QJsonObject body;
};

/// One REST client; signs in by name.
class RestProbe
{
public:
    explicit RestProbe(const QUrl &workspace)
        : m_workspace(workspace)
    {
    }
    QString userId;
    QString token;

    void signIn(const greenline::practice::PracticeUser &user)
    {
        const RestAnswer answer
            = post(QStringLiteral("/api/v1/login"),
                   {{QStringLiteral("user"), user.username}, {QStringLiteral("password"), user.password}});
        const QJsonObject data = answer.body.value(QStringLiteral("data")).toObject();
        userId = data.value(QStringLiteral("userId")).toString();
        token = data.value(QStringLiteral("authToken")).toString();
        QVERIFY2(!token.isEmpty(), answer.bytes.constData());
    }
    RestAnswer get(const QString &path) { return wait(m_network.get(request(path))); }
    RestAnswer post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest made = request(path);
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return wait(m_network.post(made, QJsonDocument(body).toJson()));
    }
    RestAnswer postForm(const QString &path, const QByteArray &form, const QByteArray &signature)
    {
        QNetworkRequest made = request(path);
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        if (!signature.isEmpty()) {
            made.setRawHeader("X-Twilio-Signature", signature);
        }
        return wait(m_network.post(made, form));
    }

private:
    QNetworkRequest request(const QString &path) const
    {
        QNetworkRequest made(m_workspace.resolved(QUrl(path)));
        if (!token.isEmpty()) {
            made.setRawHeader("X-Auth-Token", token.toUtf8());
            made.setRawHeader("X-User-Id", userId.toUtf8());
        }
        return made;
    }
    static RestAnswer wait(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owned(reply);
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        RestAnswer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                          reply->rawHeader("Content-Type"),
                          reply->readAll(),
                          {}};
        answer.body = QJsonDocument::fromJson(answer.bytes).object();
        return answer;
    }
    QUrl m_workspace;
    QNetworkAccessManager m_network;
};
