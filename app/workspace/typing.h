#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/rest/serverfeatures.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace greenline {

class AgentStore;
class DdpClient;
struct StreamEvent;

/// Who else of the desk writes in the conversation on screen, and telling them that we do. Customers by SMS see nothing
/// of it (rocketchat-wire.md 2.6, 3.3).
class Typing : public QObject
{
    Q_OBJECT
public:
    Typing(DdpClient &ddp, const AgentStore &agent, ServerVersion version, Clock &clock, QObject *parent = nullptr);

    void setVersion(ServerVersion version) { m_features = ServerFeatures(version); }
    void watch(const RoomId &room); ///< Empty: none.
    QStringList others() const; ///< As the workspace names them, sorted.
    void tell(bool isTyping); ///< Of ourselves, in the watched conversation; at each key press.

Q_SIGNALS:
    void othersChanged();

private:
    void onEvent(const StreamEvent &event);
    void forgetSilent();
    void write(bool isTyping);
    QString channel() const;

    DdpClient &m_ddp;
    const AgentStore &m_agent;
    ServerFeatures m_features;
    Clock &m_clock;
    RoomId m_room;
    QString m_watched; // the channel that is subscribed
    QHash<QString, std::chrono::milliseconds> m_heard; // when somebody was last said to write
    Alarm m_silence;
    Alarm m_stop; // we have not typed for a while
    std::chrono::milliseconds m_toldAt{0};
    bool m_isTyping = false; // as it was told last
};

} // namespace greenline
