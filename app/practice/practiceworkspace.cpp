#include "app/practice/practiceworkspace.h"

#include "app/practice/customers.h"
#include "app/practice/ddpside.h"
#include "app/practice/faults.h"
#include "app/practice/httpsite.h"
#include "app/practice/practicecontrol.h"
#include "app/practice/practicescene.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/restside.h"
#include "app/practice/smswebhook.h"
#include "app/practice/state.h"

#include <QWebSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// In Twilio's forms (twilio.md 1.1), and plainly nobody's.
constexpr auto practiceSid = "AC00000000000000000000000000000000"_L1;
constexpr auto practiceToken = "facade00facade00facade00facade00"_L1;
constexpr auto practiceNumber = "+14155550100"_L1;

} // namespace

/// Built from the inside out: state, then what serves it, then what is reached from outside.
struct PracticeWorkspace::Parts {
    Parts(const PracticeOptions &wanted, Clock &time, PracticeWorkspace &workspace)
        : clock(time)
        , options(wanted)
        , twilio(practiceSid, practiceToken, time)
        , state(wanted, faults, time)
        , rest(state)
        , ddp(state)
        , webhook(state)
        , site([this](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
            rest.serve(request, reply);
        })
        , customers(twilio, time)
        , control(twilio, faults,
                  {[&workspace, this](int seconds) { goOffline(workspace, seconds); },
                   [] { return QString(practiceNumber); }, [this] { return state.settingChanges; }})
    {
        if (options.sms == Sms::Off) {
            state.settings.set(u"SMS_Enabled"_s, false);
            state.settings.set(u"SMS_Default_Omnichannel_Department"_s, QString());
        } else {
            state.settings.set(u"SMS_Twilio_Account_SID"_s, QString(practiceSid));
            state.settings.set(u"SMS_Twilio_authToken"_s, QString(practiceToken));
        }
        rest.add(webhook.routes());
        site.acceptWebSockets([this](std::unique_ptr<QWebSocket> socket) { ddp.add(std::move(socket)); });
        twilio.setControl([this](const HttpRequest &request) { return control.serve(request); });
    }

    void goOffline(PracticeWorkspace &workspace, int seconds)
    {
        workspace.stop();
        clock.after(std::chrono::seconds(seconds), &workspace, [&workspace] { static_cast<void>(workspace.start()); });
    }

    Clock &clock;
    PracticeOptions options; // its port is the one served from the first start on
    Faults faults;
    PracticeTwilio twilio;
    State state;
    RestSide rest;
    DdpSide ddp;
    SmsWebhook webhook;
    HttpSite site;
    Customers customers;
    PracticeControl control;
    bool isTwilioUp = false;
};

PracticeWorkspace::PracticeWorkspace(const PracticeOptions &options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(options, clock, *this))
{
}

PracticeWorkspace::~PracticeWorkspace()
{
    stop();
}

Status PracticeWorkspace::start()
{
    if (m_parts->site.port() != 0) {
        return Done{};
    }
    const Status listening = m_parts->site.listen(m_parts->options.port);
    if (!listening) {
        return listening;
    }
    m_parts->options.port = m_parts->site.port();
    m_parts->state.setSite(url());
    if (!m_parts->isTwilioUp) {
        const Status started = m_parts->twilio.start();
        if (!started) {
            return started;
        }
        m_parts->isTwilioUp = true;
        m_parts->twilio.setScene(m_parts->options.sms == Sms::Off ? untouchedScene(number())
                                                                  : readyScene(number(), webhook()));
    }
    m_parts->twilio.setWebhook(webhook());
    const QUrl twilioSeen = m_parts->options.twilio.isEmpty() ? twilioUrl() : m_parts->options.twilio;
    m_parts->state.posting.setTwilio(twilioSeen);
    m_parts->state.outreach.setTwilio(twilioSeen);
    m_parts->state.outreach.setNumber(number());
    if (m_parts->options.hasCustomers) {
        m_parts->customers.start(number());
    }
    return Done{};
}

void PracticeWorkspace::stop()
{
    m_parts->ddp.closeAll();
    m_parts->site.close();
}

QUrl PracticeWorkspace::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_parts->options.port));
}

QUrl PracticeWorkspace::webhook() const
{
    return url().resolved(QUrl(u"/api/v1/livechat/sms-incoming/twilio"_s));
}

QUrl PracticeWorkspace::twilioUrl() const
{
    return m_parts->twilio.url();
}

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

QList<PracticeUser> PracticeWorkspace::users() const
{
    return m_parts->state.accounts.users();
}

PracticeTwilio &PracticeWorkspace::twilio()
{
    return m_parts->twilio;
}

const RestLimiter &PracticeWorkspace::limiter() const
{
    return m_parts->rest.limiter();
}

Faults &PracticeWorkspace::faults()
{
    return m_parts->faults;
}

State &PracticeWorkspace::state()
{
    return m_parts->state;
}

} // namespace greenline::practice
