#include "app/practice/practiceworkspace.h"

#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// In Twilio's forms (twilio.md 1.1), and plainly nobody's.
constexpr auto practiceSid = "AC00000000000000000000000000000000"_L1;
constexpr auto practiceToken = "practice0practice0practice0token"_L1;
constexpr auto practiceNumber = "+14155550100"_L1;

} // namespace

struct PracticeWorkspace::Parts {
    Parts(const PracticeOptions &wanted, Clock &clock)
        : options(wanted)
        , twilio(practiceSid, practiceToken, clock)
    {
    }
    PracticeOptions options;
    Faults faults;
    PracticeTwilio twilio;
};

PracticeWorkspace::PracticeWorkspace(const PracticeOptions &options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(options, clock))
{
}

PracticeWorkspace::~PracticeWorkspace() = default;

QString PracticeWorkspace::accountSid() const
{
    return practiceSid;
}

QString PracticeWorkspace::authToken() const
{
    return practiceToken;
}

QString PracticeWorkspace::number() const
{
    return practiceNumber;
}

PracticeTwilio &PracticeWorkspace::twilio()
{
    return m_parts->twilio;
}

Faults &PracticeWorkspace::faults()
{
    return m_parts->faults;
}

QUrl PracticeWorkspace::twilioUrl() const
{
    return m_parts->twilio.url();
}

} // namespace greenline::practice
