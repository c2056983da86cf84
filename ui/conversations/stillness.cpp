#include "ui/conversations/stillness.h"

#include "ui/conversations/conversationfilter.h"
#include "ui/conversations/conversationrows.h"

#include <QEvent>
#include <QKeyEvent>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto whileAiming = 5'000ms;
constexpr auto afterAClick = 1'000ms; // longer than a double click takes

bool isWalking(const QEvent &event)
{
    const int key = static_cast<const QKeyEvent &>(event).key();
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

Stillness::Stillness(ConversationFilter &filter, ConversationRows &rows, Clock &clock, QWidget *parent)
    : QPushButton(parent)
    , m_filter(filter)
    , m_rows(rows)
    , m_rest(clock, [this] { release(); })
{
    setProperty("quiet", true);
    setFocusPolicy(Qt::NoFocus); // leaving the list shows them as well
    hide();
    rows.installEventFilter(this);
    rows.viewport()->installEventFilter(this);
    connect(this, &QPushButton::clicked, this, &Stillness::release);
    connect(&filter, &ConversationFilter::heldChanged, this, &Stillness::showHeld);
}

bool Stillness::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Wheel:
        keepStill(whileAiming);
        break;
    case QEvent::MouseButtonPress:
        keepStill(afterAClick);
        break;
    case QEvent::KeyPress:
        if (isWalking(*event)) {
            keepStill(whileAiming);
        }
        break;
    case QEvent::Leave:
    case QEvent::FocusOut:
        if ((event->type() == QEvent::Leave ? watched == m_rows.viewport() : !m_rows.viewport()->underMouse())) {
            release();
        }
        break;
    default:
        break;
    }
    return QPushButton::eventFilter(watched, event);
}

void Stillness::keepStill(std::chrono::milliseconds span)
{
    m_filter.setFrozen(true);
    m_rest.start(span);
}

void Stillness::release()
{
    m_rest.stop();
    m_filter.setFrozen(false);
    showHeld();
}

void Stillness::showHeld()
{
    const int held = m_filter.held();
    setText(tr("%n new above", nullptr, held));
    setVisible(held > 0);
}

} // namespace greenline
