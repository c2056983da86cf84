#pragma once

#include "app/omnichannel/outbound.h"

#include <QString>

#include <optional>

namespace greenline {

class SettingsFile;

/// What was typed and chosen for a first text.
struct StartDraft {
    QString recipient = {}; ///< As typed.
    FirstMessage message = {}; ///< Of the template its name and language alone.
    bool isEmpty() const;
};

/// Keeps it while an expired session is signed in to again; who opens the dialogue then takes it out.
class StartDraftNote
{
public:
    StartDraftNote(SettingsFile &settings, const QString &accountKey);
    void keep(const StartDraft &draft); ///< An empty one is nothing to keep.
    void forget();
    std::optional<StartDraft> take();

private:
    SettingsFile &m_settings;
    QString m_key;
};

} // namespace greenline
