#include "ui/wizard/checkdetails.h"

#include "ui/theme/metrics.h"
#include "ui/wizard/verdictlook.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/setupwords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

CheckDetails::CheckDetails(Checkup &checkup, const QUrl &workspace, QWidget *parent)
    : QFrame(parent)
    , m_looks(checkup.lastLooks())
    , m_runner(checkup.runner())
    , m_workspace(workspace)
    , m_title(wizardText({}, this))
    , m_happened(wizardText({}, this))
    , m_next(wizardNote({}, this))
    , m_changes(wizardText({}, this))
    , m_repairs(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_repairs))
    , m_again(new QPushButton(tr("Check this again"), this))
    , m_link(new QPushButton(this))
    , m_copyLink(copyButton(tr("Copy link"), this))
    , m_evidenceText(wizardNote({}, this))
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_evidence = new Fold(tr("Evidence"), *m_evidenceText, this);
    build();
    connect(&m_runner, &CheckRunner::changed, this, [this](const QString &id) {
        if (id == m_check) {
            refresh();
        }
    });
    connect(&m_runner, &CheckRunner::planned, this, &CheckDetails::refreshIfOther);
    connect(&m_runner, &CheckRunner::finished, this, &CheckDetails::refresh);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT checkWanted(m_check); });
    connect(m_link, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_address); });
    connect(m_copyLink, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded)); });
}

void CheckDetails::build()
{
    setAccessibleName(tr("Details of the check"));
    m_title->setFont(strongFont(font()));
    m_changes->setFont(secondaryFont(font()));
    m_changes->setProperty("inset", true);
    m_link->setProperty("link", true);
    m_link->setAutoDefault(false);
    m_again->setAutoDefault(false);
    m_evidenceText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons->setContentsMargins({});
    auto *links = new QHBoxLayout;
    links->addWidget(m_again);
    links->addWidget(m_link);
    links->addWidget(m_copyLink);
    links->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * metrics::grid, 3 * metrics::grid, 3 * metrics::grid, 2 * metrics::grid);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_title);
    column->addWidget(m_happened);
    column->addWidget(m_next);
    column->addWidget(m_changes);
    column->addWidget(m_repairs);
    column->addLayout(links);
    column->addWidget(m_evidence, 0, Qt::AlignLeft);
    column->addWidget(m_evidenceText);
}

void CheckDetails::show(const QString &check)
{
    if (check != m_check) {
        m_evidence->setChecked(false);
    }
    m_check = check;
    refresh();
}

void CheckDetails::setRefusal(const QString &refusal)
{
    m_refusal = refusal;
    refresh();
}

void CheckDetails::setChanging(bool isChanging)
{
    if (m_isChanging != isChanging) {
        m_isChanging = isChanging;
        refresh();
    }
}

/// A run of all forgets what each said and tells no single ones.
void CheckDetails::refreshIfOther()
{
    if (markOf(m_runner, m_looks.of(m_check), m_check) != m_mark) {
        refresh();
    }
}

void CheckDetails::refresh()
{
    const CheckOutcome *known = m_runner.outcome(m_check);
    const CheckOutcome outcome = known ? *known : CheckOutcome();
    const CauseText text = known ? causeText(outcome) : CauseText();
    m_mark = markOf(m_runner, m_looks.of(m_check), m_check);
    setVisible(!m_check.isEmpty());
    //: A check and how it ended, or what was last known of it ("Last: Passed")
    m_title->setText((m_mark.last ? tr("%1 · %2") : tr("%1: %2")).arg(checkTitle(m_check), markWord(m_mark)));
    m_happened->setText(breakable(text.happened.isEmpty() ? checkReason(m_check) : text.happened));
    m_next->setText(breakable(text.next));
    m_next->setVisible(!text.next.isEmpty());
    const bool isFirst = !known && !m_mark.last;
    m_again->setText(isFirst ? tr("Check this") : tr("Check this again"));
    m_again->setVisible(!m_mark.isRunning && !m_mark.isWaiting);
    const QString evidence = evidenceWords(outcome.evidence);
    m_evidence->setVisible(!evidence.isEmpty());
    m_evidenceText->setText(breakable(evidence));
    m_evidenceText->setVisible(!evidence.isEmpty() && m_evidence->isChecked());
    fillButtons(outcome);
    fillLink(outcome);
}

void CheckDetails::fillButtons(const CheckOutcome &outcome)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was pressed
        }
        delete item;
    }
    QStringList changes;
    for (const RepairPlan &plan : outcome.repairs) {
        changes.append(planWords(plan));
        addRepair(plan);
    }
    m_buttons->addStretch(1);
    if (!m_refusal.isEmpty() && !changes.isEmpty()) {
        changes.append(m_refusal);
    }
    if (!outcome.hindrance.isEmpty()) {
        changes.append(hindranceText(outcome.hindrance));
    }
    m_changes->setText(breakable(changes.join(u"\n\n"_s)));
    m_changes->setVisible(!changes.isEmpty());
    m_repairs->setVisible(!outcome.repairs.isEmpty());
}

/// The first is what we would do.
void CheckDetails::addRepair(const RepairPlan &plan)
{
    const bool isFirst = m_buttons->count() == 0;
    auto *button = new QPushButton(isFirst ? tr("Repair") : repairWords(plan.id), m_repairs);
    button->setAutoDefault(false);
    button->setProperty("primary", isFirst);
    button->setEnabled(m_refusal.isEmpty() && !m_isChanging);
    button->setToolTip(m_refusal.isEmpty() ? repairWords(plan.id) : m_refusal);
    button->setAccessibleDescription(planWords(plan));
    connect(button, &QPushButton::clicked, this, [this, plan] { Q_EMIT repairWanted(plan); });
    m_buttons->addWidget(button);
    button->show(); // the layout would do it later, and a screen reader may ask now
}

void CheckDetails::fillLink(const CheckOutcome &outcome)
{
    const std::optional<SetupLink> link = setupLink(outcome, m_workspace);
    m_link->setVisible(link.has_value());
    m_copyLink->setVisible(link.has_value());
    if (link) {
        m_address = link->address;
        m_link->setText(link->words);
        m_link->setToolTip(link->address.toDisplayString());
    }
}

} // namespace greenline
