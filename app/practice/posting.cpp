#include "app/practice/posting.h"

#include "app/practice/document.h"
#include "app/practice/mediatypes.h"
#include "app/practice/shapes.h"
#include "app/practice/smsgateway.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString postingId(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

Posted refusedPost(const QString &code, const QString &reason = {})
{
    return {{}, Refusal{code, reason}};
}

} // namespace

Posting::Posting(Documents &documents, const Settings &settings, const Access &access, Streams &streams, Desk &desk,
                 Clock &clock, Release release, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_settings(settings)
    , m_access(access)
    , m_streams(streams)
    , m_desk(desk)
    , m_clock(clock)
    , m_release(release)
    , m_gateway(std::make_unique<SmsGateway>(clock))
{
}

Posting::~Posting() = default;

void Posting::setTwilio(const QUrl &url)
{
    m_gateway->setUrl(url);
}

void Posting::setRestricted()
{
    m_isRestricted = true;
}

bool Posting::mayPost(const QString &userId, const QJsonObject &room) const
{
    // The preview of a queued conversation is for reading only.
    return m_access.isServing(userId, room) || m_access.may(userId, u"view-livechat-rooms"_s);
}

void Posting::post(const QString &userId, const QJsonObject &message, const Then<Posted> &then)
{
    if (m_isRestricted) { // before anything else is looked at (7.7.1, ee_code_no_licence rest/53)
        then(refusedPost(u"restricted-workspace"_s));
        return;
    }
    const QString rid = message.value("rid"_L1).toString();
    const QJsonObject room = m_documents.rooms.find(rid);
    if (message.value("msg"_L1).toString().size() > m_settings.number(u"Message_MaxAllowedSize"_s)) {
        then(refusedPost(u"error-message-size-exceeded"_s, u"Message size exceeds Message_MaxAllowedSize"_s));
        return;
    }
    if (room.isEmpty()) {
        m_streams.ephemeral(userId, rid, u"Invalid room"_s);
        then(refusedPost(u"error-invalid-room"_s));
        return;
    }
    if (!mayPost(userId, room)) {
        m_streams.ephemeral(userId, rid, u"Not allowed"_s);
        then(refusedPost(u"error-not-allowed"_s));
        return;
    }
    if (m_documents.messages.contains(postingId(message))) {
        then(Posted{{}, {}, true});
        return;
    }
    save(userId, room, message, then);
}

void Posting::postFile(const QString &userId, const QString &rid, const QString &uploadId, const QString &text,
                       const Then<Posted> &then)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (m_isRestricted || !mayPost(userId, room)) {
        then(refusedPost(m_isRestricted ? u"restricted-workspace"_s : u"error-not-allowed"_s));
        return;
    }
    QJsonObject message = merged(fileMessage(uploadId), {{u"rid"_s, rid}, {u"msg"_s, text}, {u"groupable"_s, false}});
    save(userId, room, message, then);
}

void Posting::save(const QString &userId, const QJsonObject &room, QJsonObject message, const Then<Posted> &then)
{
    const QJsonObject user = m_documents.users.find(userId);
    message.insert(u"ts"_s, dateValue(m_documents.messageMoment(m_clock.now())));
    // chat.postMessage names its author in full in every release (3.11.6, rest/50).
    message.insert(u"u"_s,
                   message.contains("parseUrls"_L1) ? only(user, {u"_id"_s, u"username"_s, u"name"_s})
                                                    : authorOf(user, m_release));
    const bool hasOwnId = message.contains("_id"_L1) || message.contains("file"_L1);
    const QJsonObject kept = m_documents.messages.insert(withMessageParts(message, m_release));
    // A message that came without an id is shown as it was about to be inserted (7.7.1, rest/53).
    const QJsonObject shown = hasOwnId || m_release < Release{5, 0} ? kept : without(kept, {u"_updatedAt"_s});
    const QString visitorId = room.value("v"_L1).toObject().value("_id"_L1).toString();
    const bool isSms = m_settings.isOn(u"SMS_Enabled"_s) && room.contains("sms"_L1)
        && !m_documents.visitors.find(visitorId).value("phone"_L1).toArray().isEmpty();
    const QString refusal = isSms ? fileRefusal(kept) : QString();
    if (!isSms || !refusal.isEmpty()) {
        if (!refusal.isEmpty()) {
            m_streams.ephemeral(userId, postingId(room), refusal);
        }
        tellSaved(userId, kept, shown);
        then(Posted{shown});
        return;
    }
    if (m_release < Release{6, 0}) {
        // Nobody waited for the provider then, and nobody was told of its refusal (3.11.6).
        m_gateway->send(smsOf(room, kept), {this, [](const Status &) {}});
        tellSaved(userId, kept, shown);
        then(Posted{shown});
        return;
    }
    m_gateway->send(smsOf(room, kept), {this, [this, userId, kept, shown, then](const Status &sent) {
                                            if (!sent) {
                                                m_streams.ephemeral(userId, kept.value("rid"_L1).toString(),
                                                                    sent.error().detail);
                                            }
                                            tellSaved(userId, kept, shown);
                                            then(Posted{shown});
                                        }});
}

SmsOrder Posting::smsOf(const QJsonObject &room, const QJsonObject &message) const
{
    const QString visitorId = room.value("v"_L1).toObject().value("_id"_L1).toString();
    const QJsonObject visitor = m_documents.visitors.find(visitorId);
    SmsOrder order{m_settings.text(u"SMS_Twilio_Account_SID"_s), m_settings.text(u"SMS_Twilio_authToken"_s)};
    order.from = room.value("sms"_L1).toObject().value("from"_L1).toString();
    order.to = visitor.value("phone"_L1).toArray().at(0).toObject().value("phoneNumber"_L1).toString();
    order.body = message.value("msg"_L1).toString();
    const QJsonObject attachment = message.value("attachments"_L1).toArray().at(0).toObject();
    if (!attachment.isEmpty()) {
        const QString secret = m_settings.text(u"FileUpload_json_web_token_secret_for_files"_s);
        order.mediaUrl = m_settings.text(u"Site_Url"_s) + attachment.value("title_link"_L1).toString();
        if (m_settings.isOn(u"FileUpload_ProtectFiles"_s)) {
            order.mediaUrl += u"?token="_s + secret;
        }
    }
    return order;
}

QString Posting::fileRefusal(const QJsonObject &message) const
{
    const QJsonObject file = message.value("file"_L1).toObject();
    if (file.isEmpty()) {
        return {};
    }
    if (!m_settings.isOn(u"SMS_Twilio_FileUpload_Enabled"_s)) {
        return u"File uploads are disabled."_s;
    }
    if (!isOnMediaList(file.value("type"_L1).toString(),
                       m_settings.text(u"SMS_Twilio_FileUpload_MediaTypeWhiteList"_s))) {
        return u"File type is not accepted."_s;
    }
    const bool isLocked = m_settings.isOn(u"FileUpload_ProtectFiles"_s)
        && !m_settings.isOn(u"FileUpload_Enable_json_web_token_for_files"_s);
    if (isLocked && m_release >= Release{6, 0}) {
        return u"Uploaded files are protected, but JWT access is not setup, this is required for Twilio to send media "
               u"messages. "
               "Setup in Settings -> FileUpload"_s;
    }
    return {};
}

void Posting::tellSaved(const QString &userId, const QJsonObject &message, const QJsonObject &shown)
{
    const QString rid = message.value("rid"_L1).toString();
    const QDateTime now = m_clock.now();
    const QJsonObject before = m_documents.rooms.find(rid);
    const bool isFirst = !before.contains("responseBy"_L1) && !before.value("v"_L1).toObject().contains("activity"_L1);
    QJsonObject news{{u"lm"_s, message.value("ts"_L1)}, {u"msgs"_s, before.value("msgs"_L1).toInt() + 1}};
    if (!message.contains("tmid"_L1)) { // an answer in a thread is no last message of the room
        news.insert(u"lastMessage"_s, shown);
    }
    const QJsonObject room = m_documents.rooms.change(
        rid, merged(news, afterAnswer(before, m_documents.users.find(userId), m_release, now)), {u"waitingResponse"_s});
    const QJsonObject inquiry = m_documents.inquiries.first(u"rid"_s, rid);
    if (isFirst && !inquiry.isEmpty() && m_release >= Release{7, 0}) {
        m_streams.inquiry(Streams::Change::Updated, inquiry);
        const QJsonObject active = without(room.value("v"_L1).toObject(), {u"lastMessageTs"_s});
        m_documents.inquiries.change(postingId(inquiry), {{u"v"_s, active}});
        m_documents.contacts.change(room.value("contactId"_L1).toString(), only(active, {u"activity"_s}));
    }
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        const bool isMine = subscription.value("u"_L1).toObject().value("_id"_L1).toString() == userId;
        const QJsonObject mark = isMine
            ? QJsonObject{{u"ls"_s, dateValue(now)}, {u"unread"_s, 0}, {u"alert"_s, false}, {u"userMentions"_s, 0}}
            : QJsonObject{{u"alert"_s, true}};
        m_streams.subscription(Streams::Change::Updated,
                               m_documents.subscriptions.change(postingId(subscription), mark));
    }
    m_streams.room(Streams::Change::Updated, room);
    m_streams.message(message);
}

QJsonObject Posting::fromVisitor(const QJsonObject &visitor, const QString &rid, const QJsonObject &given)
{
    const QDateTime now = m_documents.messageMoment(m_clock.now());
    QJsonObject message
        = merged(given, {{u"rid"_s, rid}, {u"token"_s, visitor.value("token"_L1)}, {u"ts"_s, dateValue(now)}});
    message.insert(u"u"_s, authorOf(only(visitor, {u"_id"_s, u"username"_s, u"name"_s}), m_release));
    if (visitor.contains("name"_L1)) {
        message.insert(u"alias"_s, visitor.value("name"_L1));
    }
    if (m_release >= Release{5, 0} && !message.contains("attachments"_L1)) {
        message.insert(u"attachments"_s, QJsonArray{});
    }
    const QJsonObject kept = m_documents.messages.insert(withMessageParts(message, m_release));
    if (m_documents.rooms.find(rid).value("onHold"_L1).toBool()) {
        m_desk.wakeFromHold(rid, visitor);
    }
    const QJsonObject before = m_documents.rooms.find(rid);
    // The old server keeps what the visitor's own page was told beside the message (3.11.6, rest/40).
    const QJsonObject told{{u"newRoom"_s, false}, {u"showConnecting"_s, before.contains("servedBy"_L1)}};
    const QJsonObject last = m_release < Release{5, 0} ? merged(kept, told) : kept;
    const QJsonObject news{
        {u"lm"_s, kept.value("ts"_L1)}, {u"lastMessage"_s, last}, {u"msgs"_s, before.value("msgs"_L1).toInt() + 1}};
    const QJsonObject room = m_documents.rooms.change(rid, merged(news, afterQuestion(before, now)), {u"responseBy"_s});
    tellQuestion(room, kept);
    return kept;
}

void Posting::tellQuestion(const QJsonObject &room, const QJsonObject &message)
{
    const QString rid = postingId(room);
    const QJsonObject inquiry = m_documents.inquiries.first(u"rid"_s, rid);
    if (!inquiry.isEmpty() && m_release >= Release{6, 0}) {
        const QJsonObject kept = m_documents.inquiries.change(postingId(inquiry), {{u"lastMessage"_s, message}});
        if (kept.value("status"_L1).toString() == "queued"_L1) {
            m_streams.inquiry(Streams::Change::Updated, kept);
        }
    }
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        const bool isNews = m_release >= Release{5, 0} || !subscription.value("alert"_L1).toBool();
        // 3.11.6 leaves unread alone; 7.7.1 counts.
        const int unread = subscription.value("unread"_L1).toInt() + (m_release >= Release{5, 0} ? 1 : 0);
        const QJsonObject kept
            = m_documents.subscriptions.change(postingId(subscription), {{u"unread"_s, unread}, {u"alert"_s, true}});
        if (isNews) {
            m_streams.subscription(Streams::Change::Updated, kept);
        }
        m_streams.messageNotification(kept.value("u"_L1).toObject().value("_id"_L1).toString(), message, room);
    }
    m_streams.room(Streams::Change::Updated, room);
    m_streams.message(message);
}

QJsonObject Posting::fileMessage(const QString &uploadId) const
{
    const QJsonObject upload = m_documents.uploads.find(uploadId);
    const QString name = upload.value("name"_L1).toString();
    const QString type = upload.value("type"_L1).toString();
    const QString link = u"/file-upload/%1/%2"_s.arg(uploadId, QString::fromLatin1(QUrl::toPercentEncoding(name)));
    const QJsonValue size = upload.value("size"_L1);
    QJsonObject attachment{
        {u"title"_s, name}, {u"type"_s, u"file"_s}, {u"title_link"_s, link}, {u"title_link_download"_s, true}};
    if (upload.contains("description"_L1)) {
        attachment.insert(u"description"_s, upload.value("description"_L1));
        if (m_release >= Release{5, 0} && upload.value("description"_L1).isString()) {
            attachment.insert(u"descriptionMd"_s, parsedText(upload.value("description"_L1).toString()));
        }
    }
    if (type.startsWith("image/"_L1)) {
        attachment.insert(u"image_url"_s, link);
        attachment.insert(u"image_type"_s, type);
        attachment.insert(u"image_size"_s, size);
        attachment.insert(u"image_dimensions"_s, upload.value("dimensions"_L1));
        attachment.insert(u"image_preview"_s, QString());
    }
    QJsonObject file{{u"_id"_s, uploadId}, {u"name"_s, name}, {u"type"_s, type}};
    QJsonObject message{{u"attachments"_s, QJsonArray{attachment}}};
    if (m_release >= Release{5, 0}) {
        file.insert(u"size"_s, size);
        file.insert(u"format"_s, type.section(u'/', 1));
        message.insert(u"files"_s, QJsonArray{file});
    }
    message.insert(u"file"_s, file);
    return message;
}

} // namespace greenline::practice
