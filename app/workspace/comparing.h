#pragma once

#include "app/base/clock.h"
#include "app/workspace/attention.h"

#include <QObject>

#include <optional>

namespace greenline {

class ConnectionLine;
class GapFill;

/// When the list is compared with the server while the line stands: on demand at most once a minute, when somebody
/// comes back to the window, and each minute while it can be seen.
class Comparing : public QObject
{
    Q_OBJECT
public:
    Comparing(GapFill &gapFill, const ConnectionLine &line, Clock &clock, QObject *parent = nullptr);
    void ask(); ///< Now, or as soon as the minute is over.
    void setView(const Attention::View &view);
    void stop();

private:
    void onCompared();

    GapFill &m_gapFill;
    const ConnectionLine &m_line;
    Clock &m_clock;
    Alarm m_next;
    Attention::View m_view;
    std::optional<std::chrono::milliseconds> m_comparedAt; // monotonic
};

} // namespace greenline
