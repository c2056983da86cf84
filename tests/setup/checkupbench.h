#pragma once

#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/practice/twilioscene.h"
#include "app/rest/authapi.h"
#include "app/setup/checkup.h"

#include <QSignalSpy>
#include <QTest>

namespace greenline::test {

/// A workspace and a Twilio account on this computer, and the checkup of an administrator.
struct CheckupBench {
    explicit CheckupBench(practice::Sms sms = practice::Sms::Ready, const QString &user = QStringLiteral("admin"),
                          const QString &version = QStringLiteral("8.8"))
        : workspace(options(sms, version), clock)
        , rest(http, clock)
    {
        isListening = workspace.start().isOk();
        rest.setWorkspace(workspace.url());
        for (const practice::PracticeUser &one : workspace.users()) {
            password = one.username == user ? one.password : password;
        }
        std::optional<Result<LoginAnswer>> login;
        AuthApi(rest).login(user, password, {}, {&life, [&login](const auto &answer) { login.emplace(answer); }});
        isListening = QTest::qWaitFor([&login] { return login.has_value(); }) && login->isOk() && isListening;
        rest.setCredentials((*login)->credentials);
        const QUrl twilio = workspace.twilioUrl();
        TwilioHosts hosts;
        hosts.api = hosts.messaging = hosts.monitor = hosts.pricing = hosts.lookups = twilio;
        checkup = std::make_unique<Checkup>(Checkup::Needs{rest, *parseServerVersion(version), http, clock, hosts});
        checkup->setPlan({.twilio = {workspace.accountSid(), {}, workspace.authToken()}, .number = workspace.number()});
    }
    static practice::PracticeOptions options(practice::Sms sms, const QString &version)
    {
        practice::PracticeOptions options;
        options.version = version;
        options.hasCustomers = false;
        options.sms = sms;
        return options;
    }
    bool runAll()
    {
        QSignalSpy finished(&checkup->runner(), &CheckRunner::finished);
        checkup->runner().runAll();
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 15'000);
    }
    bool run(const QString &id)
    {
        checkup->runner().run(id);
        return QTest::qWaitFor([&] { return !checkup->runner().isRunning(); }, 15'000);
    }
    CheckOutcome of(const QString &id) const
    {
        const CheckOutcome *outcome = checkup->runner().outcome(id);
        return outcome ? *outcome : CheckOutcome{.cause = QStringLiteral("not run")};
    }
    Status carryOut(const RepairPlan &plan, const QString &code = {})
    {
        std::optional<Status> done;
        checkup->repairs().carryOut(plan, code, {&life, [&done](const Status &status) { done.emplace(status); }});
        const bool isDone = QTest::qWaitFor([&done] { return done.has_value(); }, 15'000);
        return isDone ? *done : Status(Error{Error::Kind::Timeout, QStringLiteral("no answer in the test")});
    }
    /// With the password, when it is asked for.
    Status confirmed(const RepairPlan &plan)
    {
        const Status first = carryOut(plan);
        return !first && first.error().code == QLatin1String("totp-required") ? carryOut(plan, password) : first;
    }
    QStringList failing() const
    {
        QStringList ids;
        for (const QString &id : checkup->runner().ids()) {
            const CheckOutcome outcome = of(id);
            if (outcome.verdict != CheckVerdict::Passed) {
                ids.append(id + u' ' + outcome.cause);
            }
        }
        return ids;
    }
    practice::TwilioScene scene(const QString &url, const QList<QJsonObject> &services = {}) const
    {
        practice::TwilioScene scene;
        scene.numbers = {{{QStringLiteral("phone_number"), workspace.number()}, {QStringLiteral("sms_url"), url}},
                         {{QStringLiteral("phone_number"), QStringLiteral("+14155550177")}}};
        scene.services = services;
        return scene;
    }

    ManualClock clock;
    HttpClient http;
    QObject life;
    practice::PracticeWorkspace workspace;
    RestClient rest;
    std::unique_ptr<Checkup> checkup;
    QString password;
    bool isListening = false;
};

} // namespace greenline::test
