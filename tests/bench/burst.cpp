#include "bench.h"

#include "rig.h"
#include "ui/conversations/conversationlist.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/timelineview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// How long the event loop does not come round: gaps between beats that are asked for every millisecond.
class Pulse
{
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            gaps.append(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    QList<double> gaps;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace

void benchBurst()
{
    Rig rig;
    rig.fill(1'000);
    ConversationList list(rig.conversations, rig.agent, rig.clock);
    list.resize(320, 800);
    list.show();
    Pictures pictures(QUrl(u"http://127.0.0.1:9"_s), [](const QString &, const Then<HttpReply> &then) {
        then(Error{Error::Kind::Cancelled, u"no pictures in a benchmark"_s});
    });
    TimelineView view(pictures, rig.clock);
    view.resize(760, 640);
    view.setStore(&rig.timelines.open(Rig::room(0)));
    view.show();
    QCoreApplication::processEvents();

    // Half of the events are texts of the open conversation, half are news of all the others' heads; ten arrive at a
    // time.
    Pulse pulse;
    QElapsedTimer second;
    second.start();
    int sent = 0;
    while (sent < 1'000) {
        if (second.elapsed() >= sent) {
            for (int one = 0; one < 10; ++one, ++sent) {
                const QString text = u"event %1"_s.arg(sent);
                rig.feed(sent % 2 ? Rig::messageFrame(0, sent, text) : Rig::roomFrame(sent % 997, 50'000 + sent, text));
            }
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents();
    printFigure({"1,000 events in a second: event loop held up, max"_L1, 16, "ms"_L1}, quantile(pulse.gaps, 1),
                pulse.gaps);
}

} // namespace greenline
