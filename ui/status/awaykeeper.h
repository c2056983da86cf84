#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/omnichannel/agent.h"
#include "ui/status/awaychoices.h"
#include "ui/words/errortext.h"

#include <QObject>

#include <optional>

namespace greenline {

class IdleTime;
class Session;

/// Tells the workspace that the agent is away when they are, and that they are back. It speaks of presence alone;
/// availability changes only where the agent has chosen so, and is then given back.
class AwayKeeper : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        SettingsFile &settings;
        Clock &clock;
        IdleTime &idle;
    };
    explicit AwayKeeper(const Needs &needs, QObject *parent = nullptr);

    const AwayChoices &choices() const { return m_choices; }
    void setChoices(const AwayChoices &choices);
    void setGone(bool isGone); ///< Locked or asleep, as the desktop says.
    bool knowsIdle() const { return m_knowsIdle; } ///< This desktop tells how long nobody typed.
    bool isAway() const { return m_isAway; }

Q_SIGNALS:
    void choicesChanged();
    void told(const QString &news);
    void failed(const greenline::ErrorText &problem);

private:
    void look();
    void onIdle(const Result<std::chrono::milliseconds> &idle);
    void weigh();
    void leave();
    void comeBack();
    void want(Availability availability);
    void ask();
    void onAnswer(Availability asked, const Status &set);

    Needs m_needs;
    AwayChoices m_choices;
    Alarm m_next; // look
    bool m_knowsIdle = true; // until the desktop says otherwise
    bool m_isGone = false;
    bool m_isIdle = false;
    bool m_isAway = false;
    bool m_hasLeftQueue = false; // as far as known; given back in any case
    bool m_isAsking = false; // one at a time, for the answers of two may come in either order
    Availability m_wanted = Availability::Available;
    bool m_hasBeenOut = false; // the workspace has said so
    QDateTime m_awaySince;
};

} // namespace greenline
