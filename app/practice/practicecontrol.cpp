#include "app/practice/practicecontrol.h"

#include "app/practice/faults.h"
#include "app/practice/httpsite.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/twiliocontrol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

HttpAnswer json(const QJsonDocument &document, int status = 200)
{
    return {status, "application/json", document.toJson(QJsonDocument::Compact)};
}

HttpAnswer done()
{
    return json(QJsonDocument(QJsonObject{{u"ok"_s, true}}));
}

HttpAnswer wrong(const QString &why)
{
    return json(QJsonDocument(QJsonObject{{u"ok"_s, false}, {u"error"_s, why}}), 400);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        texts.append(text.toString());
    }
    return texts;
}

struct NamedAnswer {
    QLatin1StringView name;
    PracticeTwilio::Answer answer;
};

constexpr std::array answers{
    NamedAnswer{"ok"_L1, PracticeTwilio::Answer::Ok},
    NamedAnswer{"invalid-to"_L1, PracticeTwilio::Answer::InvalidTo},
    NamedAnswer{"opted-out"_L1, PracticeTwilio::Answer::OptedOut},
    NamedAnswer{"unauthorized"_L1, PracticeTwilio::Answer::Unauthorized},
    NamedAnswer{"hang"_L1, PracticeTwilio::Answer::Hang},
};

struct Count {
    QLatin1StringView name;
    int Faults::*member;
};

constexpr std::array counts{
    Count{"loseAnswers"_L1, &Faults::loseAnswers},   Count{"loseUploads"_L1, &Faults::loseUploads},
    Count{"dropRequests"_L1, &Faults::dropRequests}, Count{"answer429"_L1, &Faults::answer429},
    Count{"answerHtml"_L1, &Faults::answerHtml},     Count{"malformedFrames"_L1, &Faults::malformedFrames},
    Count{"racingTakes"_L1, &Faults::racingTakes},   Count{"queueEventLoss"_L1, &Faults::queueEventLoss},
};

struct Switch {
    QLatin1StringView name;
    bool Faults::*member;
};

constexpr std::array switches{
    Switch{"suppressQueueEvents"_L1, &Faults::suppressQueueEvents},
    Switch{"freezeSockets"_L1, &Faults::freezeSockets},
};

} // namespace

PracticeControl::PracticeControl(PracticeTwilio &twilio, Faults &faults, const Workspace &workspace)
    : m_twilio(twilio)
    , m_faults(faults)
    , m_workspace(workspace)
{
}

HttpAnswer PracticeControl::serve(const HttpRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString what = request.path.section(u'/', 2);
    if (what == "sent"_L1 && request.method == "GET") {
        return sent();
    }
    if (request.method == "GET" && request.path.endsWith("changes"_L1)) {
        return changes(request.path);
    }
    if (const auto answer = twilioDoor(m_twilio, request)) {
        return *answer;
    }
    if (request.method == "POST" && what == "deliver"_L1) {
        return deliver(body);
    }
    if (request.method == "POST" && what == "answer"_L1) {
        return choose(body);
    }
    if (request.method == "POST" && what == "faults"_L1) {
        return spoil(body);
    }
    return {404, "text/plain", "Not found\n"};
}

HttpAnswer PracticeControl::sent() const
{
    QJsonArray list;
    for (const SentSms &sms : m_twilio.sent()) {
        list.append(QJsonObject{{u"sid"_s, sms.sid},
                                {u"from"_s, sms.from},
                                {u"to"_s, sms.to},
                                {u"body"_s, sms.body},
                                {u"media"_s, QJsonArray::fromStringList(sms.media)},
                                {u"at"_s, sms.at.toString(Qt::ISODateWithMs)}});
    }
    return json(QJsonDocument(list));
}

HttpAnswer PracticeControl::changes(const QString &path) const
{
    if (path == "/changes"_L1) {
        return json(QJsonDocument(twilioChangesAsJson(m_twilio)));
    }
    if (path == "/practice/workspace-changes"_L1) {
        return json(QJsonDocument(m_workspace.changes()));
    }
    return json(QJsonDocument(
        QJsonObject{{u"twilio"_s, twilioChangesAsJson(m_twilio)}, {u"workspace"_s, m_workspace.changes()}}));
}

HttpAnswer PracticeControl::deliver(const QJsonObject &body)
{
    if (body.value("from"_L1).toString().isEmpty() || !body.value("body"_L1).isString()) {
        return wrong(u"from and body are needed"_s);
    }
    const QString to = body.value("to"_L1).toString(m_workspace.number());
    m_twilio.deliver({body.value("from"_L1).toString(), to, body.value("body"_L1).toString(),
                      textsOf(body.value("mediaUrls"_L1)), textsOf(body.value("mediaTypes"_L1))});
    return done();
}

HttpAnswer PracticeControl::choose(const QJsonObject &body)
{
    const QString wanted = body.value("answer"_L1).toString();
    for (const NamedAnswer &named : answers) {
        if (named.name == wanted) {
            m_twilio.setAnswer(named.answer);
            return done();
        }
    }
    return wrong(u"answer is one of ok, invalid-to, opted-out, unauthorized, hang"_s);
}

HttpAnswer PracticeControl::spoil(const QJsonObject &body)
{
    for (const Count &count : counts) {
        if (body.contains(count.name)) {
            m_faults.*count.member = body.value(count.name).toInt();
        }
    }
    for (const Switch &choice : switches) {
        if (body.contains(choice.name)) {
            m_faults.*choice.member = body.value(choice.name).toBool();
        }
    }
    if (body.contains("restDelay"_L1)) {
        m_faults.restDelay = std::chrono::milliseconds(body.value("restDelay"_L1).toInt());
    }
    if (body.contains("forbiddenStreams"_L1)) {
        const QStringList streams = textsOf(body.value("forbiddenStreams"_L1));
        m_faults.forbiddenStreams = QSet<QString>(streams.begin(), streams.end());
    }
    if (body.value("dropSockets"_L1).toBool()) {
        Q_EMIT m_faults.dropSockets();
    }
    const int seconds = body.value("offlineSeconds"_L1).toInt();
    if (seconds > 0) {
        m_workspace.goOffline(seconds);
    }
    return done();
}

} // namespace greenline::practice
