#include "app/practice/document.h"
#include "app/practice/mediatypes.h"
#include "app/practice/multipart.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const FormPart *filePartOf(const QList<FormPart> &parts)
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [](const FormPart &part) { return part.fileName.has_value(); });
    return found == parts.end() ? nullptr : &*found;
}

QString textOfPart(const QList<FormPart> &parts, const QString &name)
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const FormPart &part) { return part.name == name; });
    return found == parts.end() ? QString() : QString::fromUtf8(found->body);
}

/// Width and height of a PNG; of other pictures nothing is known here.
QJsonObject pictureSize(const QByteArray &bytes)
{
    if (!bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.size() < 24) {
        return {};
    }
    return {{u"width"_s, static_cast<int>(qFromBigEndian<quint32>(bytes.constData() + 16))},
            {u"height"_s, static_cast<int>(qFromBigEndian<quint32>(bytes.constData() + 20))}};
}

QString keepUpload(State &state, const RestCall &call, const FormPart &file)
{
    QJsonObject upload{{u"name"_s, *file.fileName},
                       {u"type"_s, QString::fromLatin1(file.type)},
                       {u"size"_s, file.body.size()},
                       {u"rid"_s, call.capture()},
                       {u"userId"_s, call.userId}};
    const QJsonObject size = pictureSize(file.body);
    if (!size.isEmpty()) {
        upload.insert(u"dimensions"_s, size);
    }
    const QString id = state.documents.uploads.insert(upload).value("_id"_L1).toString();
    state.documents.uploadBytes.insert(id, file.body);
    return id;
}

/// What the workspace's rules say of a file; the codes and words of FileUpload.validateFileUpload in the server's
/// source.
std::optional<Refusal> refusalOf(const Settings &settings, const FormPart &file)
{
    if (!settings.isOn(u"FileUpload_Enabled"_s)) {
        return Refusal{u"error-file-upload-disabled"_s, u"File uploads are disabled."_s};
    }
    const QString type = QString::fromLatin1(file.type);
    const QString accepted = settings.text(u"FileUpload_MediaTypeWhiteList"_s);
    if (isOnMediaList(type, settings.text(u"FileUpload_MediaTypeBlackList"_s))
        || (!accepted.isEmpty() && !isOnMediaList(type, accepted))) {
        return Refusal{u"error-invalid-file-type"_s, u"File type is not accepted."_s};
    }
    const int most = settings.number(u"FileUpload_MaxFileSize"_s);
    if (most > -1 && file.body.size() > most) {
        return Refusal{u"error-file-too-large"_s, u"File exceeds allowed size of %1 bytes."_s.arg(most)};
    }
    return {};
}

/// The parts of an upload into a room the caller may write to; answers the call itself when it is none.
QList<FormPart> admittedParts(const State &state, const CallPtr &call)
{
    const QJsonObject room = state.documents.rooms.find(call->capture());
    if (room.isEmpty() || !state.access.canRead(call->userId, room)) {
        call->fail(403, u"unauthorized"_s);
        return {};
    }
    const QList<FormPart> parts = formParts(call->request.header("content-type"), call->request.body);
    const FormPart *file = filePartOf(parts);
    if (!file) {
        call->refuse(u"No file uploaded"_s);
        return {};
    }
    if (const std::optional<Refusal> refusal = refusalOf(state.settings, *file)) {
        call->refuse(*refusal);
        return {};
    }
    return parts;
}

QJsonObject messageWithFile(const State &state, const QString &uploadId)
{
    return state.documents.messages.first([&](const QJsonObject &message) {
        return message.value("file"_L1).toObject().value("_id"_L1).toString() == uploadId;
    });
}

/// Posts the file, and answers the first message that showed it: confirmed twice, it is in the room twice although both
/// answers name the same message (7.7.1, rest/54 and ddp/42).
void postUpload(State &state, const CallPtr &call, const QString &uploadId, const QString &text)
{
    const QJsonObject first = messageWithFile(state, uploadId);
    state.posting.postFile(
        call->userId, call->capture(), uploadId, text,
        {&state.posting, [call, first](const Result<Posted> &result) {
             if (result->refused) {
                 call->fail(400, result->refused->code);
                 return;
             }
             const QJsonObject shown = first.isEmpty() ? result->message : first;
             call->answer({{u"message"_s, without(shown, {u"mentions"_s, u"channels"_s, u"groupable"_s})}});
         }});
}

/// File and message in one (until 8.0).
void answerUpload(State &state, const CallPtr &call)
{
    const QList<FormPart> parts = admittedParts(state, call);
    const FormPart *file = filePartOf(parts);
    if (!file) {
        return;
    }
    const QString id = keepUpload(state, *call, *file);
    const QString description = textOfPart(parts, u"description"_s);
    if (!description.isEmpty()) {
        state.documents.uploads.change(id, {{u"description"_s, description}});
    }
    postUpload(state, call, id, textOfPart(parts, u"msg"_s));
}

void answerMedia(State &state, const CallPtr &call)
{
    const QList<FormPart> parts = admittedParts(state, call);
    const FormPart *file = filePartOf(parts);
    if (!file) {
        return;
    }
    const QString id = keepUpload(state, *call, *file);
    state.documents.uploads.change(id, {{u"isTemporary"_s, true}});
    const QString link = u"/file-upload/%1/%2"_s.arg(id, *file->fileName);
    call->answer({{u"file"_s, QJsonObject{{u"_id"_s, id}, {u"url"_s, link}}}});
}

void answerConfirmMedia(State &state, const CallPtr &call)
{
    const QString id = call->capture(1);
    if (call->body.contains("fileName"_L1) && call->isBefore(8, 0)) {
        call->fail(400, u"Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation"_s);
        return;
    }
    if (!state.documents.uploads.contains(id)) {
        call->refuse(u"invalid-file"_s);
        return;
    }
    QJsonObject changes{
        {u"description"_s, call->body.contains("description"_L1) ? call->body.value("description"_L1) : QJsonValue()}};
    if (call->body.contains("fileName"_L1)) {
        changes.insert(u"name"_s, call->body.value("fileName"_L1));
    }
    state.documents.uploads.change(id, changes, {u"isTemporary"_s});
    postUpload(state, call, id, call->text(u"msg"_s));
}

/// Whoever was given a link with it: Twilio, for a picture that leaves as an MMS.
bool hasFileToken(const State &state, const RestCall &call)
{
    return state.settings.isOn(u"FileUpload_Enable_json_web_token_for_files"_s)
        && call.query(u"token"_s) == state.settings.text(u"FileUpload_json_web_token_secret_for_files"_s);
}

/// A file, to whoever shows a token: in headers or, as a browser would by cookie, in the query.
void answerFile(State &state, const CallPtr &call)
{
    const bool isInQuery = state.accounts.isToken(call->query(u"rc_uid"_s), call->query(u"rc_token"_s));
    if (call->userId.isEmpty() && !isInQuery && !hasFileToken(state, *call)) {
        call->answerText(403, {}, {});
        return;
    }
    const QJsonObject upload = state.documents.uploads.find(call->capture());
    if (upload.isEmpty()) {
        call->answerText(404, {}, {});
        return;
    }
    const QByteArray name = QUrl::toPercentEncoding(upload.value("name"_L1).toString());
    call->headers.emplace_back("content-disposition", "attachment; filename*=UTF-8''" + name);
    call->headers.emplace_back("content-security-policy", "default-src 'none'");
    call->answerText(200, upload.value("type"_L1).toString().toLatin1(),
                     state.documents.uploadBytes.value(call->capture()));
}

} // namespace

RestRoutes fileRoutes()
{
    constexpr auto anyone = RestRoute::Caller::Anyone;
    return {
        {.verb = "POST", .path = "rooms.upload/:rid"_L1, .handle = answerUpload, .until = {8, 0}},
        {.verb = "POST", .path = "rooms.media/:rid"_L1, .handle = answerMedia, .since = {6, 10}},
        {.verb = "POST", .path = "rooms.mediaConfirm/:rid/:file"_L1, .handle = answerConfirmMedia, .since = {6, 10}},
        {.path = "/file-upload/:id/:name"_L1, .handle = answerFile, .caller = anyone},
        {.path = "/avatar/:name"_L1,
         .handle = [](State &, const CallPtr &call) { call->answerText(404, "text/plain", "Not found"); },
         .caller = anyone},
    };
}

} // namespace greenline::practice
