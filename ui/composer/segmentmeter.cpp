#include "ui/composer/segmentmeter.h"

#include "app/sms/segments.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isQuotationMark(const QString &character)
{
    return character.size() == 1 && u"‘’‚‛“”„‟«»‹›"_s.contains(character);
}

} // namespace

SegmentMeter::SegmentMeter(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_plain(new QPushButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setFont(secondaryFont(font()));
    m_label->setAccessibleName(tr("SMS segments"));
    m_plain->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * metrics::grid);
    row->addWidget(m_label);
    row->addWidget(m_plain);
    colour();
    connect(m_plain, &QPushButton::clicked, this, &SegmentMeter::plainRequested);
}

void SegmentMeter::setText(const QString &text)
{
    const SegmentCount count = countSegments(text);
    if (text.size() > maximumSmsLength) {
        show(count, Weight::TooLong);
        m_label->setText(
            tr("%1 / %2 characters").arg(locale().toString(text.size()), locale().toString(maximumSmsLength)));
    } else {
        show(count, count.costly.isEmpty() ? Weight::Usual : Weight::Dear);
        m_label->setText(text.isEmpty() ? QString() : phrase(count));
    }
    m_label->setAccessibleDescription(m_label->text());
    Q_EMIT resized();
}

QString SegmentMeter::words() const
{
    return m_label->text();
}

void SegmentMeter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    } else if (event->type() == QEvent::FontChange) {
        m_label->setFont(secondaryFont(font()));
    }
}

void SegmentMeter::show(const SegmentCount &count, Weight weight)
{
    if (weight != m_weight) {
        m_weight = weight;
        colour();
    }
    m_plain->setVisible(!count.replacement.isEmpty());
    m_plain->setText(isQuotationMark(count.costly) ? tr("Use plain quotes") : tr("Use plain characters"));
}

QString SegmentMeter::phrase(const SegmentCount &count) const
{
    const QString units = locale().toString(count.units);
    const QString capacity = locale().toString(count.capacity);
    if (count.costly.isEmpty()) {
        //: %1 of %2 units are used; %n is the number of SMS that will be billed
        return tr("%1 / %2 · %n SMS", nullptr, count.segments).arg(units, capacity);
    }
    if (isQuotationMark(count.costly)) {
        //: %3 is a curly quotation mark, which does not fit into the cheap alphabet
        return tr("%1 / %2 · %n SMS, because of %3", nullptr, count.segments).arg(units, capacity, count.costly);
    }
    //: %3 is the character that does not fit into the cheap alphabet
    return tr("%1 / %2 · %n SMS, because of “%3”", nullptr, count.segments).arg(units, capacity, count.costly);
}

void SegmentMeter::colour()
{
    const Colours &colours = coloursOf(palette());
    QPalette own = palette();
    const QColor ink = m_weight == Weight::Usual ? colours.secondaryText
        : m_weight == Weight::Dear               ? colours.waitingText
                                                 : colours.danger;
    own.setColor(QPalette::WindowText, ink);
    m_label->setPalette(own);
}

} // namespace greenline
