#include "app/workspace/customernotes.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto notedAfter = 1'000ms;
constexpr auto notedAgainAfter = 10'000ms;
constexpr auto notesFieldId = "notes"_L1;

} // namespace

CustomerNotes::CustomerNotes(NotesDb &file, Customers &customers, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_customers(customers)
    , m_alarm(clock, [this] { flush(); })
{
}

CustomerNotes::~CustomerNotes()
{
    flush();
}

Status CustomerNotes::load()
{
    const Result<QHash<QString, KeptNote>> kept = m_file.notes();
    if (!kept) {
        return kept.error();
    }
    m_kept = *kept;
    return Done();
}

/// One that the website's widget shows to customers is no place for notes about them.
const CustomField *CustomerNotes::field() const
{
    const std::optional<QList<CustomField>> &fields = m_customers.fields();
    if (!fields) {
        return nullptr;
    }
    const auto found = std::find_if(fields->cbegin(), fields->cend(), [](const CustomField &one) {
        return one.id.compare(notesFieldId, Qt::CaseInsensitive) == 0 && !one.isPublic;
    });
    return found == fields->cend() ? nullptr : &*found;
}

CustomerNotes::Home CustomerNotes::home() const
{
    if (!m_customers.fields()) {
        return Home::Unknown;
    }
    const CustomField *place = field();
    if (!place) {
        return Home::ThisComputer;
    }
    return place->scope == CustomField::Scope::Customer ? Home::Customer : Home::Conversation;
}

CustomerFact CustomerNotes::fact() const
{
    const CustomField *place = field();
    const bool isOfRoom = place && place->scope == CustomField::Scope::Conversation;
    return {isOfRoom ? CustomerFact::Kind::RoomField : CustomerFact::Kind::Field, place ? place->id : QString()};
}

QString CustomerNotes::subject(const CustomerKey &key) const
{
    const bool isOfRoom = home() == Home::Conversation || key.visitor.isEmpty();
    return isOfRoom ? u"room:"_s + key.room.value : key.visitor.value;
}

QString CustomerNotes::workspaceText(const CustomerKey &key) const
{
    const CustomerSheet *sheet = m_customers.find(key.room);
    return sheet && field() ? valueOf(*sheet, fact()) : QString();
}

QString CustomerNotes::text(const CustomerKey &key) const
{
    const auto kept = m_kept.constFind(subject(key));
    return kept == m_kept.cend() ? workspaceText(key) : kept->text;
}

bool CustomerNotes::isUnsaved(const CustomerKey &key) const
{
    return field() && m_kept.contains(subject(key));
}

void CustomerNotes::set(const CustomerKey &key, const QString &text)
{
    if (text == this->text(key)) {
        return;
    }
    const QString about = subject(key);
    const bool isKept = m_kept.contains(about);
    const std::optional<QString> base = isKept  ? m_kept.value(about).base
        : m_customers.find(key.room) && field() ? std::optional(workspaceText(key))
                                                : std::nullopt;
    if (base ? text == *base : text.isEmpty()) {
        m_kept.remove(about);
    } else {
        m_kept.insert(about, {text, base});
    }
    touch(about);
}

void CustomerNotes::touch(const QString &subject)
{
    m_unwritten.insert(subject);
    if (!m_alarm.isActive()) {
        m_alarm.start(notedAfter);
    }
}

void CustomerNotes::save(const CustomerKey &key, const Then<FactSaved> &then)
{
    const QString about = subject(key);
    const KeptNote note = m_kept.value(about);
    const QString sent = note.text.trimmed(); // as the workspace keeps it
    m_customers.save(key, fact(), note.base.value_or(QString()), sent,
                     {this, [this, about, note, then](const Result<FactSaved> &saved) {
                          if (saved && saved->how == FactSaved::How::Saved) {
                              if (m_kept.value(about) == note) {
                                  m_kept.remove(about);
                              } else { // written on meanwhile
                                  m_kept[about].base = saved->present;
                              }
                              touch(about);
                          }
                          then(saved);
                      }});
}

void CustomerNotes::keepMine(const CustomerKey &key, const QString &theirs)
{
    const QString about = subject(key);
    if (m_kept.contains(about)) {
        m_kept[about].base = theirs;
        touch(about);
    }
}

void CustomerNotes::takeTheirs(const CustomerKey &key)
{
    const QString about = subject(key);
    m_kept.remove(about);
    touch(about);
}

void CustomerNotes::flush()
{
    m_alarm.stop();
    const QSet<QString> subjects = std::exchange(m_unwritten, {});
    std::optional<Error> failure;
    for (const QString &about : subjects) {
        const auto kept = m_kept.constFind(about);
        const Status written = kept == m_kept.cend() ? m_file.remove(about) : m_file.put(about, *kept);
        if (!written) {
            m_unwritten.insert(about);
            failure = written.error();
        }
    }
    if (failure) {
        m_alarm.start(notedAgainAfter);
        Q_EMIT storageFailed(*failure);
    }
}

} // namespace greenline
