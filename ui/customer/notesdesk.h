#pragma once

#include "app/workspace/customers.h"

#include <QObject>

#include <functional>

namespace greenline {

class CustomerNotes;
class NotesPage;

/// Shows the notes on a customer and keeps what is written there.
class NotesDesk : public QObject
{
    Q_OBJECT
public:
    using WhyNot = std::function<QString(CustomerFact::Kind)>; ///< Empty: it may be changed.
    NotesDesk(CustomerNotes &notes, NotesPage &page, const WhyNot &whyNot, QObject *parent = nullptr);
    void show(const CustomerKey &key);

private:
    void save();

    CustomerNotes &m_notes;
    NotesPage &m_page;
    WhyNot m_whyNot;
    CustomerKey m_key;
};

} // namespace greenline
