#include "ui/outbound/templatefield.h"

#include "app/sms/segments.h"
#include "ui/composer/segmentmeter.h"
#include "ui/outbound/startwords.h"
#include "ui/outbound/templatevalues.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString templateKey(const OutboundTemplate &form)
{
    return form.name + u'\n' + form.language;
}

} // namespace

TemplateField::TemplateField(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_none(new QLabel(tr("This number has no approved template."), this))
    , m_values(new TemplateValues(this))
    , m_preview(new QPlainTextEdit(this))
    , m_meter(new SegmentMeter(this))
{
    build();
    connect(m_list, &QListWidget::itemSelectionChanged, this, &TemplateField::onChosen);
    connect(m_values, &TemplateValues::changed, this, &TemplateField::onTyped);
}

void TemplateField::build()
{
    const int line = fontMetrics().lineSpacing();
    m_list->setAccessibleName(tr("Template"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(line * 7);
    m_list->installEventFilter(this);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setFont(secondaryFont(font()));
    m_none->hide();
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setPlaceholderText(tr("What the customer will read"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setMinimumHeight(line * 5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * metrics::grid);
    for (QWidget *part : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_none),
                          static_cast<QWidget *>(m_values), static_cast<QWidget *>(m_preview)}) {
        column->addWidget(part);
    }
    column->setStretchFactor(m_preview, 1);
    column->addWidget(m_meter);
    m_values->hide();
}

void TemplateField::setSender(const OutboundSender &sender)
{
    const OutboundTemplate before = form().name.isEmpty() ? m_wanted : form();
    m_sender = sender;
    m_sender.templates.removeIf([](const OutboundTemplate &one) { return !one.isApproved; });
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const OutboundTemplate &one : std::as_const(m_sender.templates)) {
            m_list->addItem(plainLine(templateWords(one)));
        }
    }
    const auto same
        = std::find_if(m_sender.templates.cbegin(), m_sender.templates.cend(), [&before](const OutboundTemplate &one) {
              return one.name == before.name && one.language == before.language;
          });
    if (same != m_sender.templates.cend()) {
        m_list->setCurrentRow(int(same - m_sender.templates.cbegin()));
    } else if (before.name.isEmpty() && m_sender.templates.size() == 1) {
        m_list->setCurrentRow(0);
    }
    m_none->setVisible(m_sender.templates.isEmpty() && !m_sender.number.isEmpty());
    onChosen();
}

OutboundTemplate TemplateField::form() const
{
    return m_sender.templates.value(chosenRow());
}

/// A list that is only passed by Tab has a current row: Qt makes the first one that. It is chosen when it is selected.
int TemplateField::chosenRow() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    return rows.isEmpty() ? -1 : rows.first().row();
}

/// The first arrow chooses the first row, which would be passed over otherwise.
bool TemplateField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && chosenRow() < 0
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_list->count() > 0) {
        m_list->setCurrentRow(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QStringList TemplateField::values() const
{
    return m_values->values();
}

void TemplateField::restore(const OutboundTemplate &form, const QStringList &values,
                            const QHash<QString, QStringList> &typed)
{
    m_wanted = form;
    m_kept = form;
    m_typed = typed;
    m_typed.insert(templateKey(form), values);
}

QStringList TemplateField::keptValues() const
{
    return m_typed.value(templateKey(m_kept));
}

void TemplateField::onChosen()
{
    if (chosenRow() >= 0) {
        m_kept = form();
    }
    m_values->show(form(), m_typed.value(templateKey(form())));
    refresh();
}

void TemplateField::onTyped()
{
    m_typed.insert(templateKey(form()), m_values->values());
    refresh();
}

void TemplateField::refresh()
{
    const QString text = textOf(form(), values());
    m_preview->setPlainText(text);
    m_meter->setText(leavesAsSms(form()) ? text : QString());
    Q_EMIT changed();
}

QString TemplateField::missing() const
{
    if (form().name.isEmpty()) {
        return tr("Choose a template.");
    }
    const bool isTooLong = leavesAsSms(form()) && textOf(form(), values()).size() > maximumSmsLength;
    const QString value = m_values->missing();
    return value.isEmpty() && isTooLong ? tr("The text is longer than an SMS may be.") : value;
}

} // namespace greenline
