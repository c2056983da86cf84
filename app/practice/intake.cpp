#include "app/practice/intake.h"

#include "app/practice/document.h"
#include "app/practice/shapes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString intakeId(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

QJsonArray phonesOf(const QString &number)
{
    return {QJsonObject{{u"phoneNumber"_s, number}}};
}

QString phoneOf(const QJsonObject &visitor)
{
    return visitor.value("phone"_L1).toArray().at(0).toObject().value("phoneNumber"_L1).toString();
}

QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar letter : number) {
        if (letter.isDigit()) {
            digits += letter;
        }
    }
    return digits;
}

} // namespace

Intake::Intake(Documents &documents, const Settings &settings, const Access &access, Presence &presence,
               Streams &streams, Desk &desk, const Clock &clock, Release release)
    : m_documents(documents)
    , m_settings(settings)
    , m_access(access)
    , m_presence(presence)
    , m_streams(streams)
    , m_desk(desk)
    , m_clock(clock)
    , m_release(release)
{
}

Outcome<Reception> Intake::receive(const IncomingText &text)
{
    if (!m_settings.isOn(u"Livechat_enabled"_s)) {
        return Refusal{u"error-omnichannel-is-disabled"_s};
    }
    const QString department = departmentOf(text);
    const QJsonObject visitor = visitorOf(text, department);
    const QJsonObject open = openRoom(visitor, department);
    if (!open.isEmpty()) {
        return Reception{visitor, intakeId(open)};
    }
    // The room is looked for in the department of the webhook, but made in the one that is shown on registration:
    // without a default department every text opens a conversation of its own (7.7.1, rest/35).
    const QString target = department.isEmpty() ? shownDepartment() : department;
    if (!m_settings.isOn(u"Livechat_accept_chats_with_no_agents"_s) && !isSomebodyThere(target)) {
        return Refusal{u"no-agent-online"_s, u"Sorry, no online agents"_s};
    }
    return Reception{visitor, makeRoom(text, visitor, target)};
}

QString Intake::departmentOf(const IncomingText &text) const
{
    const auto found = [this](const QString &idOrName) {
        return intakeId(m_documents.departments.first([&](const QJsonObject &department) {
            return !idOrName.isEmpty()
                && (intakeId(department) == idOrName || department.value("name"_L1).toString() == idOrName);
        }));
    };
    const QString asked = found(text.department);
    return asked.isEmpty() ? found(m_settings.text(u"SMS_Default_Omnichannel_Department"_s)) : asked;
}

QString Intake::shownDepartment() const
{
    return intakeId(m_documents.departments.first([](const QJsonObject &department) {
        return department.value("enabled"_L1).toBool() && department.value("showOnRegistration"_L1).toBool();
    }));
}

bool Intake::hasConversation(const IncomingText &text) const
{
    const QJsonObject visitor = knownVisitor(text.from);
    return !visitor.isEmpty() && !openRoom(visitor, departmentOf(text)).isEmpty();
}

QJsonObject Intake::knownVisitor(const QString &number) const
{
    // An exact match, so that +1555 and 1555 are two people.
    return m_documents.visitors.first([&](const QJsonObject &visitor) { return phoneOf(visitor) == number; });
}

QJsonObject Intake::visitorOf(const IncomingText &text, const QString &department)
{
    const QJsonObject known = knownVisitor(text.from);
    if (!known.isEmpty()) {
        return known;
    }
    QJsonObject visitor{{u"username"_s, digitsOf(text.from)},
                        {u"ts"_s, dateValue(m_clock.now())},
                        {u"token"_s, newDocumentId()},
                        {u"phone"_s, phonesOf(text.from)}};
    if (m_release >= Release{5, 0}) {
        visitor.insert(u"status"_s, u"online"_s);
        if (!department.isEmpty()) {
            visitor.insert(u"department"_s, department);
        }
    }
    return m_documents.visitors.insert(visitor);
}

QJsonObject Intake::openRoom(const QJsonObject &visitor, const QString &department) const
{
    return m_documents.rooms.first([&](const QJsonObject &room) {
        const bool isHis = room.value("open"_L1).toBool()
            && room.value("v"_L1).toObject().value("token"_L1).toString() == visitor.value("token"_L1).toString();
        return isHis && (m_release < Release{5, 0} || room.value("departmentId"_L1).toString() == department);
    });
}

bool Intake::isSomebodyThere(const QString &department) const
{
    const QList<QJsonObject> users = m_documents.users.all();
    return std::any_of(users.begin(), users.end(), [&](const QJsonObject &user) {
        const QString id = intakeId(user);
        return !m_presence.mayServe(id) && (department.isEmpty() || m_access.departmentsOf(id).contains(department));
    });
}

QString Intake::contactOf(const QJsonObject &visitor, const QJsonObject &room)
{
    const QString number = phoneOf(visitor);
    const QJsonObject lastChat{{u"_id"_s, room.value("_id"_L1)}, {u"ts"_s, dateValue(m_clock.now())}};
    const QJsonObject known = m_documents.contacts.first([&](const QJsonObject &contact) {
        return contact.value("phones"_L1).toArray().at(0).toObject().value("phoneNumber"_L1).toString() == number;
    });
    const QJsonObject channel{
        {u"name"_s, u"sms"_s},
        {u"visitor"_s,
         QJsonObject{{u"visitorId"_s, visitor.value("_id"_L1)}, {u"source"_s, QJsonObject{{u"type"_s, u"sms"_s}}}}},
        {u"blocked"_s, false},
        {u"verified"_s, false},
        {u"details"_s, room.value("source"_L1)},
        {u"lastChat"_s, lastChat}};
    if (!known.isEmpty()) {
        m_documents.contacts.change(intakeId(known), {{u"channels"_s, QJsonArray{channel}}, {u"lastChat"_s, lastChat}});
        return intakeId(known);
    }
    return intakeId(m_documents.contacts.insert({{u"createdAt"_s, dateValue(m_clock.now())},
                                                 {u"name"_s, visitor.value("username"_L1)},
                                                 {u"phones"_s, phonesOf(number)},
                                                 {u"channels"_s, QJsonArray{channel}},
                                                 {u"customFields"_s, QJsonObject{}},
                                                 {u"unknown"_s, true},
                                                 {u"preRegistration"_s, false},
                                                 {u"lastChat"_s, lastChat}}));
}

/// Into the queue of the one who is to have it, or to them at once where conversations are given out.
void Intake::settle(const QJsonObject &inquiry, const QString &agent)
{
    if (!agent.isEmpty() && m_access.showsQueue()) {
        const QString username = m_documents.users.find(agent).value("username"_L1).toString();
        m_documents.inquiries.change(
            intakeId(inquiry), {{u"defaultAgent"_s, QJsonObject{{u"agentId"_s, agent}, {u"username"_s, username}}}});
    }
    const bool isGiven = !agent.isEmpty() && !m_access.showsQueue() && !m_desk.take(agent, intakeId(inquiry));
    if (!isGiven) {
        m_desk.route(intakeId(inquiry));
    }
}

QString Intake::makeRoom(const IncomingText &text, const QJsonObject &visitor, const QString &department)
{
    const QDateTime now = m_clock.now();
    QJsonObject room = newRoom({visitor, text.to, department, text.service, {}}, m_release, now);
    const QString rid = intakeId(room);
    if (m_release >= Release{7, 0}) {
        room.insert(u"contactId"_s, contactOf(visitor, room));
    }
    m_documents.rooms.insert(room);
    m_documents.visitors.change(intakeId(visitor),
                                {{u"lastChat"_s, QJsonObject{{u"_id"_s, rid}, {u"ts"_s, dateValue(now)}}}});
    const QJsonObject inquiry = m_documents.inquiries.insert(newInquiry(room, text.body, m_release, now));
    // 7.7.1 never told of a new entry as "added" (42 events); before and after it an entry is told while it is still
    // "ready".
    if (m_release < Release{7, 0} || m_release >= Release{8, 0}) {
        m_streams.inquiry(Streams::Change::Inserted, inquiry);
    }
    if (m_release >= Release{5, 0}) {
        const QJsonObject started
            = m_desk.systemMessage(rid, u"livechat-started"_s, {}, only(visitor, {u"_id"_s, u"username"_s}),
                                   {{u"token"_s, visitor.value("token"_L1)}});
        m_documents.rooms.change(rid, {{u"lastMessage"_s, started}});
    }
    settle(inquiry, text.agent);
    return rid;
}

} // namespace greenline::practice
