#include "ui/customer/customerpane.h"

#include "ui/customer/detailspage.h"
#include "ui/customer/earlierpage.h"
#include "ui/customer/foreignlabel.h"
#include "ui/customer/notespage.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

namespace greenline {

namespace {

constexpr int customerGlyph = 20;

} // namespace

CustomerPane::CustomerPane(AgentStore &agent, QWidget *parent)
    : QWidget(parent)
    , m_page(new QWidget(this))
    , m_tabs(new QTabWidget(m_page))
    , m_history(new EarlierPage(this))
    , m_notes(new NotesPage(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Customer"));
    build(agent);
    setFonts();
    setConversation(nullptr);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CustomerPane::shown);
}

void CustomerPane::build(AgentStore &agent)
{
    m_page->setProperty("panel", true);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * metrics::grid);
    m_glyph = new QLabel(m_page);
    m_name = foreignLabel(m_page);
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_name, 1);
    m_source = foreignLabel(m_page);
    m_source->setProperty("secondary", true);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::grid);
    top->setSpacing(1);
    top->addLayout(head);
    top->addWidget(m_source);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Customer"));
    m_tabs->tabBar()->setAccessibleName(tr("About the customer"));
    // Born in its place: moving it there costs a restyling of all that it holds.
    QScrollArea *scroll = addScrolled(tr("Details"), tr("Customer details"));
    m_details = new DetailsPage(agent, scroll->viewport());
    scroll->setWidget(m_details);
    m_tabs->addTab(m_history, tr("History"));
    m_tabs->addTab(m_notes, tr("Notes"));
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_tabs, 1);

    auto *nobody = new QLabel(tr("Open a conversation to see who writes."), this);
    nobody->setWordWrap(true);
    nobody->setAlignment(Qt::AlignCenter);
    nobody->setMargin(metrics::margin);
    nobody->setProperty("secondary", true);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(nobody);
    m_pages->addWidget(m_page);
}

QScrollArea *CustomerPane::addScrolled(const QString &title, const QString &name)
{
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("quiet", true);
    scroll->setAccessibleName(name); // reached by Tab, for the arrow keys scroll it
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->addTab(scroll, title);
    return scroll;
}

void CustomerPane::addTab(QWidget *page, const QString &title)
{
    m_tabs->insertTab(m_tabs->indexOf(m_notes), page, title);
}

void CustomerPane::setConversation(const Conversation *conversation)
{
    m_conversation = conversation ? *conversation : Conversation();
    m_pages->setCurrentIndex(conversation ? 1 : 0);
    showHead();
    m_details->setConversation(m_conversation);
    Q_EMIT conversationChanged();
}

void CustomerPane::showHead()
{
    m_name->setText(customerName(m_conversation));
    m_source->setText(sourcePhrase(m_conversation.source, m_conversation.customerPresence));
    const QColor presence = presenceColour(coloursOf(palette()), m_conversation.customerPresence);
    m_glyph->setPixmap(glyphPixmap(glyphOf(m_conversation.source), presence, customerGlyph, devicePixelRatioF()));
}

void CustomerPane::setFonts()
{
    m_name->setFont(titleFont(font()));
    m_source->setFont(secondaryFont(font()));
}

void CustomerPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showHead();
    } else if (event->type() == QEvent::FontChange) {
        setFonts();
    }
}

void CustomerPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

} // namespace greenline
