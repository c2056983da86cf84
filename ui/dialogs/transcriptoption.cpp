#include "ui/dialogs/transcriptoption.h"

#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

TranscriptOption::TranscriptOption(QWidget *parent)
    : QWidget(parent)
    , m_wanted(new QCheckBox(tr("E-mail the transcript to the customer"), this))
    , m_fields(new QWidget(this))
    , m_address(new QLineEdit(m_fields))
    , m_subject(new QLineEdit(tr("Transcript of your conversation"), m_fields))
{
    m_address->setAccessibleName(tr("Transcript address"));
    m_address->setPlaceholderText(tr("The customer's e-mail address"));
    m_subject->setAccessibleName(tr("Transcript subject"));
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(6 * metrics::grid, 0, 0, 0);
    form->addRow(tr("To"), m_address);
    form->addRow(tr("Subject"), m_subject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid);
    column->addWidget(m_wanted);
    column->addWidget(m_fields);
    m_fields->hide();
    connect(m_wanted, &QCheckBox::toggled, this, &TranscriptOption::showFields);
    connect(m_address, &QLineEdit::textChanged, this, &TranscriptOption::changed);
    connect(m_subject, &QLineEdit::textChanged, this, &TranscriptOption::changed);
}

void TranscriptOption::setAddress(const QString &address)
{
    if (m_address->text().isEmpty()) {
        m_address->setText(address);
    }
}

std::optional<TranscriptOrder> TranscriptOption::order() const
{
    if (!m_wanted->isChecked()) {
        return std::nullopt;
    }
    return TranscriptOrder{m_address->text().trimmed(), m_subject->text().trimmed()};
}

QString TranscriptOption::missing() const
{
    const std::optional<TranscriptOrder> wanted = order();
    if (!wanted) {
        return {};
    }
    const qsizetype at = wanted->email.indexOf(u'@');
    if (at < 1 || at == wanted->email.size() - 1) {
        return tr("Type the e-mail address that the transcript goes to.");
    }
    return wanted->subject.isEmpty() ? tr("Type a subject for the transcript.") : QString();
}

void TranscriptOption::showFields(bool isWanted)
{
    m_fields->setVisible(isWanted);
    if (isWanted && m_address->text().isEmpty()) {
        m_address->setFocus();
    }
    Q_EMIT changed();
}

} // namespace greenline
