#include "ui/outbound/startdraft.h"

#include "app/storage/settingsfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QByteArray bytesOfDraft(const StartDraft &draft)
{
    const FirstMessage &message = draft.message;
    const QJsonObject kept{{u"recipient"_s, draft.recipient},
                           {u"provider"_s, message.provider},
                           {u"from"_s, message.from},
                           {u"form"_s, message.form.name},
                           {u"language"_s, message.form.language},
                           {u"values"_s, QJsonArray::fromStringList(message.values)},
                           {u"department"_s, message.department.value},
                           {u"agent"_s, message.agent.value}};
    return QJsonDocument(kept).toJson(QJsonDocument::Compact);
}

StartDraft draftOfBytes(const QByteArray &bytes)
{
    const QJsonObject kept = QJsonDocument::fromJson(bytes).object();
    StartDraft draft{kept.value("recipient"_L1).toString(), {}};
    draft.message.provider = kept.value("provider"_L1).toString();
    draft.message.from = kept.value("from"_L1).toString();
    draft.message.form.name = kept.value("form"_L1).toString();
    draft.message.form.language = kept.value("language"_L1).toString();
    const QJsonArray values = kept.value("values"_L1).toArray();
    for (const QJsonValue &value : values) {
        draft.message.values.append(value.toString());
    }
    draft.message.department.value = kept.value("department"_L1).toString();
    draft.message.agent.value = kept.value("agent"_L1).toString();
    return draft;
}

} // namespace

/// A template alone is not worth keeping: the only one is chosen by itself.
bool StartDraft::isEmpty() const
{
    return recipient.isEmpty() && std::all_of(message.values.cbegin(), message.values.cend(), [](const QString &value) {
               return value.isEmpty();
           });
}

StartDraftNote::StartDraftNote(SettingsFile &settings, const QString &accountKey)
    : m_settings(settings)
    , m_key(u"firstTextDraft/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountKey)))
{
}

void StartDraftNote::keep(const StartDraft &draft)
{
    if (!draft.isEmpty()) {
        m_settings.setBytes(m_key, bytesOfDraft(draft));
    }
}

void StartDraftNote::forget()
{
    m_settings.setBytes(m_key, {});
}

std::optional<StartDraft> StartDraftNote::take()
{
    const StartDraft draft = draftOfBytes(m_settings.bytes(m_key));
    if (draft.isEmpty()) {
        return std::nullopt;
    }
    forget();
    return draft;
}

} // namespace greenline
