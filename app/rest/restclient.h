#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/then.h"
#include "app/http/httpclient.h"
#include "app/rest/formbody.h"
#include "app/rest/recentanswers.h"
#include "app/rest/routegate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

namespace greenline {

/// Who asks. The token is a secret: never logged, never in a URL.
struct Credentials {
    QString userId;
    QString authToken;
};

/// A person waits for an answer.
struct Wait {
    Wait(const RoomId &conversation)
        : where(conversation)
    {
    }
    Wait(const RoomId &conversation, QObject *person)
        : where(conversation)
        , by(person)
    {
    }
    bool isOver() const { return by && by->isNull(); }

    RoomId where; ///< The conversation; an empty id: elsewhere in the window.
    std::optional<QPointer<QObject>> by = {}; ///< The wait ends when that dies; nothing: with the answer.
};

struct RestCall {
    QByteArray verb = "GET";
    QString path = {}; ///< Below /api/v1/, "livechat/inquiries.take"; "/api/info" is taken from the root. Ids in it go
                       ///< through pathSegment().
    QUrlQuery query = {}; ///< Filled with addQuery(), for QUrlQuery leaves a plus sign as it is.
    QJsonObject body = {};
    std::optional<FormBody> form = {}; ///< In place of body.
    std::chrono::milliseconds timeout{30'000};
    bool mayWait = true; ///< For a closed route to open; otherwise it is answered RateLimited at once.
    std::optional<Wait> awaitedIn = {}; ///< Nothing: nobody looks at this call.
    enum class Age {
        Now,
        Shared, ///< As Now, and those after it may use the answer.
        Recent ///< Shared, and what such a call was answered up to ten seconds ago or is about to be is as good.
    };
    Age age = Age::Now; ///< Of a GET; ten calls of a route a minute are allowed to a whole office.
    bool isOnce = false; ///< As in HttpRequest.
    QString secondFactor = {}; ///< The code that the server asked for ("totp-required").
    QPointer<Transfer> transfer = {};
};

/// What of a RestCall a method call may have, too.
struct MethodManner {
    bool isOnce = false;
    std::optional<Wait> awaitedIn = {};
};

/// REST of one workspace: addresses, headers, the error envelope, and the route limits. What it answers is the JSON
/// object of a success; everything else is an Error with the server's code (rocketchat-wire.md 7): 401 Unauthorized,
/// 403 Forbidden when it is the API's own (a proxy's is Protocol), 404 or an HTML page NotFound, 429 RateLimited with
/// retryAfter, other 4xx Rejected, 5xx Network. A route that answered 429, or that has told to have nothing left, is
/// not asked again before its time: calls wait and go out in order, and a GET that was answered 429 waits with them,
/// twice at most. Where a person waits for a call that is held, pauses() tells. What is under way when the client is
/// destroyed is not answered any more.
class RestClient : public QObject
{
    Q_OBJECT
public:
    RestClient(HttpClient &http, Clock &clock, QObject *parent = nullptr);

    void setWorkspace(const QUrl &address);
    const QUrl &workspace() const { return m_workspace; }
    void setCredentials(const Credentials &credentials);

    void send(const RestCall &call, const Then<QJsonObject> &then);
    /// POST method.call/<method>; the inner result. A method error is HTTP 200 up to 7.x and 400 in 8.x; both are read.
    void callMethod(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then,
                    const MethodManner &manner = {});
    /// A file of the workspace ("/file-upload/…") with the credentials in headers; other origins are refused.
    void download(const QString &link, qint64 maximumBytes, const Then<HttpReply> &then);

    /// The pauses that the workspace asks of a person: where a call with awaitedIn is held, and until its route opens.
    /// A call that waits in a closed route's line has none left when its turn is about to come.
    QHash<RoomId, std::chrono::milliseconds> pauses() const;

    /// Routes that this workspace was found not to have, so that it is not asked twice each time.
    bool lacks(const QString &path) const { return m_lacking.contains(path); }
    void noteLacking(const QString &path) { m_lacking.insert(path); }

    void forgetRecent() { m_recent.clear(); } ///< Something was changed that they may speak of.

Q_SIGNALS:
    /// A call was answered 401: the session has expired. Once for each sign-in; never for a refused login.
    void unauthorized();
    /// A call for which a person waits is held, goes out, or is waited for no longer. As time passes, nothing is told.
    void pausesChanged();

private:
    /// So that no caller is answered inside its own call.
    template <typename T>
    void answerLater(const Then<T> &then, const Result<T> &answer)
    {
        QMetaObject::invokeMethod(
            this, [then, answer] { then(answer); }, Qt::QueuedConnection);
    }
    struct AskedCall : RestCall {
        int repeats = 0; // asked so often after a refusal
    };
    void exchange(const AskedCall &call, const Then<HttpReply> &then);
    void hold(const AskedCall &call, const Then<HttpReply> &then);
    void forward(const AskedCall &call, const Then<HttpReply> &then);
    void noteLimit(const RestCall &call, const HttpReply &reply);
    void noteExpiry(const HttpReply &reply);
    QUrl addressOf(const RestCall &call) const;
    std::optional<QUrl> addressOf(const QString &link) const;

    HttpClient &m_http;
    Clock &m_clock;
    QUrl m_workspace;
    Credentials m_credentials;
    bool m_isExpiryTold = false;
    struct Held {
        Wait wait;
        QString route;
    };
    RouteGate m_gate;
    QHash<int, Held> m_held; // calls for which a person waits, by the order in which they came
    int m_lastHeld = 0;
    RecentAnswers m_recent;
    QHash<QString, QList<Then<QJsonObject>>> m_underWay; ///< Who joined a shared call that is not answered yet.
    QSet<QString> m_lacking;
};

QString pathSegment(const QString &id);
void addQuery(QUrlQuery &query, const QString &name, const QString &value);

} // namespace greenline
