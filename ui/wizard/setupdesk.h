#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/then.h"
#include "app/http/httpclient.h"
#include "app/twilio/twiliotypes.h"
#include "ui/wizard/wizarddraft.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QAction;
class QToolButton;

namespace greenline {

class ArrivalFeed;
class Checkup;
class ProblemBar;
class SecretStore;
class Session;
class SettingsFile;
class WizardWindow;
struct SetupPlan;

/// Opens the set-up of SMS where the account may see it, else says what is missing. Looks every week by itself whether
/// it still holds, where the token or an API key is kept, and after the workspace got another version.
class SetupDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        Clock &clock;
        SettingsFile &settings;
        SecretStore *secrets; ///< Null: no keyring; nothing is kept.
        ProblemBar &problem;
        QWidget &window;
        std::function<void(QWidget *)> addTool; ///< To the top bar, which takes it.
        std::function<void(const RoomId &)> open;
    };
    struct Switches {
        QAction &setUp;
        QAction &health;
    };
    SetupDesk(const Needs &needs, const Switches &switches, QObject *parent = nullptr);
    ~SetupDesk() override;

private:
    enum class Look { Asked, Quiet };
    QString refusal() const;
    void showAbility();
    void open();
    void openHealth();
    bool prepare(); ///< False: the account may not; it was said.
    void adoptSettings();
    bool adoptProvider(SetupPlan &plan); ///< The workspace's, where nobody has chosen one.
    bool isAdopted(const SetupPlan &plan) const;
    bool adoptAccount(SetupPlan &plan); ///< The one it names, for Health where nothing was set up from here.
    void readLogin(const std::function<void()> &then);
    void readKey(const std::function<void()> &then);
    void readToken(const std::function<void()> &then);
    void useKey(const QString &kept);
    void useToken(const QString &token);
    void adoptKept(const SetupPlan &plan);
    void showWindow(const QString &page);
    void openConversation(const RoomId &room);
    void remember();
    void onKeeping();
    void keepLogin();
    void keepKey(const TwilioLogin &login);
    void keepToken(const TwilioLogin &login);
    void dropKey();
    void dropToken();
    Then<Done> told(); ///< What a keyring refuses.
    bool hasHeld(const QString &check) const;
    void onFinished();
    void lookIfDue();
    void tellDrift();

    Needs m_needs;
    Switches m_switches;
    HttpClient m_http; // its own: nothing of the console's waits behind it
    DraftFile m_file;
    WizardDraft m_draft;
    std::unique_ptr<Checkup> m_checkup;
    std::unique_ptr<ArrivalFeed> m_feed;
    QPointer<WizardWindow> m_wizard;
    QToolButton *m_drift;
    Alarm m_next;
    TwilioLogin m_kept; ///< As the keyring has it, by the token.
    TwilioLogin m_keptKey; ///< Likewise, by an API key.
    QString m_adopted; ///< The account that the workspace named; nobody has entered it.
    bool m_isProviderKnown = false;
    bool m_isHealth = false; ///< It was asked for, and not the set-up.
    Look m_look = Look::Asked;
};

} // namespace greenline
