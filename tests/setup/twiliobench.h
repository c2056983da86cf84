#pragma once

#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"
#include "app/setup/twiliochecks.h"

#include <QTest>

namespace greenline {

/// A number of a practice Twilio, and the clock of both.
struct TwilioBench {
    explicit TwilioBench(const practice::TwilioScene &scene)
        : twilio(QStringLiteral("AC0123456789abcdef0123456789abcdef"),
                 QStringLiteral("fedcba9876543210fedcba9876543210"), clock)
    {
        isListening = twilio.start().isOk();
        twilio.setScene(scene);
        TwilioHosts hosts;
        hosts.api = hosts.messaging = hosts.monitor = twilio.url();
        client = std::make_unique<TwilioClient>(
            TwilioClient::Needs{http, clock, hosts},
            TwilioLogin{QStringLiteral("AC0123456789abcdef0123456789abcdef"), {}, twilio.authToken()});
        checks = std::make_unique<TwilioChecks>(
            *client, TwilioChecks::Plan{number(), QUrl(QStringLiteral("https://chat.example.com"))});
    }
    static QString number() { return QStringLiteral("+14155550100"); }
    static practice::TwilioScene scene()
    {
        practice::TwilioScene scene;
        scene.numbers = {{{QStringLiteral("phone_number"), number()}}};
        return scene;
    }
    /// Lets time pass in steps of a second, with what happens in between, until it is so.
    template <typename Function>
    bool waitFor(Function isSo)
    {
        return QTest::qWaitFor(
            [this, isSo] {
                clock.advance(std::chrono::seconds(1));
                return isSo();
            },
            15'000);
    }

    ManualClock clock;
    HttpClient http;
    practice::PracticeTwilio twilio;
    std::unique_ptr<TwilioClient> client;
    std::unique_ptr<TwilioChecks> checks;
    bool isListening = false;
};

} // namespace greenline
