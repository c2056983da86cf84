#include "ui/outbound/startdraft.h"

#include "app/storage/settingsfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto draftWrittenAfter = 1'000ms;
constexpr auto draftTriedAgainAfter = 10'000ms;

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

StartDraftNote::StartDraftNote(SettingsFile &settings, Clock &clock, const QString &accountKey)
    : m_settings(settings)
    , m_key(u"firstTextDraft/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountKey)))
    , m_bytes(settings.bytes(m_key))
    , m_alarm(clock, [this] { flush(); })
{
}

std::optional<StartDraft> StartDraftNote::kept() const
{
    const StartDraft draft = draftOfBytes(m_bytes);
    return draft.isEmpty() ? std::nullopt : std::optional(draft);
}

void StartDraftNote::set(const StartDraft &draft)
{
    const QByteArray bytes = draft.isEmpty() ? QByteArray() : bytesOfDraft(draft);
    if (bytes == m_bytes) {
        return;
    }
    m_bytes = bytes;
    m_isUnwritten = true;
    if (!m_alarm.isActive()) {
        m_alarm.start(draftWrittenAfter); // from the first key press, not from the last
    }
}

/// Where the disk takes nothing, it goes with the next thing that is written: what was sent is not to be back without
/// the note that it was.
void StartDraftNote::forget()
{
    m_settings.setBytes(m_key, {});
    set({});
    flush();
}

void StartDraftNote::flush()
{
    if (!m_isUnwritten) {
        return;
    }
    m_alarm.stop();
    if (const Status written = m_settings.keepBytes(m_key, m_bytes); !written) {
        m_alarm.start(draftTriedAgainAfter);
        Q_EMIT storageFailed(written.error());
        return;
    }
    m_isUnwritten = false;
    Q_EMIT stored();
}

} // namespace greenline
