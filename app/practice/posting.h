#pragma once

#include "app/base/then.h"
#include "app/practice/desk.h"

#include <QJsonObject>

#include <memory>

namespace greenline::practice {

class SmsGateway;
struct SmsOrder;

/// What became of an agent's message.
struct Posted {
    QJsonObject message = {}; ///< As it is kept; empty for a duplicate id.
    Refused refused = {};
    bool isDuplicate = false; ///< The id existed: nothing was stored or texted again (rocketchat-wire.md 2.6).
};

/// Messages into rooms: an agent's (which leaves as an SMS) and a customer's.
class Posting : public QObject
{
    Q_OBJECT
public:
    Posting(Documents &documents, const Settings &settings, const Access &access, Streams &streams, Desk &desk,
            Clock &clock, Release release, QObject *parent = nullptr);
    ~Posting() override;
    void setTwilio(const QUrl &url); ///< Where outgoing SMS are posted.
    void setRestricted(); ///< From now on every message is refused with restricted-workspace, a customer's too.
    bool isRestricted() const { return m_isRestricted; }

    /// chat.sendMessage and the method sendMessage: `message` is what the client gave ({_id?, rid, msg, tmid?…}).
    /// Answered after the provider answered from 6.0 on, at once before. error-invalid-room, error-not-allowed,
    /// error-message-size-exceeded.
    void post(const QString &userId, const QJsonObject &message, const Then<Posted> &then);
    /// The same for a message with a file that is in uploads already (rooms.upload, rooms.mediaConfirm).
    void postFile(const QString &userId, const QString &rid, const QString &uploadId, const QString &text,
                  const Then<Posted> &then);
    QJsonObject fromVisitor(const QJsonObject &visitor, const QString &rid,
                            const QJsonObject &message); ///< A customer's text.
    QJsonObject
    fileMessage(const QString &uploadId) const; ///< {file, files, attachments} of an upload, as the release shows them.

private:
    void save(const QString &userId, const QJsonObject &room, QJsonObject message, const Then<Posted> &then);
    void tellSaved(const QString &userId, const QJsonObject &message, const QJsonObject &shown);
    void tellQuestion(const QJsonObject &room, const QJsonObject &message);
    bool mayPost(const QString &userId, const QJsonObject &room) const;
    SmsOrder smsOf(const QJsonObject &room, const QJsonObject &message) const;
    QString fileRefusal(const QJsonObject &message) const;
    Documents &m_documents;
    const Settings &m_settings;
    const Access &m_access;
    Streams &m_streams;
    Desk &m_desk;
    Clock &m_clock;
    Release m_release;
    bool m_isRestricted = false;
    std::unique_ptr<SmsGateway> m_gateway;
};

} // namespace greenline::practice
