#pragma once

#include "app/practice/desk.h"

namespace greenline::practice {

struct CloseOrder {
    QString comment = {};
    QStringList tags = {};
    bool byVisitor = false;
    QJsonObject transcript = {}; ///< {email, subject} of the one that the customer is to get.
};

/// The end of an omnichannel conversation (rocketchat-wire.md 2.7): who may close it, what is kept of it, and in which
/// order the streams hear of it.
class Closing
{
public:
    Closing(Documents &documents, const Settings &settings, const Access &access, Streams &streams, Desk &desk,
            const Clock &clock, Release release);

    Refused orderTranscript(const QString &rid, const QJsonObject &order); ///< For the close that comes.
    /// error-invalid-room, error-not-authorized, room-closed, error-comment-is-required and
    /// error-tags-must-be-assigned-before-closing-chat where asked.
    Refused close(const QString &userId, const QString &rid, const CloseOrder &order);

private:
    Refused mayClose(const QString &userId, const QJsonObject &room, const CloseOrder &order) const;
    QJsonObject closingFields(const QJsonObject &room, const QJsonObject &by, const CloseOrder &order) const;
    QJsonObject closingParts(const QJsonObject &by, const CloseOrder &order) const; ///< Of the message that says so.
    void dismissAll(const QString &rid);
    void finish(const QString &rid, const QJsonObject &by, const CloseOrder &order);
    bool isEarlier(int major, int minor) const { return m_release < Release{major, minor}; }
    Documents &m_documents;
    const Settings &m_settings;
    const Access &m_access;
    Streams &m_streams;
    Desk &m_desk;
    const Clock &m_clock;
    Release m_release;
};

} // namespace greenline::practice
