#include "console.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

Console::Console(const practice::PracticeOptions &options)
    : workspace(options, clock)
    , accounts(profile.filePath(u"accounts.json"_s))
    , signIns(http, clock, secrets, accounts)
{
    const Status started = workspace.start();
    if (!started) {
        qFatal("the practice workspace does not start: %s", qPrintable(started.error().detail));
    }
}

Console::~Console() = default;

practice::PracticeOptions Console::quiet()
{
    practice::PracticeOptions options;
    options.hasCustomers = false;
    return options;
}

bool Console::signIn(const QString &username)
{
    Awaited<SignedIn> answer;
    signIns.withPassword({workspace.url(), username, passwordOf(username), {}, SignIn::Keep::InKeyring},
                         answer.then(this));
    if (!QTest::qWaitFor([&] { return answer.isHere(); }) || !answer.result()) {
        qWarning() << "not signed in:" << (answer.isHere() ? answer.result().error().detail : u"no answer"_s);
        return false;
    }
    signedIn = *answer.result();
    return true;
}

bool Console::start()
{
    session = std::make_unique<Session>(
        signedIn, Session::Needs{http, clock, profile.filePath(u"safe.db"_s), profile.filePath(u"cache.db"_s)});
    if (!session->openStorage()) {
        return false;
    }
    session->start();
    return QTest::qWaitFor([this] { return line() == ConnectionState::Line::Live; });
}

QString Console::passwordOf(const QString &username) const
{
    const QList<practice::PracticeUser> users = workspace.users();
    const auto found = std::find_if(users.cbegin(), users.cend(),
                                    [&](const practice::PracticeUser &user) { return user.username == username; });
    return found == users.cend() ? QString() : found->password;
}

QString Console::userId(const QString &username)
{
    return workspace.state().accounts.userIdOf(username);
}

void Console::text(const QString &from, const QString &body)
{
    workspace.twilio().deliver({from, workspace.number(), body});
}

void Console::textQuietly(const QString &from, const QString &body)
{
    practice::State &state = workspace.state();
    const practice::Outcome<practice::Reception> reception
        = state.intake.receive({u"twilio"_s, from, workspace.number(), body, {}});
    if (!reception) {
        qFatal("the workspace does not take texts");
    }
    state.posting.fromVisitor(reception->visitor, reception->rid, {{u"msg"_s, body}});
}

const Conversation *Console::only() const
{
    const ConversationStore &listed = session->conversations();
    return listed.size() == 1 ? &listed.at(0) : nullptr;
}

QStringList textsOf(const MessageStore &store)
{
    static const QStringList authors{u"Customer: "_s, u"Agent: "_s, u"System: "_s};
    QStringList texts;
    for (int row = 0; row < store.size(); ++row) {
        const Message &message = store.at(row);
        if (message.event == Message::Event::None) {
            texts.append(authors.at(static_cast<int>(message.author)) + message.text);
        }
    }
    return texts;
}
