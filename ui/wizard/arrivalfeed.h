#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/conversation.h"

#include <QObject>

namespace greenline {

class Arrival;
class ConversationStore;
class RestClient;
struct ListingPage;

/// Tells an Arrival of the conversations that turn up: those of the console's own list, which the stream brings, and
/// while it waits also everybody's, for an administrator's list need not hold what goes to a department.
class ArrivalFeed : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        ConversationStore &conversations;
        RestClient &rest;
        Clock &clock;
        Arrival &arrival;
    };
    explicit ArrivalFeed(const Needs &needs, QObject *parent = nullptr);
    void watch(); ///< Until it does not wait any more.

private:
    void onRow(int row);
    void look();
    void note(const ListingPage &page);
    void rememberOlder(const ListingPage &page);

    Needs m_needs;
    Alarm m_again;
    QDateTime m_watchedAt;
    bool m_isFirst = false; // the next page tells what was there before
    int m_looks = 0; // of this watch
};

} // namespace greenline
