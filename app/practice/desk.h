#pragma once

#include "app/practice/faults.h"
#include "app/practice/presence.h"
#include "app/practice/refusal.h"
#include "app/practice/release.h"
#include "app/practice/streams.h"

namespace greenline::practice {

struct ForwardOrder {
    QString userId = {}; ///< To an agent, or
    QString departmentId = {}; ///< to a department.
    QString comment = {};
};

/// The life of an omnichannel conversation between the first text and the close (rocketchat-wire.md 2.4), which is
/// Closing's. Checks what the server checks beside permissions, changes the documents and tells the streams. Routes and
/// methods check permissions and give the wire form.
class Desk
{
public:
    Desk(Documents &documents, const Settings &settings, const Access &access, Presence &presence, Streams &streams,
         Faults &faults, const Clock &clock, Release release);

    /// error-not-found, error-inquiry-taken, error-agent-status-service-offline. Faults::racingTakes lets somebody take
    /// what was taken.
    Refused take(const QString &userId, const QString &inquiryId);
    /// error-invalid-room, room-closed, error-room-onHold, error-returning-inquiry.
    Refused returnToQueue(const QString &userId, const QString &rid, const QString &departmentId = {});
    Refused forward(const QString &userId, const QString &rid, const ForwardOrder &order);
    Refused observe(const QString &userId, const QString &rid); ///< Joins a conversation that another serves.
    Refused placeOnHold(const QString &userId, const QString &rid);
    Refused resumeOnHold(const QString &userId, const QString &rid);
    void wakeFromHold(const QString &rid, const QJsonObject &author); ///< What a customer's text does, too.
    Refused markRead(const QString &userId, const QString &rid); ///< error-invalid-subscription without a subscription.
    Refused markUnread(const QString &userId, const QString &rid);

    /// Decides where a new or returned conversation goes: to the queue, or by automatic selection to an agent.
    void route(const QString &inquiryId);
    QJsonObject systemMessage(const QString &rid, const QString &type, const QString &text, const QJsonObject &author,
                              const QJsonObject &more = {}); ///< Saves it and tells it.

private:
    void assign(const QString &userId, const QString &inquiryId);
    void queue(const QString &inquiryId);
    void dismiss(const QString &userId, const QString &rid);
    /// Makes her the one who serves; the subscription is made without the hidden fields of the room.
    void welcome(const QString &userId, const QString &rid, const QStringList &hidden = {});
    void tellTransfer(const QString &rid, const QString &byId);
    QJsonObject subscriptionOf(const QString &userId, const QString &rid) const;
    QString nextAgent(const QString &departmentId) const;
    Refused forwardToAgent(const QJsonObject &room, const ForwardOrder &order, const QJsonObject &by);
    Refused forwardToDepartment(const QJsonObject &room, const ForwardOrder &order, const QJsonObject &by);
    /// Answers the note; rooms of newer servers show it as their last message once the transfer is done.
    QJsonObject noteTransfer(const QJsonObject &room, const QString &scope, const QJsonObject &by,
                             const QJsonObject &more);
    void showTransfer(const QString &rid, const QJsonObject &note);
    bool isEarlier(int major, int minor) const { return m_release < Release{major, minor}; }
    Documents &m_documents;
    const Settings &m_settings;
    const Access &m_access;
    Presence &m_presence;
    Streams &m_streams;
    Faults &m_faults;
    const Clock &m_clock;
    Release m_release;
};

} // namespace greenline::practice
