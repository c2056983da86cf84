#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace greenline {

struct FirstMessage;
class SettingsFile;

/// A first text that was sent and of which nobody knows whether it left.
struct TextUnderway {
    QString recipient = {}; ///< As it was shown.
    QString form = {}; ///< The template, in words.
    QDateTime sentAt = {};
    QString number = {}; ///< E.164
    QString print = {}; ///< Tells its words from others; they themselves are not kept.
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
    void write(const TextUnderway &text); ///< In place of an earlier try of the same.
    void forget(const TextUnderway &text); ///< It is known how it ended.
    void markTold(const QList<TextUnderway> &texts);
    QList<TextUnderway> texts() const; ///< Oldest first.
    QList<TextUnderway> untold() const;

private:
    void keep(const QList<TextUnderway> &texts);

    SettingsFile &m_settings;
    QString m_key;
};

/// The one that went to the same person with the same words.
std::optional<TextUnderway> sameText(const QList<TextUnderway> &texts, const FirstMessage &message);

} // namespace greenline
