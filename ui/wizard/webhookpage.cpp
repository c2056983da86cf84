#include "ui/wizard/webhookpage.h"

#include "ui/wizard/wizardparts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace greenline {

WebhookPage::WebhookPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"webhook"_s, needs, parent)
    , m_address(wizardText({}, this))
    , m_copy(copyButton(tr("Copy the webhook's address"), this))
    , m_sign(new QCheckBox(tr("Call it signed with the Auth Token, too; there is no text in the call"), this))
{
    m_address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins({});
    row->addWidget(m_address, 1);
    row->addWidget(m_copy);
    addForm(form);
    addForm(m_sign);
    refresh();
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(checkup().hook().toString()); });
    connect(m_sign, &QCheckBox::toggled, this, &WebhookPage::allowSigning);
    connect(&checkup().runner(), &CheckRunner::changed, this, &WebhookPage::refresh);
}

void WebhookPage::allowSigning(bool isAllowed)
{
    SetupPlan plan = checkup().plan();
    plan.maySign = isAllowed;
    checkup().setPlan(plan);
    checkup().runner().run(u"webhook.probe"_s);
}

void WebhookPage::refresh()
{
    const QUrl hook = checkup().hook();
    m_address->setText(breakable(hook.toString()));
    m_address->setVisible(!hook.isEmpty());
    m_copy->setVisible(!hook.isEmpty());
}

} // namespace greenline
