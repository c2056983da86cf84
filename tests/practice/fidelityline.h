#pragma once

#include "fidelityids.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QWebSocket>

#include <chrono>
#include <functional>
#include <memory>

/// Turns the event loop until it is so, or for so long; as QTest::qWaitFor does, but without its naps of 10 ms.
bool waitUntil(const std::function<bool()> &isSo, std::chrono::milliseconds atMost = std::chrono::seconds(5));

/// One recorded connection, played: what the client said is said, and what the server said then is laid beside what was
/// recorded.
class FidelityLine
{
public:
    FidelityLine(const QString &name, const QUrl &url, FidelityIds &ids);
    bool isOpen() const { return m_socket->isValid(); }
    void checkEnd(const QString &mark); ///< "closed code=1000 reason=…": who closed it.
    void say(const QString &text);
    void settle(); ///< Until everything the server has said so far was heard: it answers a ping after all of it.
    void awaitResult(const QString &id); ///< Of a method that takes its time.
    void expect(const QJsonObject &frame); ///< The server said this when it was recorded.
    void next(const QString &mark); ///< Something new begins: compares what came since the last time.
    QStringList takeDifferences();

private:
    void hear(const QString &text);
    void pair();
    QString m_name;
    QString m_mark = {};
    FidelityIds &m_ids;
    std::unique_ptr<QWebSocket> m_socket;
    QList<QJsonObject> m_recorded = {};
    QList<QJsonObject> m_played = {};
    QList<QJsonObject> m_unpairedRecorded = {}; // for learning ids as we go
    QList<QJsonObject> m_unpairedPlayed = {};
    QStringList m_differences = {};
    int m_pings = 0;
    int m_pongs = 0;
};
