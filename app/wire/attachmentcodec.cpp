#include "app/wire/attachmentcodec.h"

#include "app/wire/json.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct MediaFields {
    Attachment::Kind kind;
    QLatin1StringView url;
    QLatin1StringView type;
    QLatin1StringView size;
};

constexpr std::array mediaFields{
    MediaFields{Attachment::Kind::Image, "image_url"_L1, "image_type"_L1, "image_size"_L1},
    MediaFields{Attachment::Kind::Audio, "audio_url"_L1, "audio_type"_L1, "audio_size"_L1},
    MediaFields{Attachment::Kind::Video, "video_url"_L1, "video_type"_L1, "video_size"_L1},
};

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        const QString text = optionalString(object, key);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

std::optional<qint64> byteCount(const QJsonValue &value)
{
    const qint64 bytes = value.toInteger(-1);
    return bytes < 0 ? std::nullopt : std::optional(bytes);
}

QSize pixelsOf(const QJsonValue &dimensions)
{
    const QJsonObject object = dimensions.toObject();
    const QSize size(optionalInt(object, "width"_L1), optionalInt(object, "height"_L1));
    return size.width() > 0 && size.height() > 0 ? size : QSize();
}

/// 5.x titles it "User upload failed", 7.7.1 "Attachment upload failed" with the old words in a field.
bool isFailedUpload(const QJsonObject &attachment)
{
    const auto saysFailed = [](const QString &title) {
        return title == "User upload failed"_L1 || title == "Attachment upload failed"_L1;
    };
    const QJsonArray fields = attachment.value("fields"_L1).toArray();
    const bool isSaid = saysFailed(optionalString(attachment, "title"_L1))
        || std::any_of(fields.begin(), fields.end(), [&](const QJsonValue &field) {
                            return saysFailed(optionalString(field.toObject(), "title"_L1));
                        });
    return isSaid && optionalString(attachment, "color"_L1) == "yellow"_L1;
}

QString fieldTexts(const QJsonObject &attachment)
{
    QStringList lines;
    const QJsonArray fields = attachment.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields) {
        const QString title = optionalString(field.toObject(), "title"_L1);
        const QString value = optionalString(field.toObject(), "value"_L1);
        lines.append(title.isEmpty() || value.isEmpty() ? title + value : title + ": "_L1 + value);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void readNote(const QJsonObject &object, Attachment &note)
{
    note.kind = Attachment::Kind::Note;
    note.title = firstText(object, {"title"_L1, "author_name"_L1});
    note.text = firstText(object, {"text"_L1, "description"_L1, "pretext"_L1, "fallback"_L1});
    note.link = firstText(object, {"message_link"_L1, "title_link"_L1});
    if (note.text.isEmpty()) {
        note.text = fieldTexts(object);
    }
}

/// False: the attachment carries no file.
bool readFile(const QJsonObject &object, const QJsonObject &file, Attachment &attachment)
{
    const auto media = std::find_if(mediaFields.begin(), mediaFields.end(), [&object](const MediaFields &fields) {
        return !optionalString(object, fields.url).isEmpty();
    });
    attachment.title = firstText(object, {"title"_L1});
    attachment.text = firstText(object, {"description"_L1, "text"_L1});
    if (media != mediaFields.end()) {
        attachment.kind = media->kind;
        attachment.link = optionalString(object, media->url);
        attachment.mimeType = optionalString(object, media->type);
        attachment.bytes = byteCount(object.value(media->size));
        attachment.pixels = pixelsOf(object.value("image_dimensions"_L1));
    } else if (optionalString(object, "type"_L1) == "file"_L1 && !optionalString(object, "title_link"_L1).isEmpty()) {
        attachment.kind = Attachment::Kind::File;
        attachment.link = optionalString(object, "title_link"_L1);
        attachment.bytes = byteCount(object.value("size"_L1));
    } else {
        return false;
    }
    // 3.11.6 says of a customer's picture no more than its address; the message's own `file` knows the rest.
    if (attachment.title.isEmpty()) {
        attachment.title = optionalString(file, "name"_L1);
    }
    if (attachment.mimeType.isEmpty()) {
        attachment.mimeType = optionalString(file, "type"_L1);
    }
    if (!attachment.bytes) {
        attachment.bytes = byteCount(file.value("size"_L1));
    }
    return true;
}

std::optional<Attachment> decodeAttachment(const QJsonObject &object, const QJsonObject &file)
{
    Attachment attachment;
    if (isFailedUpload(object)) {
        attachment.kind = Attachment::Kind::Failed;
        attachment.title = optionalString(object, "title"_L1);
        attachment.text = firstText(object, {"description"_L1, "text"_L1});
        if (attachment.text.isEmpty()) {
            attachment.text = optionalString(object.value("fields"_L1).toArray().at(0).toObject(), "value"_L1);
        }
        return attachment;
    }
    if (readFile(object, file, attachment)) {
        return attachment;
    }
    readNote(object, attachment);
    const bool isEmpty = attachment.title.isEmpty() && attachment.text.isEmpty() && attachment.link.isEmpty();
    return isEmpty ? std::nullopt : std::optional(attachment);
}

} // namespace

QList<Attachment> decodeAttachments(const QJsonObject &message)
{
    QList<Attachment> all;
    const QJsonArray array = message.value("attachments"_L1).toArray();
    // With several, it is not said which one `file` describes.
    const QJsonObject file = array.size() == 1 ? message.value("file"_L1).toObject() : QJsonObject();
    for (const QJsonValue &element : array) {
        if (const std::optional<Attachment> attachment = decodeAttachment(element.toObject(), file)) {
            all.append(*attachment);
        }
    }
    return all;
}

} // namespace greenline
