#pragma once

#include "app/workspace/earlierhistory.h"

#include <QObject>

namespace greenline {

class ConversationView;
class ProblemBar;
class Session;

/// Continues the timeline above its first message with the customer's earlier conversations, as far as they are asked
/// for.
class EarlierMessages : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationView &view;
        ProblemBar &problem;
    };
    explicit EarlierMessages(const Needs &needs, QObject *parent = nullptr);

private:
    void follow(); ///< Another timeline is shown, or none.
    void refresh();
    void add();

    Needs m_needs;
    EarlierHistory m_history;
    RoomId m_loading; // of which earlier conversations are on their way
    QMetaObject::Connection m_store;
};

} // namespace greenline
