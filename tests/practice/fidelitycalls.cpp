#include "fidelityplayer.h"

#include "fidelityshape.h"

#include "app/practice/form.h"
#include "app/practice/state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>

// The part of the player that repeats REST calls.

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace greenline::practice;

namespace {

// What the recording's agent sent: one pixel.
constexpr auto dotPicture
    = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
constexpr auto uploadBoundary = "fidelity0boundary";

QByteArray uploadBody(const QString &note)
{
    const auto part = [](const QByteArray &head, const QByteArray &content) {
        return QByteArray("--") + uploadBoundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content
            + "\r\n";
    };
    QByteArray body = part("name=\"msg\"", "see picture") + part("name=\"description\"", "a dot");
    if (!note.contains("without file"_L1)) {
        const QByteArray name = note.contains("blocked"_L1) ? "x.exe" : "dot.png";
        body += part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: image/png",
                     QByteArray::fromBase64(dotPicture));
    }
    return body + "--" + uploadBoundary + "--\r\n";
}

QByteArray bodyOf(const QJsonObject &request)
{
    if (request.contains("body"_L1)) {
        return QJsonDocument(request.value("body"_L1).toObject()).toJson(QJsonDocument::Compact);
    }
    return request.value("bodyText"_L1).toString().toUtf8();
}

QString ownerOf(const QString &token)
{
    return token.contains("ADMIN"_L1)                            ? u"admin"_s
        : token.contains("AGENT2"_L1) || token.contains("A2"_L1) ? u"agent2"_s
                                                                 : u"agent1"_s;
}

QString mediaType(const QString &contentType)
{
    return contentType.section(u';', 0, 0).trimmed();
}

} // namespace

QString FidelityPlayer::recordedToken()
{
    return u"stubtoken"_s;
}

QString FidelityPlayer::recordedSite() const
{
    return m_workspace->state().isBefore(5, 0) ? u"http://127.0.0.1:3300"_s : u"http://127.0.0.1:3400"_s;
}

/// A token that was got outside of what was written down, or is good again there, is made here for the same user.
void FidelityPlayer::provideTokens(const QString &text, Expect expected)
{
    static const QRegularExpression token(u"<TOKEN_[A-Z0-9_]+>"_s);
    auto match = token.globalMatch(text);
    while (match.hasNext()) {
        const QString name = match.next().captured();
        Accounts &accounts = m_workspace->state().accounts;
        const QString username = ownerOf(name);
        const bool isGood = accounts.isToken(accounts.userIdOf(username), m_ids.translated(name));
        if (!m_ids.knows(name) || (!isGood && expected == Expect::Success)) {
            m_ids.set(name, accounts.addPersonalToken(username));
        }
    }
}

/// Ids that were never shown to the one who uses them: the recording's own program knew them from elsewhere. What was
/// made last is meant.
void FidelityPlayer::provideIds(const QString &text)
{
    static const QRegularExpression id(
        u"(inquiryId\\W+|takeInquiry.*?params\\W+|roomId=|rid\\W+|room-messages\\W+params\\W+|rooms.media\\w*/)"
        "([2-9A-Za-z]{17}|[0-9a-f]{24})\\b"_s);
    auto match = id.globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        const QString recorded = found.captured(2);
        const Documents &documents = m_workspace->state().documents;
        const bool isInquiry = found.captured(1).contains("nquiry"_L1);
        const QList<QJsonObject> all
            = isInquiry ? documents.inquiries.where(u"status"_s, u"queued"_s) : documents.rooms.all();
        if (!m_ids.knows(recorded) && !all.isEmpty()) {
            m_ids.set(recorded, all.last().value("_id"_L1).toString());
        }
    }
}

/// Into the room that the answer names, or that the next step of the same file is about.
QNetworkReply *FidelityPlayer::sendUpload(const TapeStep &step)
{
    const QJsonObject answer = step.entry.value("response"_L1).toObject().value("body"_L1).toObject();
    QString rid = step.entry.value("rid"_L1).toString(answer.value("message"_L1).toObject().value("rid"_L1).toString());
    static const QRegularExpression confirmed(u"mediaConfirm/([^/]+)/"_s);
    for (const TapeStep &other : m_tape) {
        const QString path = other.entry.value("request"_L1).toObject().value("path"_L1).toString();
        if (rid.isEmpty() && other.source.section(u'[', 0, 0) == step.source.section(u'[', 0, 0)) {
            rid = confirmed.match(path).captured(1);
        }
    }
    const QString route = step.note.contains("rooms.upload"_L1) ? u"rooms.upload"_s : u"rooms.media"_s;
    const QString username = step.note.contains("intruder"_L1) ? u"agent2"_s : u"agent1"_s;
    Accounts &accounts = m_workspace->state().accounts;
    QNetworkRequest request(m_workspace->url().resolved(QUrl(u"/api/v1/%1/%2"_s.arg(route, m_ids.translated(rid)))));
    request.setRawHeader("X-User-Id", accounts.userIdOf(username).toLatin1());
    request.setRawHeader("X-Auth-Token", accounts.addPersonalToken(username).toLatin1());
    request.setRawHeader("Content-Type", QByteArray("multipart/form-data; boundary=") + uploadBoundary);
    return m_network.post(request, uploadBody(step.note));
}

QNetworkReply *FidelityPlayer::send(const TapeStep &step)
{
    const QJsonObject recorded = step.entry.value("request"_L1).toObject();
    if (recorded.isEmpty()) {
        return sendUpload(step);
    }
    const QString path = recorded.value("path"_L1).toString();
    provideIds(path + QString::fromUtf8(bodyOf(recorded)));
    QJsonObject headers = recorded.value("headers"_L1).toObject();
    if (step.note.contains("auth headers"_L1)
        || step.note == "download headers"_L1) { // of downloads only the path was written down
        headers = {{u"X-User-Id"_s, m_workspace->state().accounts.userIdOf(u"agent1"_s)},
                   {u"X-Auth-Token"_s, u"<TOKEN_AGENT1_REST>"_s}};
    }
    const QString token = headers.value("X-Auth-Token"_L1).toString();
    const int status = step.entry.value("response"_L1).toObject().value("status"_L1).toInt();
    provideTokens(token + path, status == 401 ? Expect::Refusal : Expect::Success);
    const QString userId = headers.value("X-User-Id"_L1).toString();
    if (status != 401 && token.startsWith("<TOKEN_"_L1) && !m_ids.knows(userId)) {
        m_ids.set(userId, m_workspace->state().accounts.userIdOf(ownerOf(token)));
    }
    const QString target = m_ids.translated(path);
    QNetworkRequest request(QUrl::fromEncoded(m_workspace->url().toString().toUtf8() + target.toUtf8()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QByteArray body = bodyOf(recorded);
    if (path.contains("sms-incoming"_L1)) { // the old server fetched pictures from where the recording served one
        body.replace("http%3A%2F%2F127.0.0.1%3A9922%2Fpic.png",
                     m_twilio.pictureUrl().toString().toUtf8().toPercentEncoding());
    } else {
        body = m_ids.translated(QString::fromUtf8(body)).toUtf8();
    }
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        request.setRawHeader(header.key().toLatin1(), m_ids.translated(header.value().toString()).toLatin1());
    }
    const QString signature = headers.value("x-twilio-signature"_L1).toString();
    if (signature == "<SIGNATURE>"_L1
        || (target != path && !signature.isEmpty())) { // a department stands in the signed address
        const QString address = recordedSite() + target;
        request.setRawHeader("x-twilio-signature",
                             twilioSignature(recordedToken().toLatin1(), address, formDecoded(body)));
    }
    const QByteArray verb = recorded.value("method"_L1).toString(u"GET"_s).toLatin1();
    return m_network.sendCustomRequest(request, verb, body);
}

/// Short answers are the same to the letter; of pages nothing matters, and of pictures that they are there.
void FidelityPlayer::compareText(const TapeStep &step, const QByteArray &text)
{
    const QJsonObject recorded = step.entry.value("response"_L1).toObject();
    const QString wanted = recorded.value("bodyText"_L1).toString();
    if (!wanted.startsWith("<!DOCTYPE"_L1) && recorded.contains("bodyText"_L1) && wanted != QString::fromUtf8(text)) {
        m_differences.append(u"%1 \"%2\": says %3, recorded %4"_s.arg(
            step.source, step.note.left(60), QString::fromUtf8(text.left(60)), wanted.left(60)));
    }
    if (recorded.contains("bytes"_L1) && text.isEmpty() != (recorded.value("bytes"_L1).toInteger() == 0)) {
        m_differences.append(u"%1 \"%2\": %3 bytes"_s.arg(step.source, step.note.left(60)).arg(text.size()));
    }
}

void FidelityPlayer::compare(const TapeStep &step, QNetworkReply &reply)
{
    const QJsonObject recorded = step.entry.value("response"_L1).toObject();
    const QString where = u"%1 \"%2\": "_s.arg(step.source, step.note.left(60));
    const auto differ = [&](const QString &what) { m_differences.append(where + what); };
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray text = reply.readAll();
    if (status != recorded.value("status"_L1).toInt()) {
        differ(u"status %1, recorded %2: %3"_s.arg(status)
                   .arg(recorded.value("status"_L1).toInt())
                   .arg(QString::fromUtf8(text.left(200))));
        return;
    }
    const QString type = mediaType(reply.header(QNetworkRequest::ContentTypeHeader).toString());
    const QString recordedType = mediaType(recorded.value("headers"_L1).toObject().value("content-type"_L1).toString());
    if (type != recordedType && !recordedType.isEmpty()) {
        differ(u"content type %1, recorded %2"_s.arg(type, recordedType));
    }
    const QJsonObject wanted = recorded.value("body"_L1).toObject();
    const QJsonObject got = QJsonDocument::fromJson(text).object();
    m_ids.learn(wanted, got);
    const QJsonArray opened = step.entry.value("opens"_L1).toArray();
    if (!opened.isEmpty()) {
        const QJsonObject inquiry = m_workspace->state().documents.inquiries.all().last();
        m_ids.set(opened.first().toString(), inquiry.value("_id"_L1).toString());
        m_ids.set(opened.last().toString(), inquiry.value("rid"_L1).toString());
    }
    if (step.kind == TapeStep::Kind::Unrecorded) { // of its answer no more than this is known
        return;
    }
    m_comparedFiles.insert(fileOf(step));
    if (!recorded.value("body"_L1).isObject()) {
        compareText(step, text);
        return;
    }
    const QStringList found = shapeDifferences(shapeOf(wanted), shapeOf(got));
    for (const QString &difference : found) {
        differ(difference);
    }
    for (const QString &name : {u"error"_s, u"errorType"_s}) {
        if (found.isEmpty() && status >= 400 && wanted.value(name) != got.value(name)) {
            differ(u"%1 is \"%2\", recorded \"%3\""_s.arg(name, got.value(name).toString(),
                                                          wanted.value(name).toString()));
        }
    }
}
