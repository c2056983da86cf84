#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace greenline::practice {

class PracticeTwilio;
struct SentSms;

/// One text of a customer's script.
struct Line {
    QStringView text;
    bool hasPicture = false;
};

/// Somebody who texts: says the first line by herself, each further one when she was answered.
struct Person {
    QLatin1StringView number;
    QStringView savedName; ///< As the workspace's contacts know her; empty for a stranger.
    std::chrono::seconds firstAfter{0}; ///< Since the workspace opened.
    std::chrono::seconds thinks{20}; ///< Between an answer and the next text.
    std::chrono::seconds patience{0}; ///< Asks again when nobody answered that long; 0: never.
    std::vector<Line> lines;
    QStringView nudge = {}; ///< What she asks then.
};

/// At least a dozen people of several countries; their numbers are reserved for fiction or plainly made up.
const std::vector<Person> &practicePeople();

/// The people of a practice workspace: they text it through the practice Twilio, wait for the answer and text again.
class Customers : public QObject
{
    Q_OBJECT
public:
    Customers(PracticeTwilio &twilio, Clock &clock, QObject *parent = nullptr);
    ~Customers() override;
    void start(const QString &number); ///< The number they text to. Once.

private:
    struct Mood;
    void say(Mood &mood);
    void hear(const SentSms &sms);
    void nudge(Mood &mood);
    PracticeTwilio &m_twilio;
    Clock &m_clock;
    QString m_number;
    std::vector<std::unique_ptr<Mood>> m_moods;
};

} // namespace greenline::practice
