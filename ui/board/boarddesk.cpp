#include "ui/board/boarddesk.h"

#include "app/omnichannel/agentstore.h"
#include "app/workspace/abilities.h"
#include "app/workspace/board.h"
#include "app/workspace/session.h"
#include "ui/board/boardwindow.h"
#include "ui/dialogs/problembar.h"
#include "ui/words/abilitywords.h"

#include <QAction>

namespace greenline {

BoardDesk::BoardDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.show, &QAction::triggered, this, &BoardDesk::open);
    connect(&needs.session.board(), &Board::changed, this, &BoardDesk::refresh);
    connect(&needs.session.abilities(), &Abilities::changed, this, &BoardDesk::showAbility);
    showAbility();
}

QString BoardDesk::refusal() const
{
    return abilityRefusal(Ability::SeeManagerBoard, m_needs.session.abilities().verdict(Ability::SeeManagerBoard));
}

/// The action stays, so that its key and the palette can say what is missing.
void BoardDesk::showAbility()
{
    m_needs.show.setToolTip(refusal());
    m_needs.show.setStatusTip(refusal());
}

void BoardDesk::open()
{
    if (const QString reason = refusal(); !reason.isEmpty()) {
        m_needs.problem.tell({reason, {}, {}});
        return;
    }
    if (!m_board) {
        const AgentStore &known = m_needs.session.agent();
        m_board = new BoardWindow(
            m_needs.clock, [&known](const DepartmentId &id) { return known.departmentName(id); }, &m_needs.window);
        m_board->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_board, &BoardWindow::closed, &m_needs.session.board(), &Board::leave);
    }
    m_needs.session.board().watch();
    refresh();
    m_board->setVisible(true);
    m_board->raise();
    m_board->activateWindow();
}

void BoardDesk::refresh()
{
    if (!m_board) {
        return;
    }
    const Board &board = m_needs.session.board();
    m_board->setPicture(board.picture(), board.checkedAt());
    m_board->setProblem(board.error() ? std::optional(errorText(*board.error(), Occasion::ReadingQueue))
                                      : std::nullopt);
}

} // namespace greenline
