#pragma once

#include <QObject>

namespace greenline {

/// A request on its way as its sender sees it: how much of its body has left, and how to call it back, after which it
/// is answered Cancelled.
class Transfer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void cancel() { Q_EMIT cancelRequested(); }

Q_SIGNALS:
    void progressed(qint64 sent, qint64 total);
    void cancelRequested();
};

} // namespace greenline
