#include "ui/wizard/reportpage.h"

#include "ui/wizard/checkreport.h"
#include "ui/wizard/reporttext.h"
#include "ui/wizard/wizardparts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace greenline {

ReportPage::ReportPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"report"_s, needs, parent)
    , m_summary(wizardText({}, this))
    , m_save(new QPushButton(tr("Save report…"), this))
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins({});
    row->addWidget(m_summary, 1);
    row->addWidget(m_save);
    m_save->setAutoDefault(false);
    addForm(form);
    showSummary();
    connect(m_save, &QPushButton::clicked, this, &ReportPage::save);
    connect(&checkup().runner(), &CheckRunner::planned, this, &ReportPage::showSummary);
    connect(&checkup().runner(), &CheckRunner::changed, this, &ReportPage::showSummary);
    connect(&checkup().runner(), &CheckRunner::finished, this, &ReportPage::showSummary);
}

void ReportPage::showSummary()
{
    m_summary->setText(setupSummary(checkup().runner()));
}

/// It is told from its beginning.
void ReportPage::check()
{
    showFirst();
    checkup().runner().runAll();
}

/// What was found then may be otherwise now.
QDateTime ReportPage::moment() const
{
    const QDateTime checked = checkup().checkedAt();
    return checked.isValid() ? checked : clock().now();
}

QString ReportPage::text() const
{
    return setupReportText(checkup(), workspace(), moment());
}

void ReportPage::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

void ReportPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save report"), {}, tr("Text (*.txt);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"sms-set-up.txt"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"txt"_s);
        dialog->selectFile(filter.contains("json"_L1) ? u"sms-set-up.json"_s : u"sms-set-up.txt"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ReportPage::write);
    dialog->open();
}

void ReportPage::write(const QString &file)
{
    QSaveFile target(file);
    const bool isJson = file.endsWith(".json"_L1);
    const QByteArray bytes
        = isJson ? QJsonDocument(checkReport(checkup(), workspace(), moment())).toJson() : text().toUtf8();
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    m_summary->setText(breakable(isWritten ? tr("The report is in %1.").arg(file)
                                           : tr("The report could not be written to %1.").arg(file)));
}

} // namespace greenline
