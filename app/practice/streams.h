#pragma once

#include "app/practice/access.h"
#include "app/practice/release.h"

#include <QJsonArray>
#include <QObject>

namespace greenline::practice {

/// One event of a stream. It goes to every connection that subscribed to it, or to those of one user only.
struct StreamNotice {
    QString stream; ///< "stream-notify-user"
    QString event; ///< "<uid>/rooms-changed"
    QJsonArray args;
    QString onlyFor = {}; ///< A user id, or empty.
    QString except = {}; ///< The session that caused it and does not get it back.
};

/// Tells the connections what happened, in the shapes of the release that is played (rocketchat-wire.md 3, 11, 12).
/// Whoever changes a document says so here; nothing is told by itself.
class Streams : public QObject
{
    Q_OBJECT
public:
    enum class Change { Inserted, Updated, Removed };
    Streams(Documents &documents, const Access &access, const Clock &clock, Release release, QObject *parent = nullptr);

    void message(const QJsonObject &message); ///< Saved or changed: room-messages/<rid> and __my_messages__.
    void messageDeleted(const QJsonObject &message);
    void room(Change change, const QJsonObject &room); ///< To those who have a subscription, and room-data.
    void roomFor(Change change, const QJsonObject &room, const QString &userId); ///< rooms-changed of one user.
    void subscription(Change change, const QJsonObject &subscription);
    void inquiry(Change change, const QJsonObject &inquiry);
    void queueNotification(const QJsonObject &inquiry); ///< To all available agents who see the queue entry.
    void messageNotification(const QString &userId, const QJsonObject &message, const QJsonObject &room);
    void ephemeral(const QString &userId, const QString &rid,
                   const QString &text); ///< `<uid>/message`: refusals, failed SMS.
    void userData(const QString &userId, const QJsonObject &diff, const QJsonObject &unset = {});
    void defaultStatus(const QJsonObject &user); ///< Chosen anew by the user herself.
    void userStatus(const QJsonObject &user); ///< notify-logged user-status.
    void departmentAgent(const QString &action, const QJsonObject &departmentAgent);
    void forceLogout(const QString &userId);
    void setting(const QJsonObject &setting);
    void permission(const QJsonObject &permission);
    void licence(); ///< Another one, or other modules of it.
    void roomActivity(const QString &event, const QJsonArray &args,
                      const QString &exceptSession); ///< notify-room `<rid>/...`

Q_SIGNALS:
    void told(const greenline::practice::StreamNotice &notice);

private:
    void tell(const QString &stream, const QString &event, const QJsonArray &args, const QString &onlyFor = {});
    Documents &m_documents;
    const Access &m_access;
    const Clock &m_clock;
    Release m_release;
};

} // namespace greenline::practice
