#pragma once

#include "app/base/clock.h"
#include "app/workspace/customers.h"
#include "ui/customer/factedit.h"
#include "ui/customer/notesdesk.h"

#include <QObject>

#include <functional>
#include <vector>

namespace greenline {

class CustomerPane;
class ProblemBar;
class Session;
struct Conversation;

/// Fills the customer pane from the workspace and carries out what is asked for there.
class CustomerDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        CustomerPane &pane;
        ProblemBar &problem;
        Clock &clock;
        std::function<void(const RoomId &)> open; ///< Shows a conversation.
    };
    explicit CustomerDesk(const Needs &needs, QObject *parent = nullptr);

private:
    void connectPane();
    void onConversation();
    void stash();
    void unstash();
    void read();
    void readHistory();
    void showCustomer();
    void tick();
    void save(const CustomerFact &fact);
    void onSaved(const CustomerKey &key, const CustomerFact &fact, const Result<FactSaved> &saved);
    void openEarlier(const RoomId &room);
    QString whyNot(CustomerFact::Kind kind) const;
    QString complaint(const CustomerFact &fact, const QString &value) const;

    using Changes = std::vector<std::pair<CustomerFact, FactEdit::Change>>;
    Needs m_needs;
    NotesDesk m_notes;
    CustomerKey m_key;
    RoomId m_historyOf; ///< Of the list that is shown.
    QHash<RoomId, Changes> m_stashed; ///< Typed and not saved when another conversation was opened.
    Alarm m_soon; ///< Agents go through the list quickly; the workspace is asked where they stay.
    Alarm m_minute;
};

} // namespace greenline
