#include "ui/lists/savedviews.h"

#include "app/storage/settingsfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

SavedViews::SavedViews(SettingsFile &settings)
    : m_settings(settings)
{
    const QJsonArray kept = QJsonDocument::fromJson(settings.bytes(u"savedViews"_s)).array();
    for (const QJsonValue &value : kept) {
        const QJsonObject view = value.toObject();
        if (!view.value("name"_L1).toString().isEmpty()) {
            m_views.append({view.value("name"_L1).toString(), view.value("filter"_L1).toString()});
        }
    }
}

void SavedViews::put(const SavedView &view)
{
    m_views.removeIf([&view](const SavedView &one) { return one.name == view.name; });
    m_views.append(view);
    std::sort(m_views.begin(), m_views.end(),
              [](const SavedView &one, const SavedView &other) { return one.name.localeAwareCompare(other.name) < 0; });
    store();
}

void SavedViews::remove(const QString &name)
{
    m_views.removeIf([&name](const SavedView &one) { return one.name == name; });
    store();
}

void SavedViews::store()
{
    QJsonArray kept;
    for (const SavedView &view : std::as_const(m_views)) {
        kept.append(QJsonObject{{u"name"_s, view.name}, {u"filter"_s, view.filter}});
    }
    m_settings.setBytes(u"savedViews"_s, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace greenline
