#include "ui/wizard/wizardwindow.h"

#include "app/sms/phonenumber.h"
#include "ui/dialogs/problembar.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/accountpage.h"
#include "ui/wizard/numberpage.h"
#include "ui/wizard/receivingpage.h"
#include "ui/wizard/reportpage.h"
#include "ui/wizard/sendingpage.h"
#include "ui/wizard/settingspage.h"
#include "ui/wizard/shopdialog.h"
#include "ui/wizard/steplist.h"
#include "ui/wizard/webhookpage.h"
#include "ui/wizard/wizardfoot.h"
#include "ui/words/setupwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

WizardWindow::WizardWindow(const Needs &needs, const WizardDraft &draft, QWidget *parent)
    : QDialog(parent)
    , m_needs(needs)
    , m_flow(*this)
    , m_steps(new StepList(needs.checkup.runner(), this))
    , m_pages(new QStackedWidget(this))
    , m_problem(new ProblemBar(this))
    , m_readOnly(new QLabel(this))
    , m_foot(new WizardFoot(this))
    , m_buying(draft.buying)
{
    setWindowTitle(tr("SMS set-up"));
    setAccessibleName(tr("SMS set-up"));
    setProperty("panel", true);
    addPages(draft);
    build();
    connectParts();
    showRights();
    showBusy();
    showPage(draft.page);
}

/// What is typed is taken over when a field loses the focus, and that happens here at the latest.
WizardWindow::~WizardWindow()
{
    hide();
}

void WizardWindow::addPages(const WizardDraft &draft)
{
    const WizardPage::Needs needs{m_needs.checkup, m_needs.clock, m_needs.workspace};
    m_account = new AccountPage(needs, m_pages);
    m_number = new NumberPage(needs, m_pages);
    m_settingsPage = new SettingsPage(needs, m_pages);
    m_sending = new SendingPage(needs, m_pages);
    m_receiving = new ReceivingPage(needs, m_pages);
    m_report = new ReportPage(needs, m_pages);
    addPage(new WizardPage(u"workspace"_s, needs, m_pages));
    addPage(new WizardPage(u"omnichannel"_s, needs, m_pages));
    addPage(m_account);
    addPage(m_number);
    addPage(new WebhookPage(needs, m_pages));
    addPage(m_settingsPage);
    addPage(m_sending);
    addPage(m_receiving);
    addPage(m_report);
    m_account->setKeepable(m_needs.hasKeyring);
    m_account->setKeeping(draft.keepsToken);
    m_sending->setTestNumber(draft.testNumber);
    showLogin();
}

/// Their order is that of setupPages().
void WizardWindow::addPage(WizardPage *page)
{
    Q_ASSERT(setupPages().value(m_pages->count()) == page->name());
    m_pages->addWidget(page);
    connect(page, &WizardPage::repairWanted, this, &WizardWindow::repair);
}

void WizardWindow::build()
{
    m_readOnly->setProperty("bar", u"waiting"_s);
    m_readOnly->setTextFormat(Qt::PlainText);
    m_readOnly->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(24, 8, 24, 0);
    bars->addWidget(m_readOnly);
    bars->addWidget(m_problem);
    column->addLayout(bars);
    column->addWidget(m_pages, 1);
    column->addWidget(m_foot);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(sideOf(m_steps, windowTitle(), this));
    row->addLayout(column, 1);
    const int high = screen()->availableGeometry().height() - fontMetrics().lineSpacing() * 4; // with its frame
    resize(fontMetrics().averageCharWidth() * 138, qMin(fontMetrics().lineSpacing() * 46, high));
}

void WizardWindow::connectParts()
{
    const CheckRunner &runner = m_needs.checkup.runner();
    connect(m_steps, &QListWidget::currentRowChanged, this, &WizardWindow::turnTo);
    connect(m_foot, &WizardFoot::backWanted, this, [this] { m_steps->setCurrentRow(m_shown - 1); });
    connect(m_foot, &WizardFoot::nextWanted, this, [this] { m_steps->setCurrentRow(m_shown + 1); });
    connect(m_foot, &WizardFoot::checkWanted, this, [this] { current()->check(); });
    connect(m_foot, &WizardFoot::cancelWanted, this, [this] {
        current()->cancel();
        showBusy();
    });
    connect(m_foot, &WizardFoot::copyWanted, m_report, &ReportPage::copy);
    connect(&runner, &CheckRunner::progressed, this, &WizardWindow::onProgress);
    connect(&runner, &CheckRunner::finished, this, &WizardWindow::showBusy);
    connect(&runner, &CheckRunner::changed, this, [this](const QString &id) {
        if (id == "workspace.rights"_L1) {
            showRights();
        }
        showBusy();
    });
    connect(&m_needs.checkup.arrival(), &Arrival::changed, this, &WizardWindow::showBusy);
    connect(&m_flow, &WriteFlow::busyChanged, this, &WizardWindow::showBusy);
    connect(&m_needs.checkup.repairs(), &Repairs::busyChanged, this, &WizardWindow::showBusy);
    connect(&m_flow, &WriteFlow::done, this, &WizardWindow::onRepaired);
    connect(&m_flow, &WriteFlow::failed, this, &WizardWindow::onFailed);
    connect(m_account, &AccountPage::loginChanged, this, &WizardWindow::draftChanged);
    connect(m_account, &AccountPage::loginChanged, m_number, &NumberPage::refresh);
    connect(m_account, &AccountPage::keepingChanged, this, &WizardWindow::keepingChanged);
    connect(m_number, &NumberPage::numberChanged, this, &WizardWindow::draftChanged);
    connect(m_number, &NumberPage::buyWanted, this, &WizardWindow::openShop);
    connect(m_sending, &SendingPage::testNumberChanged, this, &WizardWindow::draftChanged);
    connect(m_receiving, &ReceivingPage::watching, this, &WizardWindow::watching);
    connect(m_receiving, &ReceivingPage::openWanted, this, &WizardWindow::openWanted);
}

WizardPage *WizardWindow::current() const
{
    return static_cast<WizardPage *>(m_pages->currentWidget());
}

QString WizardWindow::page() const
{
    return current()->name();
}

void WizardWindow::showPage(const QString &page)
{
    m_steps->setCurrentRow(qMax(0, int(setupPages().indexOf(page))));
}

void WizardWindow::turnTo(int row)
{
    if (row < 0 || row == m_shown) {
        return;
    }
    if (m_shown >= 0) {
        current()->leave();
    }
    m_shown = row;
    m_problem->clear();
    m_pages->setCurrentIndex(row);
    m_foot->setPlace(row, m_pages->count());
    current()->enter();
    showBusy();
    Q_EMIT draftChanged();
}

void WizardWindow::showLogin()
{
    m_account->setLogin(m_needs.checkup.plan());
    m_number->refresh();
}

bool WizardWindow::keepsToken() const
{
    return m_account->isKept();
}

QString WizardWindow::testNumber() const
{
    return m_sending->testNumber();
}

void WizardWindow::repair(const RepairPlan &plan)
{
    m_problem->clear();
    m_plan = plan;
    Checkup *checkup = &m_needs.checkup;
    const QPointer<WizardWindow> window(this);
    m_flow.confirm(plan, [checkup, window, plan](const QString &code, const Then<Done> &then) {
        checkup->repairs().carryOut(plan, code, {checkup, [checkup, window, plan, then](const Status &status) {
                                                     if (!window) { // the next one is not to show what was before it
                                                         checkup->runner().runAnew(checksTouchedBy(plan));
                                                     }
                                                     then(status);
                                                 }});
    });
}

void WizardWindow::openShop()
{
    const Checkup &checkup = m_needs.checkup;
    const TwilioLogin login = checkup.plan().twilio;
    auto *shop = new ShopDialog({m_needs.http, m_needs.clock, m_needs.hosts}, login, checkup.hook(), this);
    if (const QString open = m_buying.value(login.account).toString(); !open.isEmpty()) {
        shop->resume(open);
    }
    connect(shop, &ShopDialog::openChanged, this,
            [this, account = login.account](const QString &number) { setBuying(account, number); });
    connect(shop, &ShopDialog::bought, this, [this](const QString &number) {
        m_problem->inform(tr("%1 is yours.").arg(displayNumber(number)));
        m_number->take(number);
    });
    shop->open();
}

void WizardWindow::setBuying(const QString &account, const QString &number)
{
    m_buying.remove(account);
    if (!number.isEmpty()) {
        m_buying.insert(account, number);
    }
    Q_EMIT draftChanged();
}

void WizardWindow::onRepaired()
{
    m_problem->inform(tr("Done: %1.").arg(repairWords(m_plan.id)));
    if (m_plan.id == "save-settings"_L1) {
        m_settingsPage->onSaved();
    }
    checkTouched();
}

/// Something is otherwise than it was shown, or it is not known how it is.
void WizardWindow::onFailed(const ErrorText &problem)
{
    m_problem->tell(problem);
    checkTouched();
}

void WizardWindow::checkTouched()
{
    m_needs.checkup.runner().runAnew(checksTouchedBy(m_plan));
}

void WizardWindow::onProgress(int done, int of)
{
    m_foot->setProgress(done, of);
    showBusy();
}

/// Whoever may only look is told once, and finds no button that would be refused.
void WizardWindow::showRights()
{
    const bool isReadOnly = !m_needs.checkup.mayWrite();
    const QString refusal = isReadOnly
        ? tr("Your account may look at the set-up, but not change it. An administrator of the workspace has to repair "
             "what is wrong.")
        : QString();
    m_readOnly->setText(refusal);
    m_readOnly->setVisible(isReadOnly);
    for (int row = 0; row < m_pages->count(); ++row) {
        static_cast<WizardPage *>(m_pages->widget(row))->setRefusal(refusal);
    }
}

void WizardWindow::showBusy()
{
    const bool isChecking = m_needs.checkup.runner().isRunning();
    const bool isChanging = m_flow.isBusy() || m_needs.checkup.repairs().isBusy(); // for a window before this, too
    const auto change = isChanging ? WizardFoot::Change::IsUnderWay : WizardFoot::Change::None;
    m_foot->setBusy(isChecking, m_flow.isAsking() ? WizardFoot::Change::Asks : change);
    m_foot->setCancellable(isChecking || current()->isWaiting());
    for (int row = 0; row < m_pages->count(); ++row) {
        static_cast<WizardPage *>(m_pages->widget(row))->setChanging(isChanging);
    }
}

/// What was typed is kept when the window goes.
void WizardWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    current()->leave();
    Q_EMIT draftChanged();
}

} // namespace greenline
