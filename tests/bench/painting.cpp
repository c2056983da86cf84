#include "bench.h"

#include "rig.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/timelineview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QStringList sentences{
    u"Hello! My parcel says delivered but there is nothing here"_s, u"Great, thank you"_s,
    u"Can I change the address for the next one? The old one is not right any more, we moved in spring. 😀"_s,
    u"https://shop.example/orders/8841"_s, u"שלום, מתי תגיע ההזמנה שלי?"_s};

/// Calls painted after each paint event of a widget has been carried out.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget)
        : m_widget(widget)
    {
        widget.installEventFilter(this);
    }
    int paints = 0;
    double last = 0; ///< Milliseconds of the last paint.

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_isInside) {
            return false;
        }
        m_isInside = true;
        last = timed([this, event] { QCoreApplication::sendEvent(&m_widget, event); });
        m_isInside = false;
        ++paints;
        return true;
    }

private:
    QWidget &m_widget;
    bool m_isInside = false;
};

void untilPainted(PaintWatch &watch, int paints)
{
    while (watch.paints <= paints) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

QString sentence(int number)
{
    return sentences.at(number % sentences.size()) + u" %1"_s.arg(number);
}

void benchFrameToRow(Rig &rig, TimelineView &view, PaintWatch &watch)
{
    constexpr int messages = 500;
    QList<double> took;
    for (int number = 0; number < messages; ++number) {
        const QString frame = Rig::messageFrame(0, 20'000 + number, sentence(number));
        const int before = watch.paints;
        took.append(timed([&] {
            rig.feed(frame);
            const MessageId id{u"message-0-%1"_s.arg(20'000 + number)};
            while (view.messages().rowOf(id) < 0) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            untilPainted(watch, before);
        }));
        QCoreApplication::processEvents();
    }
    printFigure({"frame received to row painted, median"_L1, 2, "ms"_L1}, quantile(took, 0.5), took);
    printFigure({"frame received to row painted, p99"_L1, 8, "ms"_L1}, quantile(took, 0.99));
}

void benchScroll(TimelineView &view, PaintWatch &watch)
{
    while (view.messages().canShowMore()) {
        view.messages().showMore();
    }
    QCoreApplication::processEvents();
    QScrollBar *bar = view.verticalScrollBar();
    QList<double> repaints;
    constexpr int steps = 1'000;
    for (int step = 0; step < steps; ++step) {
        const int before = watch.paints;
        bar->setValue(bar->maximum() - static_cast<int>(static_cast<qint64>(bar->maximum()) * step / steps));
        view.viewport()->update();
        untilPainted(watch, before);
        repaints.append(watch.last);
    }
    printFigure({"scrolling 10,000 messages, repaint p99"_L1, 4, "ms"_L1}, quantile(repaints, 0.99), repaints);
    printFigure({"scrolling 10,000 messages, repaint max"_L1, 8, "ms"_L1}, quantile(repaints, 1));
}

} // namespace

void benchPainting()
{
    Rig rig;
    rig.fill(1'000);
    MessageStore &store = rig.timelines.open(Rig::room(0));
    Pictures pictures(QUrl(u"http://127.0.0.1:9"_s), [](const QString &, const Then<HttpReply> &then) {
        then(Error{Error::Kind::Cancelled, u"no pictures in a benchmark"_s});
    });
    TimelineView view(pictures, rig.clock);
    view.resize(760, 640);
    view.setStore(&store);
    view.show();
    PaintWatch watch(*view.viewport());
    QList<Message> all;
    for (int number = 0; number < 10'000; ++number) {
        Message message;
        message.id = {u"message-0-%1"_s.arg(number)};
        message.room = Rig::room(0);
        message.text = sentence(number);
        message.author = number % 3 ? Message::Author::Customer : Message::Author::Agent;
        message.at = QDateTime::fromMSecsSinceEpoch(1'764'000'000'000 + number * 1000LL, Qt::UTC);
        message.updatedAt = message.at;
        all.append(message);
    }
    store.upsert(all);
    QCoreApplication::processEvents();
    view.jumpToNewest();
    untilPainted(watch, watch.paints);
    benchFrameToRow(rig, view, watch);
    benchScroll(view, watch);
}

} // namespace greenline
