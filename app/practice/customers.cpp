#include "app/practice/customers.h"

#include "app/practice/practicetwilio.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// Long enough that a closed conversation is a new one then.
constexpr std::chrono::minutes untilNextRound{15};
constexpr int mostNudges = 2;

} // namespace

/// How far somebody has come in her script.
struct Customers::Mood {
    Mood(const Person &who, Clock &clock, std::function<void(Mood &)> speak, std::function<void(Mood &)> complain)
        : person(who)
        , talk(clock, [this, speak] { speak(*this); })
        , hurry(clock, [this, complain] { complain(*this); })
    {
    }
    const Person &person;
    size_t next = 0; // the line she will say
    int nudges = 0;
    Alarm talk;
    Alarm hurry;
};

Customers::Customers(PracticeTwilio &twilio, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_twilio(twilio)
    , m_clock(clock)
{
    connect(&twilio, &PracticeTwilio::smsSent, this, &Customers::hear);
}

Customers::~Customers() = default;

void Customers::start(const QString &number)
{
    if (!m_moods.empty()) {
        return;
    }
    m_number = number;
    for (const Person &person : practicePeople()) {
        auto mood = std::make_unique<Mood>(
            person, m_clock, [this](Mood &who) { say(who); }, [this](Mood &who) { nudge(who); });
        mood->talk.start(person.firstAfter);
        m_moods.push_back(std::move(mood));
    }
}

void Customers::say(Mood &mood)
{
    const Person &person = mood.person;
    if (mood.next >= person.lines.size()) {
        mood.next = 0;
    }
    const Line &line = person.lines[mood.next];
    ++mood.next;
    IncomingSms sms{person.number, m_number, line.text.toString()};
    if (line.hasPicture) {
        sms.mediaUrls.append(m_twilio.pictureUrl().toString());
        sms.mediaTypes.append(u"image/png"_s);
    }
    m_twilio.deliver(sms);
    mood.nudges = 0;
    if (person.patience > std::chrono::seconds(0)) {
        mood.hurry.start(person.patience);
    }
}

void Customers::hear(const SentSms &sms)
{
    for (const std::unique_ptr<Mood> &mood : m_moods) {
        // An answer while she is about to write anyway does not make her start again.
        if (sms.to != mood->person.number || mood->talk.isActive()) {
            continue;
        }
        mood->hurry.stop();
        const bool isDone = mood->next >= mood->person.lines.size();
        mood->talk.start(isDone ? std::chrono::milliseconds(untilNextRound) : std::chrono::milliseconds(mood->person.thinks));
    }
}

void Customers::nudge(Mood &mood)
{
    m_twilio.deliver({mood.person.number, m_number, mood.person.nudge.toString()});
    ++mood.nudges;
    if (mood.nudges < mostNudges) {
        mood.hurry.start(mood.person.patience);
    }
}

} // namespace greenline::practice
