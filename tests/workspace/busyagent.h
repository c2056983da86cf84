#pragma once

#include "console.h"

#include <QTimer>

namespace greenline {

/// One who takes, answers, notes and closes, as the window lets them.
class BusyAgent : public QObject
{
public:
    BusyAgent(const QString &version, const QString &notesScope)
        : workspace(optionsOf(version), time)
        , accounts(profile.filePath(QStringLiteral("accounts.json")))
        , signIns(http, time, secrets, accounts)
    {
        if (!notesScope.isEmpty()) {
            workspace.state().documents.customFields.insert({{QStringLiteral("_id"), QStringLiteral("notes")},
                                                             {QStringLiteral("label"), QStringLiteral("Notes")},
                                                             {QStringLiteral("scope"), notesScope},
                                                             {QStringLiteral("visibility"), QStringLiteral("visible")},
                                                             {QStringLiteral("regexp"), QString()}});
        }
    }

    static practice::PracticeOptions optionsOf(const QString &version)
    {
        practice::PracticeOptions options = Console::quiet();
        options.version = version;
        options.licence = practice::Licence::Enterprise;
        options.limitsRates = true;
        return options;
    }

    bool sitDown();
    bool serve(int number);
    bool isLive() const { return session->connection().line == ConnectionState::Line::Live; }
    QStringList crowded(int most) const; ///< Routes with more calls than that within a minute.

    ManualClock time;
    QTemporaryDir profile;
    practice::PracticeWorkspace workspace;
    HttpClient http;
    MemoryStore secrets;
    AccountFile accounts;
    SignIn signIns;
    std::unique_ptr<Session> session;
    QStringList problems; ///< What the person was told.
    std::chrono::seconds longestWait{0};

private:
    bool arrives(const std::function<bool()> &condition);
    template <typename T>
    std::optional<T> answerOf(const std::function<void(const Then<T> &)> &ask, const char *what);
    void listen();
    bool take(const QString &number);
    bool look();
    bool answer(const QString &text);
    bool note(const QString &text);
    bool close();

    RoomId m_room;
    QTimer m_wake; // so that a wait without events ends, too
};

} // namespace greenline
