#include "ui/composer/composer.h"

#include "app/sms/segments.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/numbersline.h"
#include "ui/composer/replyedit.h"
#include "ui/composer/segmentmeter.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>

namespace greenline {

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_termsBar(new NoticeBar(this))
    , m_problemBar(new NoticeBar(this))
    , m_box(new QWidget(this))
    , m_edit(new ReplyEdit(m_box))
    , m_numbers(new NumbersLine(m_box))
    , m_meter(new SegmentMeter(m_box))
    , m_send(new QPushButton(tr("Send"), m_box))
    , m_footer(new QGridLayout)
    , m_tools(new QHBoxLayout)
{
    m_edit->setPlaceholderText(tr("Write a text message"));
    m_send->setProperty("primary", true);
    setEnterSends(true);
    build();
    applyTerms();
    connect(m_edit, &ReplyEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_edit, &ReplyEdit::enterPressed, this, &Composer::requestSend);
    connect(m_edit, &ReplyEdit::focusMoved, this, qOverload<>(&QWidget::update));
    connect(m_send, &QPushButton::clicked, this, &Composer::requestSend);
    connect(m_meter, &SegmentMeter::plainRequested, this, [this] { m_edit->rewrite(withPlainCharacters(text())); });
    connect(m_meter, &SegmentMeter::resized, this, &Composer::arrange);
}

void Composer::build()
{
    m_footer->setContentsMargins(4, 0, 0, 0);
    m_footer->setHorizontalSpacing(3 * metrics::grid);
    m_footer->setVerticalSpacing(metrics::grid);
    m_footer->setColumnStretch(1, 1);
    m_footer->addLayout(m_tools, 0, 0);
    m_footer->addWidget(m_numbers, 0, 1);
    m_footer->addWidget(m_meter, 0, 2);
    m_footer->addWidget(m_send, 0, 3);
    m_tools->setSpacing(metrics::grid);

    auto *inside = new QVBoxLayout(m_box);
    inside->setContentsMargins(8, 10, 8, 8);
    inside->setSpacing(2 * metrics::grid);
    inside->addWidget(m_edit);
    inside->addLayout(m_footer);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(18, 0, 18, 14);
    m_column->setSpacing(2 * metrics::grid);
    m_column->addWidget(m_termsBar);
    m_column->addWidget(m_problemBar);
    m_column->addWidget(m_box);
    setFocusProxy(m_edit);
    setTabOrder(m_edit, m_meter);
    setTabOrder(m_meter, m_send);
}

void Composer::setTerms(const ReplyTerms &terms)
{
    if (terms != m_terms) {
        m_terms = terms;
        applyTerms();
    }
}

void Composer::applyTerms()
{
    m_termsBar->setText(m_terms.notice);
    m_numbers->setNumbers(m_terms.from, m_terms.to);
    m_meter->setVisible(m_terms.isSms);
    m_edit->setReadOnly(!canWrite());
    weigh();
    arrange();
    update();
}

void Composer::setLocked(bool isLocked)
{
    if (isLocked != m_isLocked) {
        m_isLocked = isLocked;
        applyTerms();
    }
}

void Composer::setHasFiles(bool hasFiles)
{
    m_hasFiles = hasFiles;
    m_send->setEnabled(canSend());
}

void Composer::setEnterSends(bool enterSends)
{
    m_edit->setEnterSends(enterSends);
    m_send->setToolTip(enterSends ? tr("Send (Enter)") : tr("Send (Shift+Enter)"));
}

void Composer::addGate(const Gate &mayGo)
{
    m_gates.append(mayGo);
}

void Composer::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
    QWidget *before = m_tools->count() > 1 ? m_tools->itemAt(m_tools->count() - 2)->widget() : m_edit;
    setTabOrder(before, tool);
    setTabOrder(tool, m_meter);
    arrange();
}

void Composer::addBar(QWidget *bar)
{
    m_column->insertWidget(m_column->indexOf(m_problemBar), bar);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    const QScopedValueRollback<bool> setting(m_isSetting, true);
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::showProblem(const QString &words)
{
    m_problemBar->setText(words);
}

void Composer::focusReply()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool Composer::canSend() const
{
    const QString reply = text();
    return canWrite() && (m_hasFiles || !reply.trimmed().isEmpty())
        && (!m_terms.isSms || reply.size() <= maximumSmsLength);
}

void Composer::onTextChanged()
{
    const QString now = text();
    if (now == m_told) {
        return; // only its looks have changed
    }
    m_told = now;
    weigh();
    if (!m_isSetting) {
        Q_EMIT textEdited(now);
    }
}

void Composer::requestSend()
{
    const QString reply = text();
    const auto isOpen = [&reply](const Gate &mayGo) { return mayGo(reply); };
    if (canSend() && std::all_of(m_gates.cbegin(), m_gates.cend(), isOpen)) {
        Q_EMIT sendRequested(reply);
    }
}

/// What follows from the text as it is now: its cost, and whether it can leave.
void Composer::weigh()
{
    m_meter->setText(m_terms.isSms ? text() : QString());
    m_problemBar->setText(limitWords());
    m_send->setEnabled(canSend());
    m_edit->setEnabled(canWrite() || !text().isEmpty()); // a kept draft can still be read and copied
}

QString Composer::limitWords() const
{
    const qsizetype length = text().size();
    if (!m_terms.isSms || length <= maximumSmsLength) {
        return {};
    }
    return tr("An SMS takes at most %1 characters and this one has %2. Shorten it, or send it in two.")
        .arg(locale().toString(maximumSmsLength), locale().toString(length));
}

/// In a narrow window the numbers get a line of their own, for they must stay in view.
void Composer::arrange()
{
    const int spare = 3 * m_footer->horizontalSpacing() + 60;
    const int meter = m_terms.isSms ? m_meter->sizeHint().width() : 0;
    const int tools = m_tools->sizeHint().width();
    const int needed = tools + m_numbers->sizeHint().width() + meter + m_send->sizeHint().width() + spare;
    const bool isNarrow = needed > width() && isVisible();
    if (isNarrow == m_isNarrow) {
        return;
    }
    m_isNarrow = isNarrow;
    const int row = isNarrow ? 1 : 0;
    m_footer->removeItem(m_tools);
    m_footer->addLayout(m_tools, row, 0);
    m_footer->addWidget(m_numbers, 0, isNarrow ? 0 : 1, 1, isNarrow ? 4 : 1);
    m_footer->addWidget(m_meter, row, isNarrow ? 1 : 2, isNarrow ? Qt::AlignLeft : Qt::Alignment());
    m_footer->addWidget(m_send, row, 3);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool hasFocus = m_edit->hasFocus() && canWrite();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (hasFocus) {
        painter.setPen(QPen(tinted(colours.window, colours.action, 0.26), 4));
        painter.drawRoundedRect(frame, metrics::bubbleRadius, metrics::bubbleRadius);
    }
    painter.setPen(QPen(hasFocus ? colours.action : colours.line, hasFocus ? 1.5 : 1));
    painter.setBrush(canWrite() ? colours.panel : tinted(colours.window, colours.panel, 0.4));
    painter.drawRoundedRect(frame, metrics::bubbleRadius, metrics::bubbleRadius);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace greenline
