#include "fidelityline.h"

#include "fidelityshape.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

/// "stream-notify-user */rooms-changed updated": an event's stream and name without ids, and the word that says what
/// kind of event it is.
QString eventKey(const QJsonObject &frame)
{
    const QJsonObject fields = frame.value("fields"_L1).toObject();
    QStringList parts = fields.value("eventName"_L1).toString().split(u'/');
    for (QString &part : parts) {
        const bool isId
            = part.size() >= 17 && !part.contains(u'-') && !part.contains(u'_') && part != "departmentAgentData"_L1;
        part = isId ? u"*"_s : part;
    }
    const QJsonValue first = fields.value("args"_L1).toArray().first();
    const QJsonObject object = first.toObject();
    const QString kind = first.isString()
        ? first.toString()
        : object.value("type"_L1).toString() + u' ' + object.value("status"_L1).toString();
    return u"%1 %2 %3"_s
        .arg(frame.value("collection"_L1).toString(), parts.join(u'/'), kind.size() > 20 ? QString() : kind)
        .trimmed();
}

/// What a frame is about; empty for what is not compared: heartbeats and `updated`, whose order is free.
QStringList keysOf(const QJsonObject &frame)
{
    const QString msg = frame.value("msg"_L1).toString();
    if (msg == "ping"_L1 || msg == "pong"_L1 || msg == "updated"_L1) {
        return {};
    }
    if (msg == "ready"_L1) {
        QStringList keys;
        const QJsonArray subs = frame.value("subs"_L1).toArray();
        for (const QJsonValue &sub : subs) {
            keys.append(u"ready "_s + sub.toString());
        }
        return keys;
    }
    if (msg == "changed"_L1 && frame.value("collection"_L1).toString().startsWith("stream-"_L1)) {
        return {eventKey(frame)};
    }
    return {QString(msg + u' '
                    + (msg == "added"_L1 || msg == "removed"_L1 ? frame.value("collection"_L1) : frame.value("id"_L1))
                          .toString())
                .trimmed()};
}

QJsonValue comparedPart(const QJsonObject &frame)
{
    const QString msg = frame.value("msg"_L1).toString();
    return msg == "changed"_L1 ? frame.value("fields"_L1).toObject().value("args"_L1)
        : msg == "ready"_L1    ? QJsonValue()
                               : QJsonValue(frame);
}

using Shapes = QMap<QString, QJsonArray>;

/// The different shapes that came under each key. Servers repeat themselves, so how often each came is not compared.
Shapes shapesOf(const QList<QJsonObject> &frames)
{
    Shapes shapes;
    for (const QJsonObject &frame : frames) {
        const QStringList keys = keysOf(frame);
        for (const QString &key : keys) {
            // The arguments of an event have places: they are no set.
            QJsonObject places;
            const QJsonValue part = comparedPart(frame);
            const QJsonArray args = part.toArray();
            for (qsizetype i = 0; i < args.size(); ++i) {
                places.insert(u"args%1"_s.arg(i), shapeOf(args.at(i)));
            }
            const QJsonValue shape = part.isArray() ? QJsonValue(places) : shapeOf(part);
            QJsonArray &seen = shapes[key]; // in the order in which each came last
            for (qsizetype i = seen.size() - 1; i >= 0; --i) {
                if (seen.at(i) == shape) {
                    seen.removeAt(i);
                }
            }
            seen.append(shape);
        }
    }
    return shapes;
}

} // namespace

bool waitUntil(const std::function<bool()> &isSo, std::chrono::milliseconds atMost)
{
    QTimer alarm; // its event ends the last wait
    alarm.setSingleShot(true);
    alarm.start(atMost);
    while (!isSo() && alarm.isActive()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return isSo();
}

FidelityLine::FidelityLine(const QString &name, const QUrl &url, FidelityIds &ids)
    : m_name(name)
    , m_ids(ids)
    , m_socket(std::make_unique<QWebSocket>())
{
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, m_socket.get(),
                     [this](const QString &text) { hear(text); });
    QObject::connect(m_socket.get(), &QWebSocket::pong, m_socket.get(), [this] { ++m_pongs; });
    m_socket->open(url);
    if (!waitUntil([this] { return m_socket->isValid(); })) {
        m_differences.append(m_name + u": could not connect"_s);
    }
    const QList<QTcpSocket *> sockets = m_socket->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
}

void FidelityLine::hear(const QString &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    if (frame.value("msg"_L1).toString() == "ping"_L1) { // its moment hangs on when the client spoke last
        if (!m_name.contains("no_pong"_L1)) {
            m_socket->sendTextMessage(u"{\"msg\":\"pong\"}"_s);
        }
        return;
    }
    m_played.append(frame);
    m_unpairedPlayed.append(frame);
    pair();
}

void FidelityLine::say(const QString &text)
{
    if (!text.contains("\"msg\":\"pong\""_L1)) {
        m_socket->sendTextMessage(m_ids.translated(text));
    }
}

void FidelityLine::settle()
{
    if (!isOpen()) {
        return;
    }
    ++m_pings;
    m_socket->ping(); // of the WebSocket: DDP's own would count as traffic
    if (!waitUntil([this] { return m_pongs >= m_pings || !isOpen(); })) {
        m_differences.append(m_name + u": does not answer a ping"_s);
    }
}

void FidelityLine::checkEnd(const QString &mark)
{
    if (mark.startsWith("closed code="_L1)) { // who closes by himself gives no reason
        const bool wasServer = mark.endsWith("Normal closure"_L1);
        if (wasServer ? !waitUntil([this] { return !isOpen(); }, std::chrono::seconds(1)) : !isOpen()) {
            m_differences.append(m_name + (wasServer ? u": was not closed"_s : u": was closed"_s));
        }
    }
}

void FidelityLine::awaitResult(const QString &id)
{
    const auto isIt = [&](const QJsonObject &frame) {
        return frame.value("msg"_L1).toString() == "result"_L1 && frame.value("id"_L1).toString() == id;
    };
    static_cast<void>(waitUntil([&] { return std::any_of(m_played.begin(), m_played.end(), isIt); }));
}

void FidelityLine::expect(const QJsonObject &frame)
{
    m_recorded.append(frame);
    m_unpairedRecorded.append(frame);
    pair();
}

void FidelityLine::pair()
{
    for (qsizetype i = 0; i < m_unpairedRecorded.size();) {
        const QStringList keys = keysOf(m_unpairedRecorded.at(i));
        const auto found = std::find_if(m_unpairedPlayed.begin(), m_unpairedPlayed.end(),
                                        [&](const QJsonObject &played) { return keysOf(played) == keys; });
        if (keys.isEmpty()) {
            m_unpairedRecorded.removeAt(i);
        } else if (found == m_unpairedPlayed.end()) {
            ++i;
        } else {
            m_ids.learn(m_unpairedRecorded.takeAt(i), *found);
            m_unpairedPlayed.erase(found);
        }
    }
}

void FidelityLine::next(const QString &mark)
{
    if (m_recorded.isEmpty() && m_mark.isEmpty()) { // the mark of the opening itself
        m_mark = mark;
        return;
    }
    const Shapes wanted = shapesOf(m_recorded);
    const Shapes got = shapesOf(m_played);
    const QString where = u"%1 \"%2\": "_s.arg(m_name, m_mark.left(50));
    for (auto key = wanted.begin(); key != wanted.end(); ++key) {
        if (!got.contains(key.key())) {
            m_differences.append(u"%1%2 did not come"_s.arg(where, key.key()));
            continue;
        }
        // What comes looks as recorded, and in the end it has come to the same; on the way servers tell one change in
        // several steps.
        QStringList found = shapeDifferences(*key, got.value(key.key()));
        if (found.isEmpty() && !got.value(key.key()).contains(key->last())) {
            found.append(u"its last shape did not come: "_s
                         + shapeDifferences(key->last(), got.value(key.key()).last()).join(u", "_s));
        }
        for (const QString &difference : found) {
            m_differences.append(where + key.key() + u": "_s + difference);
        }
    }
    for (auto key = got.begin(); key != got.end(); ++key) {
        if (!wanted.contains(key.key())) {
            m_differences.append(u"%1%2 was not recorded"_s.arg(where, key.key()));
        }
    }
    m_recorded.clear();
    m_played.clear();
    m_unpairedRecorded.clear();
    m_unpairedPlayed.clear();
    m_mark = mark;
}

QStringList FidelityLine::takeDifferences()
{
    return std::exchange(m_differences, {});
}
