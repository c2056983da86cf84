#pragma once

#include "app/base/clock.h"

#include <QPushButton>

namespace greenline {

class ConversationFilter;
class ConversationRows;

/// Keeps the list still while a pointer moves over it or the arrow keys walk through it, so that nothing moves under a
/// click; and is the bar that says how many wait above to be shown. A pointer that rests is aimed at nothing any more.
class Stillness : public QPushButton
{
    Q_OBJECT
public:
    Stillness(ConversationFilter &filter, ConversationRows &rows, Clock &clock, QWidget *parent = nullptr);
    void release(); ///< Everything takes its place.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepStill(std::chrono::milliseconds span);
    void showHeld();

    ConversationFilter &m_filter;
    ConversationRows &m_rows;
    Alarm m_rest;
};

} // namespace greenline
