#include "ui/status/connectionbanner.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/errortext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace greenline {

namespace {

using Line = ConnectionState::Line;

/// Connected, and the list could not be compared: what is shown may be old.
bool isUncompared(const ConnectionState &state)
{
    return state.line == Line::CatchingUp && state.error;
}

bool isWorthABanner(const ConnectionState &state)
{
    return state.line == Line::Waiting || state.line == Line::Trying || state.line == Line::SignedOut
        || isUncompared(state);
}

} // namespace

ConnectionBanner::ConnectionBanner(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_glyph(new QLabel(this))
    , m_happened(new QLabel(this))
    , m_next(new QLabel(this))
    , m_retry(new QPushButton(tr("Try now"), this))
    , m_alarm(clock, [this] { say(); })
{
    build();
    drawGlyph();
    hide();
    connect(m_retry, &QPushButton::clicked, this, &ConnectionBanner::retryRequested);
}

void ConnectionBanner::build()
{
    for (QLabel *label : {m_happened, m_next}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_happened->setFont(strongFont(font()));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_happened);
    words->addWidget(m_next);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 14, 7);
    row->setSpacing(3 * metrics::grid);
    row->addWidget(m_glyph);
    row->addLayout(words, 1);
    row->addWidget(m_retry);
}

void ConnectionBanner::setState(const ConnectionState &state)
{
    m_state = state;
    m_retryAt = m_clock.monotonic() + state.retryIn;
    const bool isShown = isWorthABanner(state);
    if (!isShown) {
        m_alarm.stop();
        hide();
        return;
    }
    say();
    if (isHidden()) {
        show();
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

/// Also with each second of the countdown.
void ConnectionBanner::say()
{
    const Error unknown{Error::Kind::Network, {}, {}, {}};
    const ErrorText text = errorText(m_state.error.value_or(unknown),
                                     isUncompared(m_state) ? Occasion::ReadingQueue : Occasion::Connecting);
    m_happened->setText(m_state.line == Line::SignedOut ? tr("You are signed out of the workspace.") : text.happened);
    m_next->setText(nextStep());
    m_happened->setToolTip(QStringLiteral("<p>%1</p>").arg(text.details.toHtmlEscaped())); // never taken for rich text
    m_retry->setVisible(m_state.line != Line::SignedOut);
    m_retry->setEnabled(m_state.line == Line::Waiting || isUncompared(m_state));
    if (m_state.line == Line::Waiting && m_retryAt > m_clock.monotonic()) {
        m_alarm.start(std::chrono::milliseconds(1000));
    } else {
        m_alarm.stop();
    }
}

QString ConnectionBanner::nextStep() const
{
    if (m_state.line == Line::SignedOut) {
        return tr("Sign in again; drafts and unsent messages are kept.");
    }
    if (isUncompared(m_state)) {
        return tr("The list may be old. It is compared again by itself, or now.");
    }
    const std::chrono::milliseconds left = m_retryAt - m_clock.monotonic();
    if (m_state.line == Line::Trying || left.count() <= 0) {
        return tr("Go on reading and writing; what you send leaves when the line is back. Trying now…");
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return tr("Go on reading and writing; what you send leaves when the line is back. Next try in %1 s.").arg(seconds);
}

void ConnectionBanner::drawGlyph()
{
    m_glyph->setPixmap(glyphPixmap(Glyph::Failure, coloursOf(palette()).waitingText, 20, devicePixelRatioF()));
}

void ConnectionBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawGlyph();
    } else if (event->type() == QEvent::FontChange) {
        m_happened->setFont(strongFont(font()));
    }
}

void ConnectionBanner::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tinted(colours.panel, colours.waitingFill, 0.18));
    painter.fillRect(0, height() - 1, width(), 1, tinted(colours.panel, colours.waitingFill, 0.6));
}

} // namespace greenline
