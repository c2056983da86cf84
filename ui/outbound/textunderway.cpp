#include "ui/outbound/textunderway.h"

#include "app/storage/settingsfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline {

TextUnderwayNote::TextUnderwayNote(SettingsFile &settings, const QString &accountKey)
    : m_settings(settings)
    , m_key(u"firstText/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountKey)))
{
}

void TextUnderwayNote::write(const TextUnderway &text)
{
    const QJsonObject note{
        {u"to"_s, text.recipient}, {u"form"_s, text.form}, {u"at"_s, text.sentAt.toUTC().toString(Qt::ISODateWithMs)}};
    m_settings.setBytes(m_key, QJsonDocument(note).toJson(QJsonDocument::Compact));
}

void TextUnderwayNote::forget()
{
    if (text()) {
        m_settings.setBytes(m_key, {});
    }
}

std::optional<TextUnderway> TextUnderwayNote::text() const
{
    const QJsonObject note = QJsonDocument::fromJson(m_settings.bytes(m_key)).object();
    const QDateTime sentAt = QDateTime::fromString(note.value("at"_L1).toString(), Qt::ISODateWithMs);
    if (!sentAt.isValid()) {
        return std::nullopt;
    }
    return TextUnderway{note.value("to"_L1).toString(), note.value("form"_L1).toString(), sentAt};
}

} // namespace greenline
