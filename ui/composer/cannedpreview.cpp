#include "ui/composer/cannedpreview.h"

#include "app/omnichannel/placeholders.h"
#include "app/sms/segments.h"
#include "ui/theme/metrics.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace greenline {

CannedPreview::CannedPreview(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_cost(new QLabel(this))
{
    for (QLabel *label : {m_text, m_cost}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_text->setAccessibleName(tr("Preview"));
    m_cost->setFont(secondaryFont(font()));
    m_cost->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_text);
    column->addWidget(m_cost);
}

void CannedPreview::setText(const QString &text)
{
    setVisible(!text.isEmpty());
    if (text.isEmpty()) {
        return;
    }
    const SegmentCount count = countSegments(text);
    //: %1 of %2 units are used; %n is the number of SMS that will be billed
    QString cost = tr("%1 / %2 · %n SMS", nullptr, count.segments)
                       .arg(locale().toString(count.units), locale().toString(count.capacity));
    const QList<Placeholder> open = placeholdersIn(text);
    if (!open.isEmpty()) {
        cost = tr("%1. %2 is not known: fill it in before you send.").arg(cost, open.first().name);
    }
    m_text->setText(text);
    m_cost->setText(cost);
}

} // namespace greenline
