#include "app/practice/presence.h"

#include "app/practice/document.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline::practice {

Presence::Presence(Documents &documents, const Settings &settings, Streams &streams)
    : m_documents(documents)
    , m_settings(settings)
    , m_streams(streams)
{
}

void Presence::opened(const QString &userId, const QString &session)
{
    m_sessions[userId].insert(session, u"online"_s);
    if (m_documents.users.find(userId).value("livechatStatusSystemModified"_L1).toBool()) {
        const QJsonObject diff{{u"statusLivechat"_s, u"available"_s}, {u"livechatStatusSystemModified"_s, true}};
        m_documents.users.change(userId, diff); // the mark stays, and the next login does it again (7.7.1, ddp/43)
        m_streams.userData(userId, diff);
    }
    settle(userId);
}

void Presence::closed(const QString &userId, const QString &session)
{
    m_sessions[userId].remove(session);
    settle(userId);
}

void Presence::loggedOut(const QString &userId)
{
    if (!isAvailable(userId)) {
        return;
    }
    const QJsonObject diff{{u"statusLivechat"_s, u"not-available"_s}, {u"livechatStatusSystemModified"_s, true}};
    m_documents.users.change(userId, diff);
    m_streams.userData(userId, diff);
}

void Presence::setConnectionStatus(const QString &userId, const QString &session, const QString &status)
{
    if (m_sessions[userId].contains(session)) {
        m_sessions[userId].insert(session, status);
        settle(userId);
    }
}

void Presence::setDefaultStatus(const QString &userId, const QString &status)
{
    const bool isNews = m_documents.users.find(userId).value("statusDefault"_L1).toString() != status;
    m_documents.users.change(userId, {{u"statusDefault"_s, status}});
    settle(userId);
    if (isNews) {
        m_streams.defaultStatus(m_documents.users.find(userId));
    }
}

void Presence::setStatusText(const QString &userId, const QString &text)
{
    const QJsonObject user = m_documents.users.change(userId, {{u"statusText"_s, text}});
    m_streams.userStatus(user);
    m_streams.userData(userId, {{u"statusText"_s, text}, {u"status"_s, user.value("status"_L1)}});
}

void Presence::setAvailability(const QString &userId, bool isAvailable)
{
    const QJsonObject diff{{u"statusLivechat"_s, isAvailable ? u"available"_s : u"not-available"_s},
                           {u"livechatStatusSystemModified"_s, false}};
    m_documents.users.change(userId, diff);
    m_streams.userData(userId, diff);
}

/// DERIVED (rocketchat-wire.md 2.8): whose hours are open carries them.
bool Presence::isOutsideBusinessHours(const QString &userId) const
{
    return m_settings.isOn(u"Livechat_enable_business_hours"_s)
        && m_documents.users.find(userId).value("openBusinessHours"_L1).toArray().isEmpty();
}

bool Presence::isAvailable(const QString &userId) const
{
    return m_documents.users.find(userId).value("statusLivechat"_L1).toString() == "available"_L1;
}

Refused Presence::mayServe(const QString &userId) const
{
    // Offline alone forbids nothing while Livechat_enabled_when_agent_idle is on (7.7.1).
    const bool isThere = m_settings.isOn(u"Livechat_enabled_when_agent_idle"_s)
        || m_documents.users.find(userId).value("status"_L1).toString() != "offline"_L1;
    if (isAvailable(userId) && isThere) {
        return {};
    }
    return Refusal{u"error-agent-status-service-offline"_s,
                   u"Agent status is offline or Omnichannel service is not active"_s};
}

void Presence::settle(const QString &userId)
{
    const QHash<QString, QString> sessions = m_sessions.value(userId);
    const QString connection = sessions.isEmpty() ? u"offline"_s
        : sessions.values().contains(u"online"_s) ? u"online"_s
                                                  : u"away"_s;
    const QJsonObject before = m_documents.users.find(userId);
    const QString wanted = before.value("statusDefault"_L1).toString(u"online"_s);
    const QString status
        = connection == "offline"_L1 || wanted == "online"_L1 || wanted.isEmpty() ? connection : wanted;
    const bool isNews = before.value("status"_L1).toString() != status;
    const QJsonObject user
        = m_documents.users.change(userId, {{u"status"_s, status}, {u"statusConnection"_s, connection}});
    if (isNews) {
        m_streams.userData(userId, {{u"status"_s, status}});
        m_streams.userStatus(without(user, {u"name"_s})); // which a change of connection does not tell (7.7.1)
    }
}

} // namespace greenline::practice
