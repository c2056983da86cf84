#pragma once

#include <QList>
#include <QString>

namespace greenline {

/// What can be done with a conversation as a whole.
enum class Deed { Take, TakeOver, JoinAsObserver, Forward, Hold, Resume, ReturnToQueue, Close };

/// A button of the header. One that cannot be pressed says why.
struct Offer {
    Deed deed = Deed::Close;
    QString whyNot = {}; ///< Empty: it can be pressed.
    bool operator==(const Offer &) const = default;
};

} // namespace greenline
