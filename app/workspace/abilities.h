#pragma once

#include "app/rest/serverfeatures.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace greenline {

/// What an agent or a manager may be able to do in a workspace.
enum class Ability {
    Take,
    Forward, ///< To a department or an agent.
    ReturnToQueue,
    Hold,
    Resume,
    Close, ///< A conversation of one's own.
    CloseOthers,
    TakeOver, ///< Somebody else's conversation.
    JoinAsObserver,
    SendTranscript, ///< By e-mail, at the close.
    EditCustomer,
    CannedResponses, ///< The server's; local snippets need nothing.
    Attach,
    Outbound, ///< Starting a conversation.
    AssignAnyDepartment, ///< The answer to a conversation that one starts; else one's own departments.
    AssignAnyAgent,
    AssignMyself,
    SeeAllConversations,
    SeeManagerBoard,
    SearchServer,
    SetUpSms ///< And see its health.
};

/// Whether something can be done, and if not, what is missing.
struct Verdict {
    enum class Why {
        None, ///< Nothing is missing.
        Permission, ///< what: its id, "transfer-livechat-guest"
        Licence, ///< what: the module, "livechat-enterprise"
        Setting, ///< what: its id, "Livechat_allow_manual_on_hold"
        ServerTooOld, ///< what: the first version that can
        Unknown ///< Not told, or not yet: to be tried, and the workspace's refusal explained.
    };
    bool isAllowed = true;
    Why why = Why::None;
    QString what = {};
    bool operator==(const Verdict &) const = default;
};

/// What the signed-in account can do here, by the server's version, its permissions, the licence and the settings, in
/// this order. Whoever offers something asks here; nothing else knows permissions by name.
class Abilities : public QObject
{
    Q_OBJECT
public:
    explicit Abilities(ServerVersion version, QObject *parent = nullptr);

    Verdict verdict(Ability ability) const;
    /// What an ability hangs on in this workspace, each as the refusal that it would be.
    QList<Verdict> needs(Ability ability) const;
    bool may(Ability ability) const { return verdict(ability).isAllowed; }

    void setVersion(ServerVersion version);
    void setPermissions(const QSet<QString> &granted); ///< Of all the account's roles together.
    void setPermission(const QString &permission, bool isGranted); ///< One of them; nothing before all are known.
    void setModules(const std::optional<QSet<QString>> &modules); ///< Of the licence; nothing: not told.
    void setSwitches(const QHash<QString, bool> &switches); ///< Those of switchIds() that the workspace has.
    void setSwitch(const QString &id, bool isOn); ///< Others than those of switchIds() change nothing.
    static QStringList switchIds(); ///< Public settings that decide something.

Q_SIGNALS:
    void changed();

private:
    std::optional<bool> isMet(const Verdict &need) const; ///< Nothing: not known.

    ServerVersion m_version;
    std::optional<QSet<QString>> m_granted;
    std::optional<QSet<QString>> m_modules;
    std::optional<QHash<QString, bool>> m_switches;
};

} // namespace greenline
