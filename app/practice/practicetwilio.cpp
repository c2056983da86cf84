#include "app/practice/practicetwilio.h"

#include "app/practice/form.h"
#include "app/practice/httpsite.h"
#include "app/practice/practicepicture.h"
#include "app/practice/twiliofields.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSet>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto picturePath = "/practice/media/parcel.png"_L1;

struct TwilioRefusal {
    PracticeTwilio::Answer answer;
    int status;
    int code;
    QLatin1StringView message;
};

// Twilio's own words: Rocket.Chat passes them on to the agent (rocketchat-wire.md 12, 5.6).
constexpr std::array refusals{
    TwilioRefusal{PracticeTwilio::Answer::InvalidTo, 400, 21211, "The 'To' number is not a valid phone number."_L1},
    TwilioRefusal{PracticeTwilio::Answer::OptedOut, 400, 21610, "Attempt to send to unsubscribed recipient"_L1},
    TwilioRefusal{PracticeTwilio::Answer::Unauthorized, 401, 20003, "Authenticate"_L1},
};

const TwilioRefusal &refusalOf(PracticeTwilio::Answer answer)
{
    for (const TwilioRefusal &refusal : refusals) {
        if (refusal.answer == answer) {
            return refusal;
        }
    }
    return refusals.back();
}

HttpAnswer refused(const TwilioRefusal &refusal)
{
    return {refusal.status,
            "application/json",
            twilioError(refusal.status, refusal.code, refusal.message),
            {{"X-Twilio-Error-Code", QByteArray::number(refusal.code)}}};
}

} // namespace

struct PracticeTwilio::Parts {
    QString accountSid;
    QString authToken;
    Clock &clock;
    std::unique_ptr<HttpSite> site = {};
    QNetworkAccessManager network{};
    QUrl webhook = {};
    Answer answer = Answer::Ok;
    QList<SentSms> sent = {};
    int asked = 0;
    std::vector<std::shared_ptr<HttpReply>> hanging = {};
    Control control = {};
    QSet<QString> optedOut = {}; // customers who texted STOP
};

PracticeTwilio::PracticeTwilio(const QString &accountSid, const QString &authToken, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_parts(new Parts{accountSid, authToken, clock})
{
    const auto handle = [this](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
        if (request.path == picturePath) {
            reply->answer({200, "image/png", parcelPicture()});
        } else if (request.path.startsWith("/practice/"_L1) && m_parts->control) {
            reply->answer(m_parts->control(request));
        } else {
            serve(request, reply);
        }
    };
    m_parts->site = std::make_unique<HttpSite>(handle);
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
    return m_parts->authToken;
}

void PracticeTwilio::setWebhook(const QUrl &webhook)
{
    m_parts->webhook = webhook;
}

void PracticeTwilio::setAnswer(Answer answer)
{
    m_parts->answer = answer;
}

void PracticeTwilio::setControl(Control control)
{
    m_parts->control = std::move(control);
}

const QList<SentSms> &PracticeTwilio::sent() const
{
    return m_parts->sent;
}

int PracticeTwilio::asked() const
{
    return m_parts->asked;
}

void PracticeTwilio::serve(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply)
{
    ++m_parts->asked;
    const QString messages = u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(m_parts->accountSid);
    const QByteArray credentials = "Basic " + (m_parts->accountSid + u':' + m_parts->authToken).toLatin1().toBase64();
    if (m_parts->answer == Answer::Hang) {
        m_parts->hanging.push_back(reply);
        return;
    }
    if (m_parts->answer == Answer::Unauthorized || request.header("Authorization") != credentials) {
        reply->answer(refused(refusalOf(Answer::Unauthorized)));
        return;
    }
    if (request.path != messages || request.method != "POST") {
        const QString message = u"The requested resource %1 was not found"_s.arg(request.path);
        reply->answer({404, "application/json", twilioError(404, 20404, message)});
        return;
    }
    const Fields form = formDecoded(request.body);
    SentSms sms{newSid(u"SM"_s), formValue(form, u"From"_s), formValue(form, u"To"_s), formValue(form, u"Body"_s), {}, m_parts->clock.now()};
    for (const auto &[name, value] : form) {
        if (name == "MediaUrl"_L1) {
            sms.media.append(value);
        }
    }
    const Answer answer = answerTo(sms.to);
    if (answer != Answer::Ok) {
        reply->answer(refused(refusalOf(answer)));
        return;
    }
    m_parts->sent.append(sms);
    reply->answer({201, "application/json", messageResource(sms, m_parts->accountSid)});
    Q_EMIT smsSent(sms);
}

PracticeTwilio::Answer PracticeTwilio::answerTo(const QString &number) const
{
    if (m_parts->answer != Answer::Ok) {
        return m_parts->answer;
    }
    if (!number.startsWith(u'+')) {
        return Answer::InvalidTo;
    }
    return m_parts->optedOut.contains(number) ? Answer::OptedOut : Answer::Ok;
}

void PracticeTwilio::deliver(const IncomingSms &sms)
{
    // Twilio itself keeps the list of who said STOP, and hands the word on (twilio.md 3.4, 21610).
    const QString word = sms.body.trimmed().toUpper();
    if (word == "STOP"_L1) {
        m_parts->optedOut.insert(sms.from);
    } else if (word == "START"_L1) {
        m_parts->optedOut.remove(sms.from);
    }
    const Fields fields = webhookFields(sms, m_parts->accountSid, newSid(sms.mediaUrls.isEmpty() ? u"SM"_s : u"MM"_s));
    QNetworkRequest request(m_parts->webhook);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("X-Twilio-Signature",
                         twilioSignature(m_parts->authToken.toLatin1(), m_parts->webhook.toString(QUrl::FullyEncoded), fields));
    request.setRawHeader("User-Agent", "TwilioProxy/1.1");
    QNetworkReply *reply = m_parts->network.post(request, formEncoded(fields));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        Q_EMIT delivered(status, QString::fromUtf8(reply->readAll()));
    });
}

} // namespace greenline::practice
