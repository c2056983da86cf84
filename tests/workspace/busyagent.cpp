#include "busyagent.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/contactphones.h"
#include "app/workspace/customercare.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

bool BusyAgent::sitDown()
{
    if (!workspace.start()) {
        return false;
    }
    const QList<practice::PracticeUser> users = workspace.users();
    const auto ana = std::find_if(users.cbegin(), users.cend(),
                                  [](const practice::PracticeUser &user) { return user.username == "ana"_L1; });
    const auto signedIn = answerOf<SignedIn>(
        [&](const Then<SignedIn> &then) {
            signIns.withPassword({workspace.url(), ana->username, ana->password, {}, SignIn::Keep::InKeyring}, then);
        },
        "sign in");
    if (!signedIn) {
        return false;
    }
    session = std::make_unique<Session>(
        *signedIn, Session::Needs{http, time, profile.filePath(u"safe.db"_s), profile.filePath(u"cache.db"_s)});
    if (!session->openStorage()) {
        return false;
    }
    listen();
    session->setView({.isWindowActive = true, .isWindowVisible = true});
    session->start();
    return arrives([this] { return isLive(); });
}

/// Where the window would show that something went wrong.
void BusyAgent::listen()
{
    connect(session.get(), &Session::storageFailed, this,
            [this](const Error &error) { problems.append(u"storage: "_s + error.detail); });
    connect(session.get(), &Session::connectionChanged, this, [this] {
        if (session->connection().line == ConnectionState::Line::Waiting) {
            problems.append(u"the line is gone"_s);
        }
    });
    connect(&session->timelines(), &Timelines::loadFailed, this,
            [this](const RoomId &, const Error &error) { problems.append(u"messages: "_s + error.detail); });
    connect(&session->care().customers, &Customers::failed, this,
            [this](const RoomId &, const Error &error) { problems.append(u"customer: "_s + error.detail); });
    connect(&session->outbox(), &Outbox::changed, this, [this](const Message &message) {
        if (message.delivery == Message::Delivery::Failed || message.delivery == Message::Delivery::Refused) {
            problems.append(u"message: "_s + message.reason);
        }
    });
}

/// Lets the wire work, and time pass when the wire waits for it. Events alone are waited for, for QTest::qWaitFor looks
/// only each 10 ms, and this is asked a thousand times.
bool BusyAgent::arrives(const std::function<bool()> &condition)
{
    m_wake.start(20);
    for (auto waited = 0s; waited < 70s; waited += 1s) {
        const QDeadlineTimer patience(waited == 0s ? 300 : 100); // after that, it is a route that the wire waits for
        while (!condition() && !patience.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        if (condition()) {
            longestWait = std::max(longestWait, waited);
            return true;
        }
        time.advance(1s);
    }
    return false;
}

template <typename T>
std::optional<T> BusyAgent::answerOf(const std::function<void(const Then<T> &)> &ask, const char *what)
{
    Awaited<T> answer;
    ask(answer.then(this));
    if (!arrives([&] { return answer.isHere(); })) {
        problems.append(QLatin1StringView(what) + u": no answer"_s);
        return std::nullopt;
    }
    if (!answer.result()) {
        problems.append(QLatin1StringView(what) + u": "_s + answer.result().error().detail);
        return std::nullopt;
    }
    return *answer.result();
}

/// 18 seconds of an agent's life.
bool BusyAgent::serve(int number)
{
    const bool isServed = take(u"+1212555%1"_s.arg(number, 4, 10, QChar(u'0'))) && look()
        && answer(u"It leaves today, number %1"_s.arg(number)) && note(u"Asked about parcel %1"_s.arg(number))
        && close();
    time.advance(3s);
    return isServed;
}

bool BusyAgent::take(const QString &number)
{
    practice::State &state = workspace.state();
    const practice::Outcome<practice::Reception> reception
        = state.intake.receive({u"twilio"_s, number, workspace.number(), u"Where is my parcel?"_s, {}});
    state.posting.fromVisitor(reception->visitor, reception->rid, {{u"msg"_s, u"Where is my parcel?"_s}});
    m_room = {reception->rid};
    const auto isQueued = [this] {
        const Conversation *queued = session->conversations().find(m_room);
        return queued && queued->stage == Stage::Queue;
    };
    if (!arrives(isQueued)) {
        problems.append(u"does not see who waits"_s);
        return false;
    }
    time.advance(3s);
    const auto taken = answerOf<TakeOutcome>(
        [this](const Then<TakeOutcome> &then) { session->commands().take(m_room, then); }, "take");
    return taken && taken->verdict == TakeOutcome::Verdict::Mine;
}

/// As desk, view and customer pane do when a conversation is opened.
bool BusyAgent::look()
{
    session->setView({.openRoom = m_room, .isWindowActive = true, .isWindowVisible = true});
    session->timelines().open(m_room);
    const VisitorId visitor = session->conversations().find(m_room)->visitor;
    session->contactPhones().of(visitor, {this, [](const Result<QStringList> &) {}});
    session->care().customers.read({m_room, visitor});
    const bool isRead
        = arrives([this] { return !session->timelines().isLoading(m_room) && session->care().customers.find(m_room); });
    time.advance(4s);
    return isRead;
}

bool BusyAgent::answer(const QString &text)
{
    const qsizetype before = workspace.twilio().sent().size();
    if (!session->outbox().send(m_room, text)) {
        return false;
    }
    const bool isSent
        = arrives([&] { return session->outbox().waiting() == 0 && workspace.twilio().sent().size() == before + 1; });
    time.advance(4s);
    return isSent;
}

/// Into the workspace's field for notes when somebody made one, else into the notes of this computer.
bool BusyAgent::note(const QString &text)
{
    const CustomerKey key{m_room, session->conversations().find(m_room)->visitor};
    CustomerNotes &notes = session->care().notes;
    notes.set(key, text);
    time.advance(2s);
    if (notes.isUnsaved(key)) {
        const auto saved = answerOf<FactSaved>([&](const Then<FactSaved> &then) { notes.save(key, then); }, "notes");
        if (!saved || saved->how != FactSaved::How::Saved) {
            problems.append(u"notes: not kept"_s);
        }
    }
    return notes.text(key) == text && !notes.isUnsaved(key);
}

bool BusyAgent::close()
{
    const auto rules = answerOf<CloseRules>(
        [this](const Then<CloseRules> &then) { session->commands().closeRules(m_room, then); }, "rules");
    time.advance(2s);
    const auto closed = answerOf<Done>(
        [this](const Then<Done> &then) {
            session->commands().close(m_room, {.comment = u"Done"_s, .tags = {u"delivery"_s}}, then);
        },
        "close");
    session->timelines().release(m_room);
    session->setView({.isWindowActive = true, .isWindowVisible = true});
    return rules && closed;
}

QStringList BusyAgent::crowded(int most) const
{
    QStringList crowded;
    const QHash<QString, int> &routes = workspace.limiter().most();
    for (auto route = routes.cbegin(); route != routes.cend(); ++route) {
        if (route.value() > most) {
            crowded.append(u"%1 ×%2"_s.arg(route.key()).arg(route.value()));
        }
    }
    crowded.sort();
    return crowded;
}

} // namespace greenline
