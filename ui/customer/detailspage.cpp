#include "ui/customer/detailspage.h"

#include "app/omnichannel/agentstore.h"
#include "app/sms/phonenumber.h"
#include "ui/customer/foreignlabel.h"
#include "ui/customer/placetime.h"
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
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace greenline {

namespace {

constexpr qsizetype longestField = 300;

} // namespace

DetailsPage::DetailsPage(AgentStore &agent, QWidget *parent)
    : QWidget(parent)
    , m_agent(agent)
{
    setProperty("panel", true);
    build();
    setFonts();
    connect(m_copy, &QToolButton::clicked, this, &DetailsPage::copyPhone);
    connect(&m_agent, &AgentStore::departmentsChanged, this, &DetailsPage::showConversation);
    connect(&m_agent, &AgentStore::meChanged, this, &DetailsPage::showConversation);
}

void DetailsPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, 0, metrics::margin, metrics::margin);
    column->setSpacing(1);
    m_notice = foreignLabel(this);
    m_notice->setProperty("error", true);
    m_notice->hide();
    column->addWidget(m_notice);
    addFact(column, {CustomerFact::Kind::Name}, tr("Name"), tr("Customer name"));
    addPhone(column);
    m_otherPhones = addField(column, tr("Other phones"));
    addFact(column, {CustomerFact::Kind::Email}, tr("E-mail"), tr("Customer e-mail"));
    m_custom = new QVBoxLayout;
    m_custom->setContentsMargins({});
    m_custom->setSpacing(1);
    column->addLayout(m_custom);
    m_department = addField(column, tr("Department"));
    m_tags = addField(column, tr("Tags"));
    m_chips = new TagChips(this);
    column->addWidget(m_chips);
    m_ourNumber = addField(column, tr("Texted our number"));
    m_servedBy = addField(column, tr("Served by"));
    m_started = addField(column, tr("Started"));
    column->addStretch(1);
}

void DetailsPage::addFact(QVBoxLayout *column, const CustomerFact &fact, const QString &caption, const QString &name)
{
    auto *edit = new FactEdit(caption, name, this);
    column->addWidget(edit);
    m_facts.emplace_back(fact, edit);
    connect(edit, &FactEdit::saveRequested, this, [this, fact] { Q_EMIT saveRequested(fact); });
}

FactEdit *DetailsPage::factEdit(const CustomerFact &fact) const
{
    const auto found
        = std::find_if(m_facts.cbegin(), m_facts.cend(), [&](const auto &one) { return one.first == fact; });
    return found == m_facts.cend() ? nullptr : found->second;
}

void DetailsPage::setFields(const QList<CustomField> &fields)
{
    if (fields == m_fields) {
        return;
    }
    m_fields = fields;
    for (const auto &[fact, edit] : m_facts) {
        if (!fact.field.isEmpty()) {
            edit->deleteLater();
        }
    }
    std::erase_if(m_facts, [](const auto &one) { return !one.first.field.isEmpty(); });
    for (const CustomField &field : fields) {
        const bool isOfRoom = field.scope == CustomField::Scope::Conversation;
        const QString label = plainLine(field.label.isEmpty() ? field.id : field.label);
        addFact(m_custom, {isOfRoom ? CustomerFact::Kind::RoomField : CustomerFact::Kind::Field, field.id}, label,
                label);
        FactEdit *edit = m_facts.back().second;
        if (!field.choices.isEmpty()) {
            edit->setChoices(field.choices);
        }
        if (field.isRequired) {
            edit->setRequired();
        }
    }
}

DetailsPage::Field DetailsPage::addField(QVBoxLayout *column, const QString &caption)
{
    Field field{new QLabel(caption, this), foreignLabel(this)};
    field.caption->setProperty("secondary", true);
    field.caption->setContentsMargins(0, 3 * metrics::grid, 0, 0);
    field.caption->setBuddy(field.value);
    m_captions.append(field.caption);
    column->addWidget(field.caption);
    column->addWidget(field.value);
    return field;
}

void DetailsPage::addPhone(QVBoxLayout *column)
{
    m_phone = addField(column, tr("Phone"));
    column->removeWidget(m_phone.value);
    m_copy = new QToolButton(this);
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
    m_place = foreignLabel(this);
    m_place->setProperty("secondary", true);
    column->addWidget(m_place);
}

void DetailsPage::setConversation(const Conversation &conversation)
{
    m_conversation = conversation;
    showConversation();
}

void DetailsPage::setNow(const QDateTime &now)
{
    m_now = now;
    showPhone();
}

void DetailsPage::setPhones(const QStringList &phones)
{
    m_phones = phones;
    showPhone();
}

void DetailsPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void DetailsPage::fill(const Field &field, const QString &text)
{
    field.value->setText(text);
    field.caption->setVisible(!text.isEmpty());
    field.value->setVisible(!text.isEmpty());
}

void DetailsPage::showConversation()
{
    showPhone();
    fill(m_department, plainLine(m_agent.departmentName(m_conversation.department), longestField));
    m_tags.caption->setVisible(!m_conversation.tags.isEmpty());
    m_tags.value->hide();
    m_chips->setTags(m_conversation.tags);
    m_chips->setVisible(!m_conversation.tags.isEmpty());
    fill(m_ourNumber, plainLine(displayNumber(m_conversation.ourNumber), longestField));
    fill(m_servedBy, plainLine(servingName(m_conversation, m_agent.me()), longestField));
    const QDateTime started = m_conversation.startedAt.toLocalTime();
    //: Day and time
    fill(m_started,
         started.isValid() ? tr("%1, %2").arg(QLocale().toString(started.date(), tr("d MMM yyyy")), clockTime(started))
                           : QString());
    drawGlyphs();
}

void DetailsPage::showPhone()
{
    const QString &number = m_conversation.customerNumber;
    fill(m_phone, plainLine(displayNumber(number), longestField));
    m_copy->setVisible(!number.isEmpty());
    const QString place = placeAndTime(number, m_now);
    m_place->setText(place);
    m_place->setVisible(!place.isEmpty());
    QStringList others;
    for (const QString &phone : std::as_const(m_phones)) {
        if (!isSameNumber(phone, number)) {
            const QString where = placeAndTime(phone, m_now);
            others.append(plainLine(
                where.isEmpty() ? displayNumber(phone) : tr("%1 (%2)").arg(displayNumber(phone), where), longestField));
        }
    }
    fill(m_otherPhones, others.join(u'\n'));
}

void DetailsPage::copyPhone()
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(m_conversation.customerNumber);
    QGuiApplication::clipboard()->setText(parsed ? parsed->e164 : m_conversation.customerNumber);
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("Copied"), m_copy);
}

void DetailsPage::setFonts()
{
    m_place->setFont(secondaryFont(font()));
    for (QLabel *caption : std::as_const(m_captions)) {
        caption->setFont(captionFont(font()));
    }
}

void DetailsPage::drawGlyphs()
{
    m_copy->setIcon(glyphIcon(Glyph::Copy, coloursOf(palette()).secondaryText));
}

void DetailsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawGlyphs();
    } else if (event->type() == QEvent::FontChange) {
        setFonts();
    }
}

} // namespace greenline
