#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/omnichannel/outbound.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace greenline {

class SettingsFile;

/// What was typed and chosen for a first text.
struct StartDraft {
    QString recipient = {}; ///< As typed.
    FirstMessage message = {}; ///< Of the template its name and language alone.
    QHash<QString, QStringList> typed = {}; ///< Into each template, as TemplateField names them.
    bool isEmpty() const;
};

/// Keeps it over the end of the dialogue, the session and the program, whatever ends those, until it is sent or a
/// person discards it. As the drafts of replies it is written down at most one second after a key press, and on
/// flush().
class StartDraftNote : public QObject
{
    Q_OBJECT
public:
    StartDraftNote(SettingsFile &settings, Clock &clock, const QString &accountKey);
    std::optional<StartDraft> kept() const;
    void set(const StartDraft &draft); ///< An empty one is nothing to keep.
    void forget(); ///< At once.
    void flush();

Q_SIGNALS:
    void storageFailed(const greenline::Error &error);
    void stored(); ///< It was written down, so whatever storageFailed told is over.

private:
    SettingsFile &m_settings;
    QString m_key;
    QByteArray m_bytes;
    bool m_isUnwritten = false;
    Alarm m_alarm;
};

} // namespace greenline
