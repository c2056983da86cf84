#pragma once

#include "app/practice/streams.h"

#include <QObject>

#include <memory>
#include <vector>

class QWebSocket;

namespace greenline::practice {

class DdpConnection;
class State;

/// The live side of the workspace: all connections on /websocket, and what the streams have to tell them.
class DdpSide : public QObject
{
    Q_OBJECT
public:
    explicit DdpSide(State &state, QObject *parent = nullptr);
    ~DdpSide() override;
    void add(std::unique_ptr<QWebSocket> socket);
    void closeAll(); ///< Cut without a word, as when the server dies.

private:
    void deliver(const StreamNotice &notice);
    void closeToken(const QString &userId, const QString &token);
    void remove(DdpConnection *connection);
    State &m_state;
    std::vector<std::unique_ptr<DdpConnection>> m_connections;
};

} // namespace greenline::practice
