#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/practice/practiceoptions.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

namespace greenline::practice {

class Faults;
class PracticeTwilio;
class RestLimiter;
class State;

struct PracticeUser {
    QString username;
    QString password;
    QStringList roles;
};

/// A loopback Rocket.Chat with a loopback Twilio: for trying Greenline without a server, and what the tests talk to. It
/// behaves as rocketchat-wire.md 10-12 says and answers in the shapes of the recordings; it shares no codec with the
/// client on purpose.
class PracticeWorkspace : public QObject
{
    Q_OBJECT
public:
    PracticeWorkspace(const PracticeOptions &options, Clock &clock, QObject *parent = nullptr);
    ~PracticeWorkspace() override;
    Status start(); ///< Listens on 127.0.0.1; Network when the port is taken.
    void stop(); ///< Drops every connection and frees the port; start() serves the same state again.

    QUrl url() const;
    QUrl webhook() const;
    QUrl twilioUrl() const;
    QString accountSid() const;
    QString authToken() const;
    QString number() const; ///< The workspace's SMS number, E.164.
    QList<PracticeUser> users() const; ///< Agents ana and tom, manager maria, administrator admin.

    PracticeTwilio &twilio(); ///< What left as SMS; and `deliver` an SMS to the workspace's webhook, signed.
    Faults &faults();
    const RestLimiter &limiter() const; ///< How much of its limits was used.
    State &state();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace greenline::practice
