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
    QJsonObject typed;
    for (auto one = draft.typed.cbegin(); one != draft.typed.cend(); ++one) {
        typed.insert(one.key(), QJsonArray::fromStringList(one.value()));
    }
    const QJsonObject kept{{u"recipient"_s, draft.recipient},
                           {u"provider"_s, message.provider},
                           {u"from"_s, message.from},
                           {u"form"_s, message.form.name},
                           {u"language"_s, message.form.language},
                           {u"values"_s, QJsonArray::fromStringList(message.values)},
                           {u"typed"_s, typed},
                           {u"department"_s, message.department.value},
                           {u"agent"_s, message.agent.value}};
    return QJsonDocument(kept).toJson(QJsonDocument::Compact);
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values) {
        texts.append(value.toString());
    }
    return texts;
}

StartDraft draftOfBytes(const QByteArray &bytes)
{
    const QJsonObject kept = QJsonDocument::fromJson(bytes).object();
    StartDraft draft{kept.value("recipient"_L1).toString(), {}, {}};
    draft.message.provider = kept.value("provider"_L1).toString();
    draft.message.from = kept.value("from"_L1).toString();
    draft.message.form.name = kept.value("form"_L1).toString();
    draft.message.form.language = kept.value("language"_L1).toString();
    draft.message.values = textsOf(kept.value("values"_L1));
    const QJsonObject typed = kept.value("typed"_L1).toObject();
    for (auto one = typed.constBegin(); one != typed.constEnd(); ++one) {
        draft.typed.insert(one.key(), textsOf(one.value()));
    }
    draft.message.department.value = kept.value("department"_L1).toString();
    draft.message.agent.value = kept.value("agent"_L1).toString();
    return draft;
}

bool areBlank(const QStringList &values)
{
    return std::all_of(values.cbegin(), values.cend(), [](const QString &value) { return value.isEmpty(); });
}

} // namespace

/// A template alone is not worth keeping: the only one is chosen by itself.
bool StartDraft::isEmpty() const
{
    return recipient.isEmpty() && areBlank(message.values) && std::all_of(typed.cbegin(), typed.cend(), areBlank);
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
