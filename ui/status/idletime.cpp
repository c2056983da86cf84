#include "ui/status/idletime.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QLibrary>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

Error idleUnknown()
{
    return {Error::Kind::NotFound, u"nobody tells how long nobody typed"_s};
}

} // namespace

/// A line of its own to the X server. The libraries are looked for when the program runs, so that it starts where there
/// is no X11.
struct DesktopIdleTime::Screen {
    /// XScreenSaverInfo of X11/extensions/scrnsaver.h.
    struct SaverInfo {
        unsigned long window;
        int state;
        int kind;
        unsigned long tilOrSince;
        unsigned long idle; // milliseconds
        unsigned long eventMask;
    };
    using OpenDisplay = void *(*)(const char *);
    using CloseDisplay = int (*)(void *);
    using RootWindow = unsigned long (*)(void *);
    using AllocInfo = SaverInfo *(*)();
    using QueryInfo = int (*)(void *, unsigned long, SaverInfo *);
    using Free = int (*)(void *);

    Screen()
    {
        const auto open = reinterpret_cast<OpenDisplay>(x11.resolve("XOpenDisplay"));
        root = reinterpret_cast<RootWindow>(x11.resolve("XDefaultRootWindow"));
        close = reinterpret_cast<CloseDisplay>(x11.resolve("XCloseDisplay"));
        free = reinterpret_cast<Free>(x11.resolve("XFree"));
        query = reinterpret_cast<QueryInfo>(saver.resolve("XScreenSaverQueryInfo"));
        const auto alloc = reinterpret_cast<AllocInfo>(saver.resolve("XScreenSaverAllocInfo"));
        if (open && root && close && free && query && alloc) {
            display = open(nullptr);
            info = display ? alloc() : nullptr;
        }
    }
    ~Screen()
    {
        if (info) {
            free(info);
        }
        if (display) {
            close(display);
        }
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    QLibrary x11{u"X11"_s, 6};
    QLibrary saver{u"Xss"_s, 1};
    RootWindow root = nullptr;
    CloseDisplay close = nullptr;
    Free free = nullptr;
    QueryInfo query = nullptr;
    void *display = nullptr;
    SaverInfo *info = nullptr;
};

DesktopIdleTime::DesktopIdleTime(QObject *parent)
    : IdleTime(parent)
{
}

DesktopIdleTime::~DesktopIdleTime() = default;

void DesktopIdleTime::ask(const Then<std::chrono::milliseconds> &then)
{
    if (QGuiApplication::platformName() != "xcb"_L1) {
        askMutter(then);
        return;
    }
    if (!m_screen) {
        m_screen = std::make_unique<Screen>();
    }
    if (m_screen->info && m_screen->query(m_screen->display, m_screen->root(m_screen->display), m_screen->info) != 0) {
        then(std::chrono::milliseconds(m_screen->info->idle));
    } else {
        then(idleUnknown());
    }
}

void DesktopIdleTime::askMutter(const Then<std::chrono::milliseconds> &then)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        then(idleUnknown());
        return;
    }
    const QDBusMessage ask
        = QDBusMessage::createMethodCall(u"org.gnome.Mutter.IdleMonitor"_s, u"/org/gnome/Mutter/IdleMonitor/Core"_s,
                                         u"org.gnome.Mutter.IdleMonitor"_s, u"GetIdletime"_s);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [then](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<qulonglong> reply = *answered;
        then(reply.isValid() ? Result(std::chrono::milliseconds(reply.value()))
                             : Result<std::chrono::milliseconds>(idleUnknown()));
    });
}

} // namespace greenline
