#include "ui/outbound/consentfield.h"

#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QLocale>
#include <QVBoxLayout>

namespace greenline {

ConsentField::ConsentField(QWidget *parent)
    : QWidget(parent)
    , m_again(new QCheckBox(tr("Send it once more, although it may have left"), this))
    , m_anyway(new QCheckBox(tr("Send it although the customer opted out"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid);
    for (QCheckBox *box : {m_again, m_anyway}) {
        box->hide();
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ConsentField::changed);
    }
    hide();
}

void ConsentField::setTry(const std::optional<TextUnderway> &before)
{
    if (before == m_before) {
        return;
    }
    m_before = before;
    m_again->setChecked(false);
    m_again->setVisible(before.has_value());
    setVisible(isAsking());
}

void ConsentField::setOptOut(const QString &reason)
{
    if (reason == m_optOut) {
        return;
    }
    m_optOut = reason;
    m_anyway->setChecked(false);
    m_anyway->setVisible(!reason.isEmpty());
    setVisible(isAsking());
}

void ConsentField::withdraw()
{
    m_again->setChecked(false);
    m_anyway->setChecked(false);
}

bool ConsentField::isAsking() const
{
    return m_before || !m_optOut.isEmpty();
}

QString ConsentField::missing() const
{
    if (!m_optOut.isEmpty() && !m_anyway->isChecked()) {
        return m_optOut;
    }
    if (!m_before || m_again->isChecked()) {
        return {};
    }
    const QString when = QLocale().toString(m_before->sentAt.toLocalTime(), QLocale::ShortFormat);
    if (m_before->ending == TextUnderway::Ending::Sent) {
        //: %1 is a date and time
        return tr("The provider has this text for them (%1). It is sent once more only when you say so.").arg(when);
    }
    //: %1 is a date and time
    return tr("This text was sent to them (%1), and it is not known whether it left. It is sent once more only when "
              "you say so.")
        .arg(when);
}

} // namespace greenline
