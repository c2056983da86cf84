#include "ui/customer/notesdesk.h"

#include "app/workspace/customernotes.h"
#include "ui/customer/customerwords.h"
#include "ui/customer/notespage.h"

namespace greenline {

NotesDesk::NotesDesk(CustomerNotes &notes, NotesPage &page, const WhyNot &whyNot, QObject *parent)
    : QObject(parent)
    , m_notes(notes)
    , m_page(page)
    , m_whyNot(whyNot)
{
    connect(&page, &NotesPage::edited, this, [this] {
        m_notes.set(m_key, m_page.text());
        m_page.setUnsaved(m_notes.isUnsaved(m_key));
    });
    connect(&page, &NotesPage::saveRequested, this, &NotesDesk::save);
    connect(&page, &NotesPage::mineKept, this, [this](const QString &theirs) { m_notes.keepMine(m_key, theirs); });
    connect(&page, &NotesPage::theirsTaken, this, [this] {
        m_notes.takeTheirs(m_key);
        show(m_key);
    });
}

void NotesDesk::show(const CustomerKey &key)
{
    m_key = key;
    m_page.setHome(m_notes.home());
    m_page.setText(key.room.isEmpty() ? QString() : m_notes.text(key));
    m_page.setUnsaved(m_notes.isUnsaved(key));
    m_page.setWhyNot(m_whyNot(m_notes.home() == CustomerNotes::Home::Conversation ? CustomerFact::Kind::RoomField
                                                                                  : CustomerFact::Kind::Field));
}

void NotesDesk::save()
{
    m_page.setBusy(true);
    m_notes.save(m_key, {&m_page, [this, key = m_key](const Result<FactSaved> &saved) {
                             m_page.setBusy(false);
                             if (key != m_key) {
                                 return;
                             }
                             show(m_key);
                             if (!saved) {
                                 m_page.tell(notSavedWords(saved.error()));
                             } else if (saved->how == FactSaved::How::ChangedMeanwhile) {
                                 m_page.showTheirs(saved->present);
                             } else if (saved->how == FactSaved::How::NotKept) {
                                 m_page.tell(tr("The workspace did not keep the notes."));
                             }
                         }});
}

} // namespace greenline
