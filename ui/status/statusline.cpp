#include "ui/status/statusline.h"

#include "app/workspace/pauses.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"
#include "ui/words/times.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace greenline {

namespace {

constexpr std::chrono::seconds ageStep{4}; // of the first minute; the words change no faster than people look
constexpr int liveDot = 8;
constexpr int lineMargin = 14;

} // namespace

StatusLine::StatusLine(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_line(new QLabel(this))
    , m_pause(new QLabel(this))
    , m_outbox(new QLabel(this))
    , m_server(new QLabel(this))
    , m_alarm(clock, [this] { tick(); })
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(lineMargin, 4, lineMargin, 4);
    row->setSpacing(2 * metrics::grid);
    row->addSpacing(liveDot + metrics::grid);
    row->addWidget(m_line);
    row->addStretch(1);
    row->addWidget(m_pause);
    row->addSpacing(metrics::grid);
    row->addWidget(m_outbox);
    row->addSpacing(metrics::grid);
    row->addWidget(m_server);
    for (QLabel *label : {m_line, m_pause, m_outbox, m_server}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("secondary", true);
        label->setFont(captionFont(font()));
    }
    setWaitingToSend(0);
    showPause();
    setServer({});
    tick();
}

void StatusLine::setState(const ConnectionState &state)
{
    m_state = state;
    tick();
}

void StatusLine::setWaitingToSend(int count)
{
    m_outbox->setText(tr("%1 waiting to send").arg(count));
    m_outbox->setVisible(count > 0);
}

void StatusLine::follow(const Pauses &pauses, const std::function<RoomId()> &open)
{
    m_pauseWords = [&pauses, open] { return pauseWords(pauses.elsewhere(open())); };
    connect(&pauses, &Pauses::changed, this, &StatusLine::showPause);
}

void StatusLine::showPause()
{
    const QString words = m_pauseWords ? m_pauseWords() : QString();
    m_pause->setText(words);
    m_pause->setVisible(!words.isEmpty());
}

void StatusLine::setServer(const ServerVersion &version)
{
    m_server->setText(ServerFeatures(version).isKnown()
                          ? tr("Rocket.Chat %1").arg(version.text())
                          : tr("Rocket.Chat %1, never tried with this Greenline").arg(version.text()));
    m_server->setVisible(version != ServerVersion());
}

std::chrono::milliseconds StatusLine::age() const
{
    return std::chrono::milliseconds(m_state.checkedAt.msecsTo(m_clock.now()));
}

QString StatusLine::lineText() const
{
    switch (m_state.line) {
    case ConnectionState::Line::Starting:
        return tr("Connecting…");
    case ConnectionState::Line::CatchingUp:
        return m_state.error ? tr("Connected; the list could not be compared") : tr("Connected, catching up…");
    case ConnectionState::Line::Live:
        return m_state.checkedAt.isValid() ? tr("Live, checked %1").arg(ageWords(age())) : tr("Live");
    case ConnectionState::Line::Waiting:
        return m_state.checkedAt.isValid() ? tr("Offline, last checked %1").arg(ageWords(age())) : tr("Offline");
    case ConnectionState::Line::Trying:
        return tr("Offline, trying again…");
    case ConnectionState::Line::SignedOut:
        break;
    }
    return tr("Signed out");
}

void StatusLine::tick()
{
    m_line->setText(lineText());
    update();
    const bool isAging = m_state.checkedAt.isValid() && isVisible();
    if (!isAging) {
        m_alarm.stop();
        return;
    }
    m_alarm.start(age() < std::chrono::minutes(1) ? std::chrono::milliseconds(ageStep) : std::chrono::minutes(1));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, 0, width(), 1, colours.line);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect dot(lineMargin, (height() - liveDot) / 2 + 1, liveDot, liveDot);
    dot = QStyle::visualRect(layoutDirection(), rect(), dot);
    if (m_state.line == ConnectionState::Line::Live) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.sms);
        painter.drawEllipse(dot);
    } else {
        painter.setPen(QPen(colours.waitingText, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(dot).adjusted(1, 1, -1, -1));
    }
}

void StatusLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void StatusLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_alarm.stop();
}

} // namespace greenline
