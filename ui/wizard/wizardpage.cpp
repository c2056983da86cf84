#include "ui/wizard/wizardpage.h"

#include "ui/theme/metrics.h"
#include "ui/wizard/checkdetails.h"
#include "ui/wizard/checklist.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/setupwords.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// As the words order them; what they do not know comes last.
QStringList checksOfPage(const QStringList &there, const QString &page)
{
    QStringList checks;
    const QStringList inOrder = setupChecks() + there;
    for (const QString &id : inOrder) {
        const bool isHere = page == "report"_L1 || setupPageOf(id) == page;
        if (isHere && there.contains(id) && !checks.contains(id)) {
            checks.append(id);
        }
    }
    return checks;
}

} // namespace

WizardPage::WizardPage(const QString &name, const Needs &needs, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_needs(needs)
    , m_checks(checksOfPage(needs.checkup.runner().ids(), name))
    , m_scroll(new QScrollArea(this))
    , m_inside(new QWidget)
    , m_forms(new QVBoxLayout)
    , m_list(new CheckList(needs.checkup, needs.clock, m_checks,
                           name == "report"_L1 ? CheckList::Height::OfPage : CheckList::Height::OfRows, m_inside))
    , m_details(new CheckDetails(needs.checkup, needs.workspace, m_inside))
{
    setAccessibleName(setupPageTitle(name));
    build();
    showCurrent();
    connect(m_list, &CheckList::currentMoved, this, &WizardPage::showCurrent);
    connect(m_details, &CheckDetails::repairWanted, this, &WizardPage::repairWanted);
    connect(m_details, &CheckDetails::checkWanted, this, [this](const QString &id) { checkup().runner().run(id); });
    connect(&needs.checkup.runner(), &CheckRunner::finished, m_list, &CheckList::showTrouble);
}

void WizardPage::build()
{
    auto *title = wizardText(setupPageTitle(m_name), m_inside);
    title->setFont(titleFont(font()));
    m_forms->setSpacing(2 * metrics::grid);
    m_inside->setProperty("panel", true);
    m_scroll->setWidget(m_inside);
    m_scroll->setWidgetResizable(true);
    m_inside->setAutoFillBackground(false); // the panel's ground is the style sheet's
    m_scroll->setProperty("quiet", true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // in a very small window
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(title);
    column->addWidget(wizardNote(setupPageIntro(m_name), m_inside));
    column->addLayout(m_forms);
    column->addSpacing(metrics::grid);
    const bool isReport = m_name == "report"_L1; // more rows than a page holds
    column->addWidget(m_list, isReport ? 1 : 0);
    column->addWidget(m_details);
    addTerms(column);
    column->addStretch(isReport ? 0 : 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_scroll);
}

void WizardPage::addTerms(QVBoxLayout *column)
{
    QStringList lines;
    const QList<SetupTerm> terms = setupTerms(m_name);
    for (const SetupTerm &term : terms) {
        //: A word of the field and what it means
        lines.append(tr("%1: %2").arg(term.name, term.meaning));
    }
    if (lines.isEmpty()) {
        return;
    }
    QLabel *meanings = wizardNote(lines.join(u'\n'), m_inside);
    column->addWidget(new Fold(tr("What the words mean"), *meanings, m_inside), 0, Qt::AlignLeft);
    column->addWidget(meanings);
}

void WizardPage::addForm(QWidget *form)
{
    m_forms->addWidget(form);
}

void WizardPage::showFirst()
{
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->scrollToTop();
}

void WizardPage::showCurrent()
{
    m_details->show(m_list->current());
    if (const QModelIndex row = m_list->currentIndex(); row.isValid() && m_list->hasFocus()) {
        const QPoint place = m_list->mapTo(m_inside, m_list->visualRect(row).center());
        m_scroll->ensureVisible(place.x(), place.y(), 0, m_list->visualRect(row).height());
    }
}

void WizardPage::setRefusal(const QString &refusal)
{
    m_details->setRefusal(refusal);
    m_list->setReadOnly(!refusal.isEmpty());
}

void WizardPage::setChanging(bool isChanging)
{
    m_details->setChanging(isChanging);
}

void WizardPage::enter()
{
    CheckRunner &runner = checkup().runner();
    QStringList unknown = m_checks;
    unknown.removeIf([&runner](const QString &id) { return runner.outcome(id) != nullptr; });
    runner.run(unknown);
}

void WizardPage::check()
{
    checkup().runner().run(m_checks);
}

void WizardPage::cancel()
{
    checkup().runner().cancel();
}

} // namespace greenline
