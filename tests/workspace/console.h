#pragma once

#include "app/base/clock.h"
#include "app/http/httpclient.h"
#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/secrets/memorystore.h"
#include "app/storage/accountfile.h"
#include "app/workspace/commands.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "app/workspace/signin.h"
#include "app/workspace/timelines.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

/// The answer of one Then, when it has come.
template <typename T>
class Awaited
{
public:
    greenline::Then<T> then(QObject *context)
    {
        return {context, [answer = m_answer](const greenline::Result<T> &result) {
                    Q_ASSERT_X(!answer->has_value(), "Awaited", "answered twice");
                    *answer = result;
                }};
    }
    bool isHere() const { return m_answer->has_value(); }
    const greenline::Result<T> &result() const { return **m_answer; }

private:
    std::shared_ptr<std::optional<greenline::Result<T>>> m_answer
        = std::make_shared<std::optional<greenline::Result<T>>>();
};

/// A practice workspace without customers of its own, on a free port, and what is needed to sit down before it.
class Console : public QObject
{
public:
    explicit Console(const greenline::practice::PracticeOptions &options = quiet());
    ~Console() override;
    static greenline::practice::PracticeOptions
    quiet(); ///< The newest version, manual routing, nobody texts by themselves.

    bool signIn(const QString &username = QStringLiteral("ana")); ///< Really, by REST, with the practice password.
    bool start(); ///< A session of who signed in, live.
    void endSession() { session.reset(); }

    QString passwordOf(const QString &username) const;
    QString userId(const QString &username);
    /// A text through the webhook, signed, as Twilio would bring it.
    void text(const QString &from, const QString &body);
    /// The same without any wire, for moments when the workspace cannot be reached.
    void textQuietly(const QString &from, const QString &body);

    greenline::ConversationStore &conversations() { return session->conversations(); }
    const greenline::Conversation *only() const; ///< The one conversation listed; null when there is none or more.
    greenline::ConnectionState::Line line() const { return session->connection().line; }
    int sent() { return static_cast<int>(workspace.twilio().sent().size()); }

    greenline::SystemClock clock;
    QTemporaryDir profile;
    greenline::practice::PracticeWorkspace workspace;
    greenline::HttpClient http;
    greenline::MemoryStore secrets;
    greenline::AccountFile accounts;
    greenline::SignIn signIns;
    greenline::SignedIn signedIn;
    std::unique_ptr<greenline::Session> session;
};

/// The row of a message as text: `Customer: hello`, `Agent: hi`; and of the whole store.
QStringList textsOf(const greenline::MessageStore &store);
