#include "ui/outbound/recipientfield.h"

#include "app/sms/phonenumber.h"
#include "ui/outbound/startwords.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int numberRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;
constexpr int rowsShown = 4;

/// "(415) 555-0142" is one, too.
bool looksLikeANumber(const QString &typed)
{
    const auto first = std::find_if(typed.cbegin(), typed.cend(), [](QChar one) { return one != u'(' && one != u' '; });
    return first != typed.cend() && (*first == u'+' || first->isDigit());
}

} // namespace

RecipientField::RecipientField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_found(new QListWidget(this))
{
    m_edit->setAccessibleName(tr("Recipient"));
    m_edit->setPlaceholderText(tr("Name, or number with country code"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(secondaryFont(font()));
    m_found->setAccessibleName(tr("People found"));
    m_found->setUniformItemSizes(true);
    m_found->setTextElideMode(Qt::ElideRight);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setFixedHeight(m_found->fontMetrics().lineSpacing() * 2 * rowsShown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid);
    column->addWidget(m_edit);
    column->addWidget(m_hint);
    column->addWidget(m_found);
    setFocusProxy(m_edit);
    showHint(hint());
    m_found->hide();
    connect(m_edit, &QLineEdit::textChanged, this, &RecipientField::onTyped);
    connect(m_found, &QListWidget::itemClicked, this, &RecipientField::choose);
    connect(m_found, &QListWidget::itemActivated, this, &RecipientField::choose);
}

QString RecipientField::typed() const
{
    return m_edit->text().trimmed();
}

void RecipientField::setTyped(const QString &typed)
{
    m_edit->setText(typed);
}

QString RecipientField::shown() const
{
    return m_name.isEmpty() ? displayNumber(m_number) : m_name;
}

void RecipientField::onTyped()
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(typed());
    m_number = parsed ? parsed->e164 : QString();
    m_name.clear();
    m_found->clear();
    m_found->hide();
    showHint(hint());
    Q_EMIT typedChanged(typed());
    Q_EMIT changed();
}

QString RecipientField::hint() const
{
    if (!m_number.isEmpty()) {
        const QString place = placeAndNumber(m_number);
        //: %1 is a person, %2 a country and a number
        return m_name.isEmpty() ? place : tr("%1 · %2").arg(m_name, place);
    }
    if (looksLikeANumber(typed())) {
        return tr("No whole number yet. It begins with + and the code of its country.");
    }
    if (typed().isEmpty()) {
        return tr("The country of a number is shown here.");
    }
    return typed().size() < shortestSearch ? tr("People are looked for by two letters and more.")
                                           : tr("Looking for people…");
}

void RecipientField::setContacts(const QList<Contact> &contacts)
{
    m_found->clear();
    for (const Contact &contact : contacts) {
        const QString name = plainLine(contact.name);
        for (const QString &phone : contact.phones) {
            const std::optional<PhoneNumber> parsed = parsePhoneNumber(phone);
            if (!parsed) {
                continue; // short codes and the like cannot be texted first
            }
            //: %1 is a person, %2 a phone number
            auto *item = new QListWidgetItem(tr("%1 · %2").arg(name, parsed->display), m_found);
            item->setData(numberRole, parsed->e164);
            item->setData(nameRole, name);
        }
    }
    m_found->setVisible(m_found->count() > 0);
    if (!m_number.isEmpty() || looksLikeANumber(typed())) {
        return;
    }
    showHint(m_found->count() > 0 ? tr("Choose one of these.")
                                  : tr("Nobody of this name with a number is known to the workspace."));
}

void RecipientField::tellNotSearched(const QString &why)
{
    if (m_number.isEmpty()) {
        showHint(why);
    }
}

void RecipientField::choose(QListWidgetItem *item)
{
    m_number = item->data(numberRole).toString();
    m_name = item->data(nameRole).toString();
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setText(m_number);
    }
    m_found->hide();
    m_edit->setFocus();
    showHint(hint());
    Q_EMIT changed();
}

void RecipientField::showHint(const QString &hint)
{
    m_hint->setText(hint);
    m_edit->setAccessibleDescription(hint);
}

/// Down goes into what was found, as in the other fields that find.
bool RecipientField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && m_found->isVisible()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_found->setCurrentRow(0);
        m_found->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace greenline
