#pragma once

#include "app/workspace/attention.h"
#include "app/workspace/connectionstate.h"
#include "app/workspace/signin.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"

#include <QObject>

#include <memory>

namespace greenline {

class Abilities;
class Attachments;
class Board;
class CannedResponses;
class Colleagues;
class Commands;
struct CustomerCare;
class ContactPhones;
class Drafts;
struct Finding;
class Handover;
class Outbox;
class OwnPresence;
class Pauses;
class RestClient;
class Shift;
class Timelines;
class Typing;
class Uploads;

/// A signed-in workspace: owns its stores and keeps them true. Streams are hints, REST is truth: after each (re)connect
/// it subscribes, waits for ready, then fetches queue, rooms, subscriptions and the open rooms' messages, and merges by
/// id and _updatedAt.
class Session : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http;
        Clock &clock;
        QString safeFile; ///< databases of this account
        QString cacheFile;
    };
    Session(const SignedIn &signedIn, const Needs &needs, QObject *parent = nullptr);
    ~Session() override;

    Status openStorage(); ///< Before start(). A Storage error: the outbox cannot be kept; the console says so and
                          ///< sending is off.
    void showCache(); ///< The list as it was last seen: needs no token, so it may be shown while the keyring is still
                      ///< asked for one.
    void admit(const SignedIn &signedIn); ///< The same account, now with its token. Before start().
    void start(); ///< Shows the cache if nobody has yet, then connects.
    void stop(); ///< Quit: flushes drafts, closes the line. The agent stays as available as the server leaves them.
    void signOut(const Then<Done> &then); ///< DDP logout: makes the agent not available and revokes the token.
    void reconcile(); ///< F5, focus, at most once a minute.
    void retryNow();

    const SignedIn &signedIn() const;
    const ConnectionState &connection() const;
    ConversationStore &conversations();
    AgentStore &agent();
    Abilities &abilities(); ///< What the account may do here.
    CannedResponses &canned(); ///< The workspace's canned responses.
    Commands &commands();
    CustomerCare &care(); ///< Customers, and notes about them.
    Handover &handover(); ///< Forward, return, hold, take over.
    Colleagues &colleagues(); ///< To whom one may forward.
    Timelines &timelines();
    Finding &finding(); ///< Search, the way back to a moment, whole histories.
    Outbox &outbox();
    Drafts &drafts();
    Attachments &attachments(); ///< Files of the drafts.
    ContactPhones &contactPhones();
    Uploads &uploads(); ///< Files on their way.
    Typing &typing(); ///< Who writes in the conversation on screen.
    Pauses &pauses(); ///< Where the workspace asks the person to wait.
    OwnPresence &presence(); ///< Whether colleagues see the agent as there.
    Shift &shift(); ///< The agent's own figures.
    Board &board(); ///< For managers: everybody's queue and load.
    RestClient &rest(); ///< For files of messages (RestClient::download).
    bool mayPreviewQueue() const; ///< Routing lets queued conversations be read.
    void setView(const Attention::View &view); ///< What is on screen, for notices and read state.

Q_SIGNALS:
    void connectionChanged();
    void noticed(const greenline::Notice &notice);
    void expired(); ///< The token is refused: sign in again; drafts and outbox are kept.
    void routingChanged();
    void versionChanged(); ///< Another server version than the account file said; signedIn() carries it.
    void storageFailed(const greenline::Error &error);

private:
    struct Parts;
    void connectParts();
    void onReady();
    void onLine();
    void onCompared();
    void onDepartmentsTouched();
    void checkVersion();
    void expire(const Error &why);

    std::unique_ptr<Parts> m_parts;
};

} // namespace greenline
