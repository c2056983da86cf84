#pragma once

#include "app/practice/practiceworkspace.h"
#include "app/setup/checkup.h"

#include <QJsonObject>
#include <QTestEventLoop>
#include <QTimer>

#include <memory>

namespace greenline::test {

/// A workspace and a Twilio account that work together, of which a test breaks something, and their checkup.
class BrokenPlace
{
public:
    struct Way {
        QByteArray scene = {}; ///< Members of a TwilioScene that take the place of the working ones; "@hook", "@site".
        QList<std::pair<QString, QJsonValue>> settings = {}; ///< Of the workspace.
        std::function<void(practice::State &)> spoil = {}; ///< Whatever else of it.
        std::function<void(SetupPlan &)> replan = {}; ///< What the administrator enters otherwise.
        QString version = QStringLiteral("8.8");
        QString user = QStringLiteral("admin");
    };
    explicit BrokenPlace(const Way &way);
    ~BrokenPlace();

    bool isReady() const { return m_isReady; }
    bool run(const QString &id); ///< With what it needs; the clock is moved on while it waits.
    bool runAll();
    CheckOutcome of(const QString &id) const;
    /// With the password, when it is asked for.
    Status repair(const RepairPlan &plan);
    Checkup &checkup() { return *m_checkup; }
    practice::PracticeWorkspace &workspace() { return *m_workspace; }
    ManualClock &clock() { return m_clock; }

private:
    QByteArray sceneOf(const Way &way) const;
    bool signIn(const QString &user);
    Status carryOut(const RepairPlan &plan, const QString &code);
    bool waitForRunner();

    ManualClock m_clock;
    HttpClient m_http;
    QObject m_life;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
    RestClient m_rest;
    QString m_password;
    std::unique_ptr<Checkup> m_checkup;
    QTimer m_tick; // moves the clock on
    bool m_isReady = false;
};

/// The causes that say of a login that its token is not right.
bool blamesTheToken(const QString &cause);

} // namespace greenline::test
