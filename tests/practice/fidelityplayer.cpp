#include "fidelityplayer.h"

#include "fidelityfurniture.h"
#include "fidelityunrecorded.h"

#include "app/practice/faults.h"
#include "app/practice/state.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace greenline::practice;

namespace {

// What the recorded servers were set up with.
const auto recordedSid = u"AC00000000000000000000000000000000"_s;

QString folderOf(const QString &recording)
{
    return QStringLiteral(GREENLINE_FIXTURES "/recordings/") + recording;
}

PracticeOptions optionsFor(const QString &recording, const QUrl &twilio)
{
    PracticeOptions options;
    options.version = recording.section(u'.', 0, 1);
    options.isRestricted = recording.endsWith("ee_code_no_licence"_L1);
    options.hasCustomers = false;
    options.limitsRates = true; // the recording switches the limiter itself
    options.twilio = twilio;
    return options;
}

QString resultKey(const QString &source, const QJsonObject &frame)
{
    return source + u' ' + frame.value("id"_L1).toString();
}

QString sha256(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

FidelityPlayer::FidelityPlayer(const QString &recording)
    : m_clock(QDateTime::fromString(u"2026-11-23T20:00:00.000Z"_s, Qt::ISODateWithMs))
    , m_tape(readTape(folderOf(recording), unrecordedSteps(recording)))
    , m_texts(folderOf(recording))
    , m_twilio(recordedSid, FidelityPlayer::recordedToken(), m_clock)
{
    moveTo(m_tape.first().at - 1000);
    if (!m_twilio.start()) {
        m_differences.append(u"the practice Twilio does not start"_s);
    }
    for (const TapeStep &step : m_tape) {
        const QJsonObject frame = step.entry.value("frame"_L1).toObject();
        if (frame.value("method"_L1).toString() == "2fa:validateTempToken"_L1) {
            m_recordedCode = frame.value("params"_L1).toArray().first().toString();
        }
        if (step.kind == TapeStep::Kind::Hear && frame.contains("error"_L1)) {
            m_refusedResults.insert(resultKey(step.source, frame));
        }
    }
    m_workspace = std::make_unique<PracticeWorkspace>(optionsFor(recording, m_twilio.url()), m_clock);
    if (!m_workspace->start()) {
        m_differences.append(u"the practice workspace does not start"_s);
    }
    furnish();
}

FidelityPlayer::~FidelityPlayer() = default;

void FidelityPlayer::furnish()
{
    State &state = m_workspace->state();
    furnishAsRecorded(state);
    state.settings.set(u"Site_Url"_s, recordedSite());
    const QList<PracticeUser> users = state.accounts.users();
    for (const PracticeUser &user : users) {
        m_ids.set(u"<USER_%1>"_s.arg(user.username.toUpper()), state.accounts.userIdOf(user.username));
        m_ids.set(u"<PASS_%1>"_s.arg(user.username.toUpper()), user.password);
        m_ids.set(u"<SHA256_PASS_%1>"_s.arg(user.username.toUpper()), sha256(user.password));
    }
    // The recording made the departments itself; their ids are learned from where they were made or listed first.
    for (const TapeStep &step : std::as_const(m_tape)) {
        const QJsonObject answer = step.entry.value("response"_L1).toObject().value("body"_L1).toObject();
        const QJsonArray listed = answer.value("departments"_L1).toArray();
        const QJsonObject recorded
            = listed.isEmpty() ? answer.value("department"_L1).toObject() : listed.first().toObject();
        m_ids.learn(recorded, state.documents.departments.first(u"name"_s, recorded.value("name"_L1).toString()));
    }
}

void FidelityPlayer::moveTo(qint64 moment)
{
    // In steps that let heartbeats be answered.
    constexpr qint64 longestStep = 5000;
    for (qint64 span = moment - m_clock.now().toMSecsSinceEpoch(); span > 0; span -= longestStep) {
        m_clock.advance(std::chrono::milliseconds(std::min(span, longestStep)));
        if (span > longestStep) {
            settleAll();
        }
    }
}

void FidelityPlayer::compareTexts()
{
    if (m_texts.isRecorded()) {
        m_comparedFiles.insert(u"twilio_outgoing.jsonl"_s);
    }
    m_differences += m_texts.differences(m_twilio.sent(), m_ids);
}

void FidelityPlayer::play(const Omit &omit)
{
    for (const TapeStep &step : m_tape) {
        if (!omit(step).isEmpty()) {
            continue;
        }
        finishBefore(step.at);
        moveTo(step.at);
        playStep(step);
        ++m_playedSteps;
    }
}

FidelityLine *FidelityPlayer::lineOf(const TapeStep &step)
{
    const auto found = m_lines.find(step.source);
    return found == m_lines.end() ? nullptr : found->second.get();
}

/// What the stand-in for Twilio answers from now on; but the texts that left until now are on their way, and old
/// servers wait for none of them.
void FidelityPlayer::setTwilio(const TapeStep &step)
{
    const int expected = m_texts.countBefore(step.at) - m_missingTexts;
    if (!waitUntil([&] { return m_twilio.asked() >= expected; })) {
        m_missingTexts += expected - m_twilio.asked();
        m_differences.append(step.source + u": before it a text did not leave"_s);
    }
    m_twilio.setAnswer(m_texts.answerAt(step.at));
}

void FidelityPlayer::open(const QString &source)
{
    QUrl url = m_workspace->url();
    url.setScheme(u"ws"_s);
    url.setPath(u"/websocket"_s);
    m_lines[source] = std::make_unique<FidelityLine>(source, url, m_ids);
}

void FidelityPlayer::playStep(const TapeStep &step)
{
    FidelityLine *line = lineOf(step);
    if (m_ids.knows(u"<TOTP_SECRET>"_s)) {
        m_ids.set(m_recordedCode, totpCode(m_ids.translated(u"<TOTP_SECRET>"_s), m_clock.now()));
    }
    switch (step.kind) {
    case TapeStep::Kind::Rest:
    case TapeStep::Kind::Unrecorded:
        // the two takes of this recording were under way at the same time
        m_workspace->faults().racingTakes += step.source == "rest/42_take_variants[10]"_L1 ? 1 : 0;
        setTwilio(step);
        call(step);
        settleAll();
        break;
    case TapeStep::Kind::UnrecordedOpen:
        open(step.source);
        provideTokens(step.note, Expect::Success);
        lineOf(step)->say(u"{\"msg\":\"connect\",\"version\":\"1\",\"support\":[\"1\"]}"_s);
        lineOf(step)->say(
            u"{\"msg\":\"method\",\"id\":\"1\",\"method\":\"login\",\"params\":[{\"resume\":\"%1\"}]}"_s.arg(
                step.note));
        settleAll();
        break;
    case TapeStep::Kind::UnrecordedClose:
        m_lines.erase(step.source);
        settleAll();
        break;
    case TapeStep::Kind::Open:
        open(step.source);
        break;
    case TapeStep::Kind::Say:
        setTwilio(step);
        say(step, *line);
        settleAll();
        break;
    case TapeStep::Kind::Hear:
        line->expect(step.entry.value("frame"_L1).toObject());
        break;
    case TapeStep::Kind::Mark:
        settleAll();
        line->checkEnd(step.note);
        line->next(step.note);
        m_differences += line->takeDifferences();
        break;
    case TapeStep::Kind::Close:
        settleAll();
        line->next({});
        m_differences += line->takeDifferences();
        m_lines.erase(step.source);
        m_comparedFiles.insert(fileOf(step));
        break;
    }
}

void FidelityPlayer::say(const TapeStep &step, FidelityLine &line)
{
    if (!step.entry.contains("frame"_L1)) {
        line.say(step.entry.value("text"_L1).toString());
        return;
    }
    const QJsonObject said = step.entry.value("frame"_L1).toObject();
    const QString frame = QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact));
    const bool isRefused = m_refusedResults.contains(resultKey(step.source, said));
    provideTokens(frame, isRefused ? Expect::Refusal : Expect::Success);
    provideIds(frame);
    line.say(frame);
    if (said.value("method"_L1).toString() == "sendMessage"_L1) { // it waits for Twilio
        line.awaitResult(said.value("id"_L1).toString());
    }
}

void FidelityPlayer::settleAll()
{
    for (const auto &[name, line] : m_lines) {
        line->settle();
    }
}

void FidelityPlayer::call(const TapeStep &step)
{
    const int asked = m_twilio.asked();
    Call made{step, std::unique_ptr<QNetworkReply>(send(step))};
    // Only what waits for Twilio takes long, and it waits by our clock while other things happen.
    if (step.entry.value("ms"_L1).toInteger() >= 5000) {
        waitUntil([&] { return m_twilio.asked() > asked; });
        m_waiting.push_back(std::move(made));
        return;
    }
    finish(made);
}

void FidelityPlayer::finish(const Call &call)
{
    if (waitUntil([&] { return call.reply->isFinished(); })) {
        compare(call.step, *call.reply);
    } else {
        m_differences.append(call.step.source + u": is not answered"_s);
    }
}

void FidelityPlayer::finishBefore(qint64 moment)
{
    while (!m_waiting.empty()) {
        const qint64 end = m_waiting.front().step.at + m_waiting.front().step.entry.value("ms"_L1).toInteger();
        if (end > moment) {
            return;
        }
        moveTo(end);
        const Call call = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        finish(call);
        settleAll();
    }
}
