#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace greenline {

class SettingsFile;

/// The keys of the window's actions: those we ship, and what a person made of them. Kept in the settings by the
/// actions' object names.
class KeyMap : public QObject
{
    Q_OBJECT
public:
    KeyMap(QWidget &window, SettingsFile &settings); ///< Owned by the window; its actions are there by now.

    QList<QAction *> actions() const; ///< Those that can be given keys, in the window's order.
    QKeySequence standardKeys(const QAction &action) const;
    bool isChanged(const QAction &action) const;
    QAction *holderOf(const QKeySequence &keys, const QAction &other) const; ///< Who has them already; null: nobody.
    void setKeys(QAction &action, const QKeySequence &keys); ///< Empty: none.
    void reset(QAction &action);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void read();
    void write() const;

    QWidget &m_window;
    SettingsFile &m_settings;
    QHash<QString, QKeySequence> m_standard;
};

} // namespace greenline
