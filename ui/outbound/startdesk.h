#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/omnichannel/outbound.h"
#include "ui/outbound/startdraft.h"
#include "ui/outbound/textunderway.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace greenline {

class ProblemBar;
class Session;
class SettingsFile;
class StartDialog;
class StartSupply;

/// The way from the key for a new conversation to its first text, or to the words for what is missing. A text that is
/// on its way goes on when the dialogue is put away; how it ended is then told in the window, and the dialogue waits
/// with all that was typed until somebody opens it. Should the session or the program end first, the next one says what
/// became of the text or that nobody knows, until a person puts that away; and whoever sends the same text again is
/// asked. What was typed and not sent is in the next dialogue, too, unless a person discards it.
class StartDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ProblemBar &problem;
        Clock &clock;
        SettingsFile &settings;
        QWidget &window;
        QAction &newConversation;
    };
    explicit StartDesk(const Needs &needs, QObject *parent = nullptr);
    ~StartDesk() override;
    const std::optional<TextUnderway> &sending() const { return m_sending; } ///< Nobody has answered yet.

Q_SIGNALS:
    void ended(); ///< What was being sent is answered.

private:
    void start();
    void tellLeftOver();
    void onDismissed(const QString &sentence);
    void onExpired();
    QString whyNot() const;
    void open();
    void onDiscarded();
    void showAgain();
    void onFinished();
    void send(const FirstMessage &message);
    void onSent(const Status &sent);
    void succeed(const TextUnderway &text);
    void remember(const TextUnderway &text, const Status &sent);
    void settle(TextUnderway text, const Status &sent);
    void tell(const TextUnderway &text, const Error &error);

    Needs m_needs;
    TextUnderwayNote m_note;
    StartDraftNote m_draft;
    QList<TextUnderway> m_leftOver; // by earlier sessions, and not yet said
    QPointer<StartDialog> m_dialog;
    StartSupply *m_supply = nullptr; // of the dialogue
    std::optional<TextUnderway> m_sending;
    std::optional<TextUnderway> m_before; // of the same
    QString m_said; // in the window, of
    QList<TextUnderway> m_toldInWindow;
    QList<TextUnderway> m_toldInDialog;
    QString m_noticed; // how it ended while the dialogue was put away
    bool m_isExpired = false;
};

} // namespace greenline
