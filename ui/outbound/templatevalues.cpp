#include "ui/outbound/templatevalues.h"

#include "ui/outbound/startwords.h"
#include "ui/theme/metrics.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// Whoever sends it fetches the file from there.
bool isLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty();
}

} // namespace

TemplateValues::TemplateValues(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the preview gives way, not the fields
    m_rows->setContentsMargins({});
    m_rows->setVerticalSpacing(metrics::grid);
}

void TemplateValues::show(const OutboundTemplate &form, const QStringList &values)
{
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0);
    }
    m_edits.clear();
    m_gaps = gapsOf(form);
    for (qsizetype index = 0; index < m_gaps.size(); ++index) {
        auto *edit = new QLineEdit(values.value(index), this);
        const QString words = gapWords(m_gaps.at(index));
        edit->setAccessibleName(words);
        if (m_gaps.at(index).isLink) {
            edit->setPlaceholderText(u"https://"_s);
        }
        m_rows->addRow(words, edit);
        m_edits.append(edit);
        connect(edit, &QLineEdit::textChanged, this, &TemplateValues::changed);
    }
    setVisible(!m_edits.isEmpty());
}

QStringList TemplateValues::values() const
{
    QStringList values;
    for (const QLineEdit *edit : m_edits) {
        values.append(edit->text().trimmed());
    }
    return values;
}

QString TemplateValues::missing() const
{
    const QStringList typed = values();
    for (qsizetype index = 0; index < typed.size(); ++index) {
        if (typed.at(index).isEmpty()) {
            return tr("Fill in: %1.").arg(gapWords(m_gaps.at(index)));
        }
        if (m_gaps.at(index).isLink && !isLink(typed.at(index))) {
            return tr("The link has to begin with https://.");
        }
    }
    return {};
}

} // namespace greenline
