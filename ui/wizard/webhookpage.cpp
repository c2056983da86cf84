#include "ui/wizard/webhookpage.h"

#include "ui/wizard/wizardparts.h"

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
{
    m_address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins({});
    row->addWidget(m_address, 1);
    row->addWidget(m_copy);
    addForm(form);
    refresh();
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address->text()); });
    connect(&checkup().runner(), &CheckRunner::changed, this, &WebhookPage::refresh);
}

void WebhookPage::refresh()
{
    const QUrl hook = checkup().hook();
    m_address->setText(hook.toString());
    m_address->setVisible(!hook.isEmpty());
    m_copy->setVisible(!hook.isEmpty());
}

} // namespace greenline
