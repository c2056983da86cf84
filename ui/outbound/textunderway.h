#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace greenline {

class SettingsFile;

/// A first text that was sent and of which nobody has been told how it ended.
struct TextUnderway {
    QString recipient = {}; ///< As it was shown.
    QString form = {}; ///< The template, in words.
    QDateTime sentAt = {};
    bool operator==(const TextUnderway &) const = default;
};

/// Keeps it over the end of the session or the program: whatever ends them, the text may have left.
class TextUnderwayNote
{
public:
    TextUnderwayNote(SettingsFile &settings, const QString &accountKey);
    void write(const TextUnderway &text);
    void forget();
    std::optional<TextUnderway> text() const;

private:
    SettingsFile &m_settings;
    QString m_key;
};

} // namespace greenline
