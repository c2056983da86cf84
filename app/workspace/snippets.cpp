#include "app/workspace/snippets.h"

#include "app/storage/settingsfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

Snippets::Snippets(SettingsFile &settings, const QString &accountKey, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_key(u"snippets/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountKey)))
{
    load();
}

void Snippets::put(const CannedResponse &snippet)
{
    CannedResponse kept = snippet;
    kept.scope = CannedResponse::Scope::ThisComputer;
    if (kept.id.isEmpty()) {
        kept.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    m_all.removeIf([&kept](const CannedResponse &one) { return one.id == kept.id; });
    const auto place = std::lower_bound(m_all.begin(), m_all.end(), kept, [](const auto &one, const auto &other) {
        return one.shortcut.localeAwareCompare(other.shortcut) < 0;
    });
    m_all.insert(place, kept);
    store();
}

void Snippets::remove(const QString &id)
{
    m_all.removeIf([&id](const CannedResponse &one) { return one.id == id; });
    store();
}

void Snippets::load()
{
    const QJsonArray kept = QJsonDocument::fromJson(m_settings.bytes(m_key)).array();
    for (const QJsonValue &value : kept) {
        const QJsonObject object = value.toObject();
        CannedResponse snippet;
        snippet.id = object.value("id"_L1).toString();
        snippet.shortcut = object.value("shortcut"_L1).toString();
        snippet.text = object.value("text"_L1).toString();
        snippet.scope = CannedResponse::Scope::ThisComputer;
        if (!snippet.id.isEmpty() && !snippet.text.isEmpty()) {
            m_all.append(snippet);
        }
    }
}

void Snippets::store()
{
    QJsonArray kept;
    for (const CannedResponse &one : std::as_const(m_all)) {
        kept.append(QJsonObject{{u"id"_s, one.id}, {u"shortcut"_s, one.shortcut}, {u"text"_s, one.text}});
    }
    m_settings.setBytes(m_key, QJsonDocument(kept).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

} // namespace greenline
