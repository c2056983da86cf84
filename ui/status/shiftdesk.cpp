#include "ui/status/shiftdesk.h"

#include "app/omnichannel/agentstore.h"
#include "app/workspace/session.h"
#include "ui/status/shiftpopup.h"

#include <QAction>

namespace greenline {

ShiftDesk::ShiftDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.show, &QAction::triggered, this, &ShiftDesk::open);
    connect(&needs.session.shift(), &Shift::changed, this, [this] {
        if (m_popup && m_popup->isVisible()) {
            refresh();
        }
    });
}

ShiftDesk::~ShiftDesk()
{
    delete m_popup;
}

void ShiftDesk::open()
{
    if (!m_popup) {
        m_popup = new ShiftPopup(m_needs.anchor.window());
    }
    refresh();
    m_popup->openBelow(m_needs.anchor);
}

void ShiftDesk::refresh()
{
    m_popup->showFigures(m_needs.session.shift().figures(), m_needs.session.agent().me().maximumChats.value_or(0));
}

} // namespace greenline
