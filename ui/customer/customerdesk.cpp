#include "ui/customer/customerdesk.h"

#include "app/workspace/abilities.h"
#include "app/workspace/customercare.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "ui/customer/customerpane.h"
#include "ui/customer/customerwords.h"
#include "ui/customer/detailspage.h"
#include "ui/customer/earlierpage.h"
#include "ui/dialogs/problembar.h"
#include "ui/words/abilitywords.h"
#include "ui/words/errortext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto staysHere = 300ms;
constexpr auto everyMinute = 60'000ms;
constexpr int mostEarlier = 30;

} // namespace

CustomerDesk::CustomerDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_notes(needs.session.care().notes, needs.pane.notes(), [this](CustomerFact::Kind kind) { return whyNot(kind); })
    , m_soon(needs.clock, [this] { read(); })
    , m_minute(needs.clock, [this] { tick(); })
{
    connectPane();
    CustomerCare &care = m_needs.session.care();
    connect(&care.customers, &Customers::changed, this, [this](const RoomId &room) {
        if (room == m_key.room) {
            showCustomer();
        }
    });
    connect(&care.customers, &Customers::failed, this, [this](const RoomId &room, const Error &error) {
        if (room == m_key.room) {
            m_needs.pane.details().setNotice(notReadWords(error));
        }
    });
    connect(&m_needs.session, &Session::connectionChanged, this, [this] {
        if (m_needs.session.connection().line == ConnectionState::Line::Live) {
            m_soon.start(staysHere); // what could not be read before
        }
    });
    connect(&m_needs.session.abilities(), &Abilities::changed, this, &CustomerDesk::showCustomer);
    showCustomer(); // nothing may be changed before anything is known
    onConversation();
    tick();
}

void CustomerDesk::connectPane()
{
    CustomerPane &pane = m_needs.pane;
    connect(&pane, &CustomerPane::conversationChanged, this, &CustomerDesk::onConversation);
    connect(&pane, &CustomerPane::shown, this, [this] { m_soon.start(0ms); });
    connect(&pane.details(), &DetailsPage::saveRequested, this, &CustomerDesk::save);
    connect(&pane.history(), &EarlierPage::openRequested, this, &CustomerDesk::openEarlier);
    connect(&pane.history(), &EarlierPage::readRequested, this, &CustomerDesk::readHistory);
}

/// Called with every change of the row, too.
void CustomerDesk::onConversation()
{
    const Conversation &conversation = m_needs.pane.conversation();
    const CustomerKey key{conversation.id, conversation.visitor};
    if (key != m_key) {
        stash();
        m_key = key;
        m_needs.pane.details().setNotice({});
        showCustomer();
        m_soon.start(staysHere);
    } else if (!key.room.isEmpty()) {
        showCustomer();
    }
}

void CustomerDesk::stash()
{
    Changes changes;
    for (const auto &[fact, edit] : m_needs.pane.details().facts()) {
        if (const std::optional<FactEdit::Change> change = edit->change()) {
            changes.emplace_back(fact, *change);
        }
        edit->setPresent({});
        edit->setChange(std::nullopt);
    }
    if (!changes.empty() && !m_key.room.isEmpty()) {
        m_stashed.insert(m_key.room, changes);
    }
}

void CustomerDesk::unstash()
{
    const auto changes = m_stashed.find(m_key.room);
    if (changes == m_stashed.end()) {
        return;
    }
    std::erase_if(*changes, [this](const auto &one) {
        FactEdit *edit = m_needs.pane.details().factEdit(one.first);
        if (edit) {
            edit->setChange(one.second);
        }
        return edit != nullptr; // a field of the workspace may come later
    });
}

void CustomerDesk::read()
{
    if (m_key.room.isEmpty() || m_key.visitor.isEmpty() || !m_needs.pane.isVisible()) {
        return;
    }
    m_needs.session.care().customers.read(m_key);
    if (m_needs.pane.history().isVisible() && m_historyOf != m_key.room) {
        readHistory();
    }
}

void CustomerDesk::readHistory()
{
    m_historyOf = m_key.room;
    EarlierPage &page = m_needs.pane.history();
    page.setLoading();
    m_needs.session.care().customers.earlier(m_key, mostEarlier,
                                             {&page, [this, &page, key = m_key](const Result<QList<Room>> &rooms) {
                                                  if (key != m_key) {
                                                      return;
                                                  }
                                                  if (rooms) {
                                                      page.setRooms(*rooms);
                                                  } else {
                                                      page.setProblem(notReadWords(rooms.error()));
                                                  }
                                              }});
}

void CustomerDesk::tick()
{
    m_needs.pane.details().setNow(m_needs.clock.now());
    m_minute.start(everyMinute);
}

/// Empty: it may be changed.
QString CustomerDesk::whyNot(CustomerFact::Kind kind) const
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::EditCustomer);
    const Customers &customers = m_needs.session.care().customers;
    if (!verdict.isAllowed) {
        return abilityRefusal(Ability::EditCustomer, verdict);
    }
    if (!customers.find(m_key.room)) {
        return tr("The workspace has not told yet what it knows of this customer.");
    }
    const Stage stage = m_needs.pane.conversation().stage;
    const bool isMine = stage == Stage::Mine || stage == Stage::OnHold;
    if (!isMine && (kind == CustomerFact::Kind::RoomField || customers.needsServing(m_key.room))) {
        return tr("Only who serves the conversation can change this. Take it first.");
    }
    return {};
}

void CustomerDesk::showCustomer()
{
    DetailsPage &details = m_needs.pane.details();
    const Customers &customers = m_needs.session.care().customers;
    QList<CustomField> fields = customers.fields().value_or(QList<CustomField>());
    fields.removeIf([](const CustomField &field) {
        return !field.isVisible
            || field.id.compare("notes"_L1, Qt::CaseInsensitive) == 0; // they have a place of their own
    });
    details.setFields(fields);
    const CustomerSheet *sheet = customers.find(m_key.room);
    details.setPhones(sheet ? sheet->contact.phones : QStringList());
    for (const auto &[fact, edit] : details.facts()) {
        edit->setPresent(sheet ? valueOf(*sheet, fact) : QString());
        edit->setWhyNot(whyNot(fact.kind));
    }
    if (sheet) {
        details.setNotice({});
    }
    if (m_historyOf != m_key.room) {
        m_needs.pane.history().setLoading();
    }
    unstash(); // of fields that were not there yet
    m_notes.show(m_key);
}

QString CustomerDesk::complaint(const CustomerFact &fact, const QString &value) const
{
    if (fact.kind == CustomerFact::Kind::Name && value.isEmpty()) {
        return tr("A customer needs a name. Restore brings the old one back.");
    }
    if (fact.kind == CustomerFact::Kind::Email && !value.isEmpty() && !value.contains(u'@')) {
        return tr("This is no e-mail address: it has no @.");
    }
    const QList<CustomField> fields = m_needs.session.care().customers.fields().value_or(QList<CustomField>());
    const auto field = std::find_if(fields.cbegin(), fields.cend(),
                                    [&fact](const CustomField &one) { return one.id == fact.field; });
    if (field == fields.cend() || fits(*field, value)) {
        return {};
    }
    if (!field->choices.isEmpty() && !value.isEmpty()) {
        return tr("The workspace takes one of these: %1.").arg(field->choices.join(u", "_s));
    }
    return value.isEmpty() ? tr("The workspace wants this filled in.")
                           : tr("The workspace asks for the form %1.").arg(field->pattern);
}

void CustomerDesk::save(const CustomerFact &fact)
{
    FactEdit *edit = m_needs.pane.details().factEdit(fact);
    const std::optional<FactEdit::Change> change = edit ? edit->change() : std::nullopt;
    if (!change) {
        return;
    }
    const QString value = change->typed.trimmed();
    const QString wrong = complaint(fact, value);
    if (!wrong.isEmpty()) {
        edit->tell(wrong);
        return;
    }
    edit->setBusy(true);
    m_needs.session.care().customers.save(
        m_key, fact, change->base, value,
        {this, [this, key = m_key, fact](const Result<FactSaved> &saved) { onSaved(key, fact, saved); }});
}

void CustomerDesk::onSaved(const CustomerKey &key, const CustomerFact &fact, const Result<FactSaved> &saved)
{
    FactEdit *edit = m_needs.pane.details().factEdit(fact);
    if (edit) {
        edit->setBusy(false);
    }
    if (key != m_key || !edit) { // what was typed waits there
        if (saved && saved->how == FactSaved::How::Saved) {
            std::erase_if(m_stashed[key.room], [&fact](const auto &one) { return one.first == fact; });
        }
        return;
    }
    if (!saved) {
        edit->tell(notSavedWords(saved.error()));
        return;
    }
    switch (saved->how) {
    case FactSaved::How::Saved:
        edit->settle(saved->present);
        break;
    case FactSaved::How::ChangedMeanwhile:
        edit->showTheirs(saved->present);
        break;
    case FactSaved::How::NotKept:
        edit->tell(saved->present.isEmpty() ? tr("The workspace took the change, but did not keep it.")
                                            : tr("The workspace kept “%1”.").arg(saved->present));
        break;
    }
}

void CustomerDesk::openEarlier(const RoomId &room)
{
    m_needs.session.finding().search.makeKnown(room, {this, [this, room](const Status &known) {
                                                          if (known) {
                                                              m_needs.open(room);
                                                          } else {
                                                              m_needs.problem.tell(
                                                                  errorText(known.error(), Occasion::LoadingHistory));
                                                          }
                                                      }});
}

} // namespace greenline
