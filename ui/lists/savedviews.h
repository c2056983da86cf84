#pragma once

#include <QList>
#include <QString>

namespace greenline {

class SettingsFile;

/// What is typed into the filter box again and again, under a name.
struct SavedView {
    QString name = {};
    QString filter = {};
    bool operator==(const SavedView &) const = default;
};

/// The saved filters of this computer, by name. A name that is there already gets the new filter.
class SavedViews
{
public:
    explicit SavedViews(SettingsFile &settings);
    const QList<SavedView> &all() const { return m_views; }
    void put(const SavedView &view);
    void remove(const QString &name);

private:
    void store();

    SettingsFile &m_settings;
    QList<SavedView> m_views;
};

} // namespace greenline
