#include "ui/panes.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace greenline {

namespace {

constexpr int drawerBelow = 900;
constexpr int singleBelow = 620;
constexpr int listWidth = 328;
constexpr int customerWidth = 304;

QWidget *emptyPlace(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins({});
    return place;
}

} // namespace

Panes::Panes(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_conversation(emptyPlace(m_splitter))
    , m_customer(emptyPlace(m_splitter))
    , m_edge(new QWidget(this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_splitter);
    setMinimumWidth(360);
    m_edge->setAutoFillBackground(true);
    m_edge->setBackgroundRole(QPalette::Mid);
    m_edge->hide();
}

QWidget *Panes::listPlace() const
{
    return m_splitter;
}

void Panes::hold(QWidget &list)
{
    m_list = &list;
    m_splitter->insertWidget(0, m_list);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({listWidth, 768, customerWidth});
}

void Panes::setCustomerWanted(bool isWanted)
{
    m_isCustomerWanted = isWanted;
    arrange();
}

void Panes::showConversation()
{
    m_isConversationOnTop = true;
    arrange();
}

void Panes::showList()
{
    m_isConversationOnTop = false;
    if (m_form != Form::Wide && m_isCustomerWanted) {
        m_isCustomerWanted = false;
        Q_EMIT customerSwitched(false);
    }
    arrange();
}

QByteArray Panes::widths() const
{
    return m_form == Form::Wide ? m_splitter->saveState() : m_wideWidths;
}

void Panes::setWidths(const QByteArray &widths)
{
    if (!widths.isEmpty() && m_form == Form::Wide) {
        m_splitter->restoreState(widths);
        m_splitter->setHandleWidth(1);
    }
}

Panes::Form Panes::formOf(int width) const
{
    if (width < singleBelow) {
        return Form::Single;
    }
    return width < drawerBelow ? Form::Drawer : Form::Wide;
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Form form = formOf(event->size().width());
    if (form != m_form) {
        changeForm(form);
    }
    placeDrawer();
}

void Panes::changeForm(Form form)
{
    const bool wasWide = m_form == Form::Wide;
    if (wasWide) {
        m_wideWidths = m_splitter->saveState();
        m_wasCustomerWanted = m_isCustomerWanted;
    }
    m_form = form;
    if (wasWide || form == Form::Wide) {
        // A drawer opens when it is asked for, not because the window shrank.
        m_isCustomerWanted = form == Form::Wide && (m_wasCustomerWanted || m_isCustomerWanted);
        Q_EMIT customerSwitched(m_isCustomerWanted);
    }
    arrange();
    setWidths(m_wideWidths);
}

void Panes::arrange()
{
    const bool isDrawer = m_form != Form::Wide;
    if (isDrawer && m_customer->parentWidget() != this) {
        m_customer->setParent(this);
    } else if (!isDrawer && m_customer->parentWidget() == this) {
        m_splitter->addWidget(m_customer);
        m_splitter->setStretchFactor(2, 0);
    }
    m_list->setVisible(m_form != Form::Single || !m_isConversationOnTop);
    m_conversation->setVisible(m_form != Form::Single || m_isConversationOnTop);
    m_customer->setVisible(m_isCustomerWanted);
    placeDrawer();
    Q_EMIT listHidden(m_form == Form::Single && m_isConversationOnTop);
}

void Panes::placeDrawer()
{
    const bool isDrawn = m_form != Form::Wide && m_isCustomerWanted;
    m_edge->setVisible(isDrawn);
    if (isDrawn) {
        const int drawer = qMin(customerWidth, width());
        const int left = layoutDirection() == Qt::RightToLeft ? 0 : width() - drawer;
        m_customer->setGeometry(left, 0, drawer, height());
        m_edge->setGeometry(layoutDirection() == Qt::RightToLeft ? drawer : left - 1, 0, 1, height());
        m_customer->raise();
        m_edge->raise();
    }
}

} // namespace greenline
