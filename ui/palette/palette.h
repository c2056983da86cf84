#pragma once

#include "app/base/id.h"
#include "ui/palette/palettemodel.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QWidget;

namespace greenline {

class ConversationStore;
class PaletteDialog;
class SettingsFile;

/// Every action of the window and every conversation by a few letters of its name; remembers what was used last.
class Palette : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        ConversationStore &conversations;
        SettingsFile &settings;
        QWidget &window; ///< Whose actions there are.
        QAction &action; ///< Opens it.
        std::function<void(const RoomId &)> open;
    };
    explicit Palette(const Needs &needs, QObject *parent = nullptr);
    void show();

private:
    QList<PaletteEntry> entries() const;
    void run(const QString &id);
    QStringList recent() const;

    Needs m_needs;
    QPointer<PaletteDialog> m_dialog;
};

/// An action as an entry: its words without the key mark, its keys, and why it cannot be done now. A disabled action
/// tells the reason as its tooltip.
PaletteEntry entryOf(const QAction &action);

} // namespace greenline
