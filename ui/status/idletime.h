#pragma once

#include "app/base/then.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace greenline {

/// How long nobody has touched keyboard or mouse, whatever window was in front.
class IdleTime : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void ask(const Then<std::chrono::milliseconds> &then) = 0; ///< An error: this desktop does not tell.
};

/// As X11's screen saver extension counts it, or GNOME's compositor. Elsewhere (other Wayland desktops) it is unknown.
class DesktopIdleTime : public IdleTime
{
    Q_OBJECT
public:
    explicit DesktopIdleTime(QObject *parent = nullptr);
    ~DesktopIdleTime() override;
    void ask(const Then<std::chrono::milliseconds> &then) override;

private:
    void askMutter(const Then<std::chrono::milliseconds> &then);

    struct Screen;
    std::unique_ptr<Screen> m_screen; // of X11; null elsewhere
};

} // namespace greenline
