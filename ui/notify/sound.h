#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QTemporaryDir;

namespace greenline {

/// Plays the short sound of a notice by whatever player the system has, without waiting for it; a beep where there is
/// none. A burst of notices sounds once.
class Sound : public QObject
{
    Q_OBJECT
public:
    explicit Sound(Clock &clock, QObject *parent = nullptr);
    ~Sound() override;
    void play(const QString &name); ///< One of soundNames(); not while another is heard.
    void playNow(const QString &name); ///< To listen to it.

private:
    QString file(const QString &name); ///< Players want a file; the resource is copied out at the first use.

    Clock &m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<std::chrono::milliseconds> m_playedAt; // monotonic
};

} // namespace greenline
