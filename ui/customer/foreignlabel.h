#pragma once

class QLabel;
class QWidget;

namespace greenline {

/// A label for words of others: plain text that can be copied, wraps, and does not widen the window. The parent's.
QLabel *foreignLabel(QWidget *parent);

} // namespace greenline
