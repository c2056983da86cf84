#pragma once

#include "app/practice/desk.h"
#include "app/practice/posting.h"

namespace greenline::practice {

/// A customer's text as a webhook understood it.
struct IncomingText {
    QString service; ///< "twilio"
    QString from;
    QString to; ///< Our number.
    QString body;
    QString department; ///< Of the query: an id or a name; may be empty.
    QString agent = {}; ///< Who is to have a new conversation; empty: nobody in particular.
};

/// Where a text belongs.
struct Reception {
    QJsonObject visitor;
    QString rid;
};

/// Finds or makes the visitor and the conversation of an incoming text (rocketchat-wire.md 5.4).
class Intake
{
public:
    Intake(Documents &documents, const Settings &settings, const Access &access, Presence &presence, Streams &streams,
           Desk &desk, const Clock &clock, Release release);
    /// error-omnichannel-is-disabled, no-agent-online: the text is lost then.
    Outcome<Reception> receive(const IncomingText &text);
    bool hasConversation(const IncomingText &text) const;

private:
    QString departmentOf(const IncomingText &text) const;
    QString shownDepartment() const;
    QJsonObject knownVisitor(const QString &number) const;
    QJsonObject visitorOf(const IncomingText &text, const QString &department);
    QJsonObject openRoom(const QJsonObject &visitor, const QString &department) const;
    bool isSomebodyThere(const QString &department) const;
    QString contactOf(const QJsonObject &visitor, const QJsonObject &room);
    void settle(const QJsonObject &inquiry, const QString &agent);
    QString makeRoom(const IncomingText &text, const QJsonObject &visitor, const QString &department);
    Documents &m_documents;
    const Settings &m_settings;
    const Access &m_access;
    Presence &m_presence;
    Streams &m_streams;
    Desk &m_desk;
    const Clock &m_clock;
    Release m_release;
};

} // namespace greenline::practice
