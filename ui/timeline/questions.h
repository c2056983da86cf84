#pragma once

#include <functional>

class QUrl;
class QWidget;

namespace greenline {

/// Asks before a link of a customer is opened, naming where it leads, with a warning when it looks like what it is not.
void askToOpenLink(QWidget *parent, const QUrl &url);
/// Asks before a text that never left is thrown away.
void askToDiscard(QWidget *parent, const std::function<void()> &discard);

} // namespace greenline
