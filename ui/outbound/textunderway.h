#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace greenline {

struct FirstMessage;
class SettingsFile;

/// A first text that was sent, and of which nobody knows whether it left or nobody has been told.
struct TextUnderway {
    enum class Ending { Unknown, Sent, Refused };
    QString recipient = {}; ///< As it was shown.
    QString form = {}; ///< The template, in words.
    QDateTime sentAt = {};
    QString number = {}; ///< E.164
    QString print = {}; ///< Tells its words from others; they themselves are not kept.
    Ending ending = Ending::Unknown;
    bool isTold = false; ///< A person has read that nobody knows.
    bool operator==(const TextUnderway &) const = default;
};

/// Of what the customer reads, whichever template it comes from.
QString printOf(const FirstMessage &message);

/// Keeps them over the end of the dialogue, the session and the program: whatever ends those, a text may have left, and
/// the same one is not to leave a second time by accident. One for each person and text, the newest alone when there
/// are many.
class TextUnderwayNote
{
public:
    TextUnderwayNote(SettingsFile &settings, const QString &accountKey);
    Status declare(const TextUnderway &text); ///< Before it leaves; is on the disk then, or nothing may leave.
    void put(const TextUnderway &text); ///< In place of whatever is known of the same.
    void forget(const TextUnderway &text); ///< It is known how it ended, and a person has been told.
    void markTold(const QList<TextUnderway> &texts); ///< These tries, and no later ones of the same.
    QList<TextUnderway> tries() const; ///< Which may have left. Oldest first.
    QList<TextUnderway> untold() const;

private:
    QList<TextUnderway> texts() const;
    void keep(const QList<TextUnderway> &texts);

    SettingsFile &m_settings;
    QString m_key;
};

/// One and the same sending, whatever is known of it.
bool isSameTry(const TextUnderway &one, const TextUnderway &other);
/// The one that went to the same person with the same words.
std::optional<TextUnderway> sameText(const QList<TextUnderway> &texts, const FirstMessage &message);

} // namespace greenline
