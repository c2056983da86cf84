#include "ui/palette/keymap.h"

#include "app/storage/settingsfile.h"

#include <QAction>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace greenline {

KeyMap::KeyMap(QWidget &window, SettingsFile &settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    const QList<QAction *> all = actions();
    for (const QAction *action : all) {
        m_standard.insert(action->objectName(), action->shortcut());
    }
    read();
}

QList<QAction *> KeyMap::actions() const
{
    QList<QAction *> named = m_window.actions();
    named.removeIf([](const QAction *action) { return action->objectName().isEmpty() || action->text().isEmpty(); });
    return named;
}

QKeySequence KeyMap::standardKeys(const QAction &action) const
{
    return m_standard.value(action.objectName());
}

bool KeyMap::isChanged(const QAction &action) const
{
    return action.shortcut() != standardKeys(action);
}

QAction *KeyMap::holderOf(const QKeySequence &keys, const QAction &other) const
{
    if (keys.isEmpty()) {
        return nullptr;
    }
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        if (action != &other && action->shortcuts().contains(keys)) {
            return action;
        }
    }
    return nullptr;
}

void KeyMap::setKeys(QAction &action, const QKeySequence &keys)
{
    action.setShortcut(keys);
    write();
    Q_EMIT changed();
}

void KeyMap::reset(QAction &action)
{
    setKeys(action, standardKeys(action));
}

void KeyMap::resetAll()
{
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        action->setShortcut(standardKeys(*action));
    }
    write();
    Q_EMIT changed();
}

/// A line for each action that was changed: "takeNext F4"; without keys: "takeNext ".
void KeyMap::read()
{
    const QStringList lines = m_settings.text(u"keys"_s).split(u'\n', Qt::SkipEmptyParts);
    const QList<QAction *> all = actions();
    for (const QString &line : lines) {
        const QString name = line.section(u' ', 0, 0);
        for (QAction *action : all) {
            if (action->objectName() == name) {
                action->setShortcut(QKeySequence(line.section(u' ', 1), QKeySequence::PortableText));
            }
        }
    }
}

void KeyMap::write() const
{
    QStringList lines;
    const QList<QAction *> all = actions();
    for (const QAction *action : all) {
        if (isChanged(*action)) {
            lines.append(action->objectName() + u' ' + action->shortcut().toString(QKeySequence::PortableText));
        }
    }
    m_settings.setText(u"keys"_s, lines.join(u'\n'));
}

} // namespace greenline
