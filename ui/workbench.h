#pragma once

#include "ui/features.h"

#include <QObject>

namespace greenline {

class DeskCommands;

/// What stands right of the list: the open conversation, its customer, and the features that work on them. The list
/// comes first: these are built piece by piece once it has been painted, and at once when somebody needs them earlier
/// or the person does anything: a key pressed in the first moments finds all there.
class Workbench : public QObject
{
    Q_OBJECT
public:
    struct Places {
        QWidget &conversation;
        QWidget &customer;
    };
    Workbench(const DeskParts &parts, DeskCommands &commands, const Places &places, QObject *parent = nullptr);

    void buildSoon(); ///< A piece at a time, and between two of them what the person does is heard.
    void finish(); ///< Now, what is still missing.
    ConversationView &view(); ///< Finished first, as below.
    CustomerPane &customer();
    void show(const RoomId &room); ///< In both; an empty one: nothing is open.
    RoomId room() const; ///< The open one.

Q_SIGNALS:
    void finished(); ///< Once: all is there.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildNext();
    void buildView();

    DeskParts m_parts;
    DeskCommands &m_commands;
    Places m_places;
    int m_built = 0; // pieces
    bool m_willBuild = false;
    ConversationView *m_view = nullptr;
    CustomerPane *m_customer = nullptr;
};

} // namespace greenline
