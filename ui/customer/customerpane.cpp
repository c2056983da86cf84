#include "ui/customer/customerpane.h"

#include "app/omnichannel/agentstore.h"
#include "app/sms/phonenumber.h"
#include "ui/customer/tagchips.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QToolTip>

namespace greenline {

namespace {

constexpr qsizetype longestField = 300;
constexpr int customerGlyph = 20;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // one endless word must not widen the window
    return label;
}

QString countryName(const QString &region)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
}

} // namespace

CustomerPane::CustomerPane(AgentStore &agent, QWidget *parent)
    : QWidget(parent)
    , m_agent(agent)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Customer"));
    build();
    setFonts();
    setConversation(nullptr);
    connect(m_copy, &QToolButton::clicked, this, &CustomerPane::copyPhone);
    connect(&m_agent, &AgentStore::departmentsChanged, this, &CustomerPane::showConversation);
    connect(&m_agent, &AgentStore::meChanged, this, &CustomerPane::showConversation);
}

void CustomerPane::build()
{
    auto *page = new QWidget;
    page->setProperty("panel", true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    column->setSpacing(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * metrics::grid);
    m_glyph = new QLabel(page);
    m_name = plainLabel(page);
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_name, 1);
    column->addLayout(head);
    m_source = plainLabel(page);
    m_source->setProperty("secondary", true);
    column->addWidget(m_source);
    addPhone(column);
    m_department = addField(column, tr("Department"));
    m_tags = addField(column, tr("Tags"));
    m_chips = new TagChips(page);
    column->addWidget(m_chips);
    m_ourNumber = addField(column, tr("Texted our number"));
    m_servedBy = addField(column, tr("Served by"));
    m_started = addField(column, tr("Started"));
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setProperty("quiet", true);
    scroll->setAccessibleName(tr("Customer details")); // reached by Tab, for the arrow keys scroll it
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *nobody = new QLabel(tr("Open a conversation to see who writes."), this);
    nobody->setWordWrap(true);
    nobody->setAlignment(Qt::AlignCenter);
    nobody->setMargin(metrics::margin);
    nobody->setProperty("secondary", true);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(nobody);
    m_pages->addWidget(scroll);
}

CustomerPane::Field CustomerPane::addField(QVBoxLayout *column, const QString &caption)
{
    Field field{new QLabel(caption, column->parentWidget()), plainLabel(column->parentWidget())};
    field.caption->setProperty("secondary", true);
    field.caption->setContentsMargins(0, 3 * metrics::grid, 0, 0);
    field.caption->setBuddy(field.value);
    m_captions.append(field.caption);
    column->addWidget(field.caption);
    column->addWidget(field.value);
    return field;
}

void CustomerPane::addPhone(QVBoxLayout *column)
{
    m_phone = addField(column, tr("Phone"));
    column->removeWidget(m_phone.value);
    m_copy = new QToolButton(column->parentWidget());
    m_copy->setProperty("quiet", true);
    m_copy->setAccessibleName(tr("Copy the phone number"));
    m_copy->setToolTip(tr("Copy the phone number"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::grid);
    m_phone.value->setWordWrap(false);
    m_phone.value->setMinimumWidth(0);
    row->addWidget(m_phone.value);
    row->addWidget(m_copy);
    row->addStretch(1);
    column->addLayout(row);
    m_country = plainLabel(column->parentWidget());
    m_country->setProperty("secondary", true);
    column->addWidget(m_country);
}

void CustomerPane::setConversation(const Conversation *conversation)
{
    m_conversation = conversation ? *conversation : Conversation();
    m_pages->setCurrentIndex(conversation ? 1 : 0);
    showConversation();
}

void CustomerPane::fill(const Field &field, const QString &text)
{
    field.value->setText(plainLine(text, longestField));
    field.caption->setVisible(!text.isEmpty());
    field.value->setVisible(!text.isEmpty());
}

void CustomerPane::showConversation()
{
    m_name->setText(customerName(m_conversation));
    m_source->setText(sourcePhrase(m_conversation.source, m_conversation.customerPresence));
    showPhone();
    fill(m_department, m_agent.departmentName(m_conversation.department));
    m_tags.caption->setVisible(!m_conversation.tags.isEmpty());
    m_tags.value->hide();
    m_chips->setTags(m_conversation.tags);
    m_chips->setVisible(!m_conversation.tags.isEmpty());
    fill(m_ourNumber, displayNumber(m_conversation.ourNumber));
    fill(m_servedBy, servingName(m_conversation, m_agent.me()));
    const QDateTime started = m_conversation.startedAt.toLocalTime();
    //: Day and time
    fill(m_started,
         started.isValid() ? tr("%1, %2").arg(QLocale().toString(started.date(), tr("d MMM yyyy")), clockTime(started))
                           : QString());
    drawGlyphs();
}

void CustomerPane::showPhone()
{
    const QString &number = m_conversation.customerNumber;
    fill(m_phone, displayNumber(number));
    m_copy->setVisible(!number.isEmpty());
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(number);
    const QString country = parsed ? countryName(parsed->region) : QString();
    m_country->setText(country);
    m_country->setVisible(!country.isEmpty());
}

void CustomerPane::copyPhone()
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(m_conversation.customerNumber);
    QGuiApplication::clipboard()->setText(parsed ? parsed->e164 : m_conversation.customerNumber);
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("Copied"), m_copy);
}

void CustomerPane::setFonts()
{
    m_name->setFont(titleFont(font()));
    m_source->setFont(secondaryFont(font()));
    m_country->setFont(secondaryFont(font()));
    for (QLabel *caption : std::as_const(m_captions)) {
        caption->setFont(captionFont(font()));
    }
}

void CustomerPane::drawGlyphs()
{
    const Colours &colours = coloursOf(palette());
    const QColor presence = presenceColour(colours, m_conversation.customerPresence);
    m_glyph->setPixmap(glyphPixmap(glyphOf(m_conversation.source), presence, customerGlyph, devicePixelRatioF()));
    m_copy->setIcon(glyphIcon(Glyph::Copy, colours.secondaryText));
}

void CustomerPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawGlyphs();
    } else if (event->type() == QEvent::FontChange) {
        setFonts();
    }
}

} // namespace greenline
