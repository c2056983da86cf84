#include "ui/settings/awaypage.h"

#include "ui/settings/pageparts.h"
#include "ui/status/awaykeeper.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace greenline {

AwayPage::AwayPage(AwayKeeper &away, QWidget *parent)
    : QWidget(parent)
    , m_away(away)
    , m_locked(new QCheckBox(tr("Away while the screen is locked or the computer sleeps"), this))
    , m_minutes(new QSpinBox(this))
    , m_leaves(new QCheckBox(tr("Take no conversations while away"), this))
{
    build();
    const AwayChoices &choices = away.choices();
    m_locked->setChecked(choices.whenLocked);
    m_minutes->setValue(choices.afterMinutes);
    m_leaves->setChecked(choices.leavesQueue);
    connect(m_locked, &QCheckBox::toggled, this, &AwayPage::adopt);
    connect(m_minutes, &QSpinBox::valueChanged, this, &AwayPage::adopt);
    connect(m_leaves, &QCheckBox::toggled, this, &AwayPage::adopt);
}

void AwayPage::build()
{
    m_minutes->setAccessibleName(tr("Away after this many minutes without a key or a mouse"));
    m_minutes->setRange(0, longestAwayMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("never"));
    m_minutes->setEnabled(m_away.knowsIdle());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::grid, metrics::margin, metrics::grid, 0);
    column->setSpacing(2 * metrics::grid);
    column->addLayout(pageRow({m_locked}));
    column->addLayout(pageRow({indented(new QLabel(tr("Away when nobody typed for"), this)), m_minutes}));
    if (!m_away.knowsIdle()) {
        column->addWidget(pageNote(tr("This desktop does not tell how long nobody typed."), this));
    }
    column->addWidget(pageNote(tr("Colleagues see you as away, and as online when you are back. Some workspaces give "
                                  "no new conversations to those who are away."),
                               this));
    column->addSpacing(2 * metrics::grid);
    column->addLayout(pageRow({m_leaves}));
    column->addWidget(pageNote(tr("You become not available when you leave, and available again when you are back. "
                                  "Otherwise your availability is never changed for you."),
                               this));
    column->addStretch(1);
}

void AwayPage::adopt()
{
    m_away.setChoices({m_locked->isChecked(), m_minutes->value(), m_leaves->isChecked()});
}

} // namespace greenline
