#include "app/practice/practicetwilio.h"

#include "app/practice/httpsite.h"
#include "app/practice/practicepicture.h"
#include "app/practice/twiliofaults.h"
#include "app/practice/twilioinbound.h"
#include "app/practice/twilioroutes.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto picturePath = "/practice/media/parcel.png"_L1;

struct ToldAnswer {
    PracticeTwilio::Answer answer;
    int status;
    int code;
    QLatin1StringView message;
};

// Twilio's own words: Rocket.Chat passes them on to the agent (rocketchat-wire.md 12, 5.6).
constexpr std::array toldAnswers{
    ToldAnswer{PracticeTwilio::Answer::InvalidTo, 400, 21211, "The 'To' number is not a valid phone number."_L1},
    ToldAnswer{PracticeTwilio::Answer::OptedOut, 400, 21610, "Attempt to send to unsubscribed recipient"_L1},
    ToldAnswer{PracticeTwilio::Answer::Unauthorized, 401, 20003, "Authenticate"_L1},
};

HttpAnswer toldAnswer(PracticeTwilio::Answer answer)
{
    const auto told = std::find_if(toldAnswers.begin(), toldAnswers.end(),
                                   [answer](const ToldAnswer &one) { return one.answer == answer; });
    Q_ASSERT(told != toldAnswers.end());
    return twilioRefusal(told->status, told->code, told->message);
}

bool isSending(const HttpRequest &request)
{
    return request.method == "POST" && request.path.endsWith("/Messages.json"_L1);
}

} // namespace

struct PracticeTwilio::Parts {
    TwilioState state;
    TwilioInbound inbound{state};
    std::unique_ptr<HttpSite> site = {};
    QUrl webhook = {};
    Answer answer = Answer::Ok;
    QList<std::pair<QByteArray, QString>> calls = {};
    std::vector<std::shared_ptr<HttpReply>> hanging = {};
    Control control = {};
};

PracticeTwilio::PracticeTwilio(const QString &accountSid, const QString &authToken, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(new Parts{{accountSid, authToken, clock}})
{
    const auto handle = [this](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
        const bool isControl = request.path.startsWith("/practice/"_L1) || request.path == "/changes"_L1;
        if (request.path == picturePath) {
            reply->answer({200, "image/png", parcelPicture()});
        } else if (isControl && m_parts->control) {
            reply->answer(m_parts->control(request));
        } else {
            serve(request, reply);
        }
    };
    m_parts->site = std::make_unique<HttpSite>(handle);
    connect(&m_parts->inbound, &TwilioInbound::delivered, this, &PracticeTwilio::delivered);
}

PracticeTwilio::~PracticeTwilio() = default;

Status PracticeTwilio::start()
{
    return m_parts->site->listen(0);
}

QUrl PracticeTwilio::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_parts->site->port()));
}

QUrl PracticeTwilio::pictureUrl() const
{
    return url().resolved(QUrl(picturePath));
}

QString PracticeTwilio::authToken() const
{
    return m_parts->state.authToken;
}

void PracticeTwilio::setWebhook(const QUrl &webhook)
{
    m_parts->webhook = webhook;
}

void PracticeTwilio::setAnswer(Answer answer)
{
    m_parts->answer = answer;
}

void PracticeTwilio::setScene(const TwilioScene &scene)
{
    m_parts->state.play(scene);
}

void PracticeTwilio::addFault(const TwilioMischief &fault)
{
    m_parts->state.scene.faults.append(fault);
}

void PracticeTwilio::clearFaults()
{
    m_parts->state.scene.faults.clear();
}

void PracticeTwilio::setControl(Control control)
{
    m_parts->control = std::move(control);
}

const QList<SentSms> &PracticeTwilio::sent() const
{
    return m_parts->state.sent;
}

const QList<TwilioChange> &PracticeTwilio::changes() const
{
    return m_parts->state.changes;
}

int PracticeTwilio::asked() const
{
    return int(m_parts->calls.size());
}

int PracticeTwilio::calls(const QByteArray &method, const QString &pathPart) const
{
    return int(std::count_if(m_parts->calls.cbegin(), m_parts->calls.cend(),
                             [&](const auto &call) { return call.first == method && call.second.contains(pathPart); }));
}

void PracticeTwilio::serve(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply)
{
    m_parts->calls.append({request.method, request.path});
    if (m_parts->answer == Answer::Hang) {
        m_parts->hanging.push_back(reply);
        return;
    }
    if (m_parts->answer == Answer::Unauthorized || (m_parts->answer != Answer::Ok && isSending(request))) {
        reply->answer(toldAnswer(m_parts->answer));
        return;
    }
    carryOut(request, reply);
}

void PracticeTwilio::carryOut(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply)
{
    TwilioState &state = m_parts->state;
    const std::optional<TwilioMischief> mischief = takeMischief(state.scene.faults, request);
    const qsizetype before = state.sent.size();
    const bool isSlow = mischief && mischief->kind == TwilioMischief::Kind::Slow;
    if (!mischief || mischief->isDone || isSlow) {
        const HttpAnswer answer = answerTwilio(state, request);
        if (!mischief) {
            reply->answer(answer);
        } else if (isSlow) {
            state.clock.after(std::chrono::milliseconds(mischief->delay), this,
                              [reply, answer] { reply->answer(answer); });
        }
    }
    if (mischief && !isSlow) {
        if (const auto hanging = spoil(*mischief, reply)) {
            m_parts->hanging.push_back(hanging);
        }
    }
    if (state.sent.size() > before) {
        Q_EMIT smsSent(state.sent.last());
    }
}

void PracticeTwilio::deliver(const IncomingSms &sms)
{
    // Twilio itself keeps the list of who said STOP, and hands the word on (twilio.md 3.4, 21610).
    const QString word = sms.body.trimmed().toUpper();
    if (word == "STOP"_L1) {
        m_parts->state.optedOut.insert(sms.from);
    } else if (word == "START"_L1) {
        m_parts->state.optedOut.remove(sms.from);
    }
    m_parts->inbound.deliver(sms, inboundTarget(m_parts->state, sms.to, m_parts->webhook));
}

} // namespace greenline::practice
