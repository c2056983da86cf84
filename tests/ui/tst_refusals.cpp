#include "refusalplace.h"

#include "tests/ui/window.h"
#include "ui/composer/cannedpopup.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/transcriptoption.h"
#include "ui/lists/bulkbar.h"
#include "ui/lists/listbar.h"
#include "ui/outbound/startdialog.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace greenline;

using Why = Verdict::Why;

/// Whatever an account, a licence or a setting takes away: no dead button, no raw error, and the words say what is
/// missing.
class RefusalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void aKeyIsNeverSilent_data();
    void aKeyIsNeverSilent();
    void everyAbilityIsLookedAt();
    void cleanupTestCase() { m_place.reset(); }

private:
    RefusalPlace *placeOf(const QString &version);

    QString m_version;
    std::unique_ptr<RefusalPlace> m_place; ///< One for all rows of a version: what a row takes away, it gives back.
};

namespace {

const QStringList versions{u"3.11"_s, u"6.13"_s, u"8.8"_s};

/// What offers an ability, and before which conversation.
struct Control {
    Ability ability;
    Stage stage;
    const char *action = nullptr; ///< Its object name; null: there is none.
    const char *button = nullptr; ///< Its accessible name.
};

constexpr std::array controls{
    Control{Ability::Take, Stage::Queue, "takeNext", "Take"},
    Control{Ability::Forward, Stage::Mine, "forward", "Forward"},
    Control{Ability::ReturnToQueue, Stage::Mine, "returnToQueue", "Return to queue"},
    Control{Ability::ReturnToQueue, Stage::Mine, "returnAll"},
    Control{Ability::Hold, Stage::Mine, "hold", "Place on hold"},
    Control{Ability::Resume, Stage::OnHold, "hold", "Resume"},
    Control{Ability::Close, Stage::Mine, "closeConversation", "Close conversation"},
    Control{Ability::Close, Stage::OnHold, "closeConversation", "Close conversation"},
    Control{Ability::TakeOver, Stage::Elsewhere, nullptr, "Take over"},
    Control{Ability::JoinAsObserver, Stage::Elsewhere, nullptr, "Join as observer"},
    Control{Ability::Attach, Stage::Mine, "attach", "Attach"},
    Control{Ability::SeeManagerBoard, Stage::Mine, "managerBoard"},
    Control{Ability::SetUpSms, Stage::Mine, "smsSetup"},
    Control{Ability::Outbound, Stage::Mine, "newConversation"},
};

/// How a sentence names what is missing.
QString nameOf(const Verdict &need)
{
    return need.what == "Livechat_Routing_Method"_L1 ? u"there is no queue"_s : need.what;
}

/// Hidden, or disabled with words; empty when it is.
QString faultOfButton(const QWidget &parent, const QString &name, const QString &missing)
{
    const QAbstractButton *one = button(parent, name);
    if (!one) {
        return {};
    }
    if (one->isEnabled()) {
        return u"the button %1 is enabled"_s.arg(name);
    }
    const bool isSaid = one->toolTip().contains(missing) && one->accessibleDescription().contains(missing);
    return isSaid ? QString() : u"the button %1 says \"%2\""_s.arg(name, one->toolTip());
}

QString faultOfAction(RefusalPlace &place, const char *name, const QString &missing)
{
    QAction *action = place.action(name);
    place.press(action);
    place.isSoon([&] { return !place.problem().isEmpty(); });
    const QString said = place.problem();
    const QStringList dialogs = place.dialogs();
    place.tidy();
    if (!dialogs.isEmpty()) {
        return u"the action %1 opened %2"_s.arg(QLatin1StringView(name), dialogs.join(u' '));
    }
    return said.contains(missing) ? QString() : u"the action %1 says \"%2\""_s.arg(QLatin1StringView(name), said);
}

QStringList faultsOfControl(RefusalPlace &place, const Control &control, const QString &missing)
{
    QStringList faults;
    if (!place.show(control.stage)) {
        return {u"no conversation of stage %1"_s.arg(static_cast<int>(control.stage))};
    }
    if (control.button) {
        faults.append(faultOfButton(*place.desk, QString::fromLatin1(control.button), missing));
    }
    if (control.action) {
        faults.append(faultOfAction(place, control.action, missing));
    }
    return faults;
}

QStringList faultsOfBulk(RefusalPlace &place, Ability ability, const QString &missing)
{
    static const QHash<Ability, QString> names{{Ability::Forward, u"Forward 2 conversations"_s},
                                               {Ability::ReturnToQueue, u"Return 2 to queue"_s},
                                               {Ability::Close, u"Close 2 conversations"_s}};
    if (!names.contains(ability)) {
        return {};
    }
    place.show(Stage::Queue);
    place.markMine();
    const auto &bar = *place.desk->findChild<BulkBar *>();
    return {bar.isVisible() ? faultOfButton(bar, names.value(ability), missing) : u"nothing can be marked"_s};
}

/// The list opens all the same, for snippets need nothing; it says why the workspace's own are not in it.
QStringList faultsOfCanned(RefusalPlace &place, const QString &missing)
{
    place.show(Stage::Mine);
    place.press(place.action("cannedResponses"));
    auto *popup = place.window.findChild<CannedPopup *>();
    const bool isSaid = popup->isVisible() && says(*popup, missing);
    popup->hide();
    return {isSaid ? QString() : u"the canned responses do not say it"_s};
}

QStringList faultsOfCustomer(RefusalPlace &place, const QString &missing)
{
    QStringList faults;
    place.show(Stage::Mine);
    for (const QString &name : {u"Customer name"_s, u"Customer e-mail"_s}) {
        const auto *edit = named<QLineEdit>(*place.desk, name);
        const bool isSaid = edit->toolTip().contains(missing) && edit->accessibleDescription().contains(missing);
        if (!edit->isReadOnly() || !isSaid) {
            faults.append(u"%1 says \"%2\""_s.arg(name, edit->accessibleDescription()));
        }
    }
    return faults;
}

/// Hidden at the close, of one and of several.
QStringList faultsOfTranscript(RefusalPlace &place)
{
    QStringList faults;
    const auto look = [&](const QString &where) {
        const auto *dialog = place.window.findChild<CloseDialog *>();
        if (!dialog || dialog->findChild<TranscriptOption *>()->isVisible()) {
            faults.append(u"a transcript is offered %1"_s.arg(where));
        }
        place.tidy();
        place.isSoon([&] { return !place.window.findChild<CloseDialog *>(); });
    };
    place.show(Stage::Mine);
    place.press(place.action("closeConversation"));
    look(u"for one"_s);
    place.markMine();
    button(*place.desk->findChild<BulkBar *>(), u"Close 2 conversations"_s)->click();
    look(u"for several"_s);
    return faults;
}

QStringList faultsOfAll(RefusalPlace &place, const QString &missing)
{
    const QList<QAction *> actions = place.desk->findChild<ListBar *>()->findChildren<QAction *>();
    const auto all = std::find_if(actions.cbegin(), actions.cend(),
                                  [](const QAction *one) { return one->text().startsWith(u"All,"_s); });
    const bool isRight
        = !(*all)->isEnabled() && (*all)->toolTip().contains(missing) && (*all)->whatsThis().contains(missing);
    return {isRight ? QString() : u"everybody's conversations are still offered"_s};
}

/// The dialogue opens all the same, and says what may not be chosen in it.
QStringList faultsOfAnswer(RefusalPlace &place, const QString &missing)
{
    if (!missing.startsWith("outbound.can-"_L1)) {
        return {}; // else starting itself is refused
    }
    place.isSoon([&] { return place.abilities().verdict(Ability::Outbound) == Verdict(); }); // given back before
    place.press(place.action("newConversation"));
    const auto *dialog = place.window.findChild<StartDialog *>();
    const bool isSaid = dialog && says(*dialog, missing);
    place.tidy();
    place.isSoon([&] { return !place.window.findChild<StartDialog *>(); });
    return {isSaid ? QString() : u"the dialogue for a new conversation does not say it"_s};
}

QStringList faultsOfOthers(RefusalPlace &place, Ability ability, const QString &missing)
{
    switch (ability) {
    case Ability::CannedResponses:
        return faultsOfCanned(place, missing);
    case Ability::EditCustomer:
        return faultsOfCustomer(place, missing);
    case Ability::SendTranscript: // else closing itself is refused
        return missing == "close-livechat-room"_L1 ? QStringList() : faultsOfTranscript(place);
    case Ability::SeeAllConversations:
        return faultsOfAll(place, missing);
    case Ability::AssignAnyDepartment:
    case Ability::AssignAnyAgent:
        return faultsOfAnswer(place, missing);
    default:
        return faultsOfBulk(place, ability, missing);
    }
}

QList<Verdict> permissionsIn(const QString &version)
{
    const Abilities abilities(*parseServerVersion(version));
    QList<Verdict> permissions;
    for (const Ability ability : allAbilities()) {
        const QList<Verdict> needs = abilities.needs(ability);
        std::copy_if(needs.cbegin(), needs.cend(), std::back_inserter(permissions),
                     [&](const Verdict &need) { return need.why == Why::Permission && !permissions.contains(need); });
    }
    return permissions;
}

/// Those that have nothing to do with rights, and nothing to do at all where they lead nowhere: along the list and the
/// messages; and those of the whole program, which the desk does not carry out.
bool isQuiet(const QAction &action)
{
    static const QStringList quiet{u"previousConversation"_s,
                                   u"nextConversation"_s,
                                   u"nextUnread"_s,
                                   u"backToList"_s,
                                   u"focusFilter"_s,
                                   u"goToNewest"_s,
                                   u"goToUnread"_s,
                                   u"undoReturn"_s,
                                   u"holdSend0"_s,
                                   u"reconcile"_s,
                                   u"openWindow"_s,
                                   u"quit"_s,
                                   u"signOut"_s,
                                   u"switchAccount"_s};
    return quiet.contains(action.objectName()) || action.property("minor").toBool();
}

bool isOffered(Ability ability)
{
    static const QList<Ability> inOtherWays{Ability::CannedResponses,     Ability::EditCustomer,
                                            Ability::SendTranscript,      Ability::SeeAllConversations,
                                            Ability::AssignAnyDepartment, Ability::AssignAnyAgent};
    return inOtherWays.contains(ability)
        || std::any_of(controls.begin(), controls.end(),
                       [ability](const Control &one) { return one.ability == ability; });
}

} // namespace

RefusalPlace *RefusalsTest::placeOf(const QString &version)
{
    if (m_version != version) {
        m_version = version;
        m_place = std::make_unique<RefusalPlace>(version);
        if (!m_place->open()) {
            m_place.reset();
        }
    }
    return m_place.get();
}

void RefusalsTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<Verdict>("need");
    for (const QString &version : versions) {
        const Abilities abilities(*parseServerVersion(version));
        QStringList seen;
        for (const Ability ability : allAbilities()) {
            const QList<Verdict> needs = abilities.needs(ability);
            for (const Verdict &need : needs) {
                if (!seen.contains(need.what)) {
                    seen.append(need.what);
                    QTest::addRow("%s without %s", qPrintable(version), qPrintable(need.what)) << version << need;
                }
            }
        }
    }
}

void RefusalsTest::saysWhatIsMissing()
{
    QFETCH(QString, version);
    QFETCH(Verdict, need);
    RefusalPlace *place = placeOf(version);
    QVERIFY(place);
    QStringList faults;
    place->take(need);
    for (const Ability ability : allAbilities()) {
        if (!place->abilities().needs(ability).contains(need)) {
            continue;
        }
        if (!place->isSoon([&] { return place->abilities().verdict(ability) == need; })) {
            faults.append(u"ability %1 is not refused"_s.arg(static_cast<int>(ability)));
        }
        for (const Control &control : controls) {
            if (control.ability == ability) {
                faults += faultsOfControl(*place, control, nameOf(need));
            }
        }
        faults += faultsOfOthers(*place, ability, nameOf(need));
        if (const QString raw = rawCodeIn(place->allWords().remove(need.what)); !raw.isEmpty()) {
            faults.append(u"a person reads "_s + raw);
        }
    }
    place->tidy();
    place->giveBack(need);
    faults.removeAll(QString());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"; "_s)));
}

void RefusalsTest::aKeyIsNeverSilent_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<Stage>("stage");
    for (const QString &version : versions) {
        QTest::addRow("%s, before the queue", qPrintable(version)) << version << Stage::Queue;
        QTest::addRow("%s, before one's own", qPrintable(version)) << version << Stage::Mine;
        QTest::addRow("%s, before nothing", qPrintable(version)) << version << Stage::Closed;
    }
}

/// Nothing is permitted: every action does what needs no permission, or says what is missing.
void RefusalsTest::aKeyIsNeverSilent()
{
    QFETCH(QString, version);
    QFETCH(Stage, stage);
    RefusalPlace *place = placeOf(version);
    QVERIFY(place);
    const QList<Verdict> taken = permissionsIn(version);
    std::for_each(taken.cbegin(), taken.cend(), [&](const Verdict &need) { place->take(need); });
    QVERIFY(place->isSoon([&] { return !place->abilities().may(Ability::SeeManagerBoard); }));
    QStringList faults;
    const QList<QAction *> actions = place->window.QWidget::actions();
    for (QAction *action : actions) {
        if (isQuiet(*action)) {
            continue;
        }
        place->show(Stage::Closed);
        place->show(stage);
        const QString before = place->state();
        place->press(action);
        if (!place->isSoon([&] { return place->state() != before; })) {
            faults.append(action->objectName() + u" does nothing"_s);
        }
        if (const QString raw = rawCodeIn(place->problem()); !raw.isEmpty()) {
            faults.append(action->objectName() + u" says "_s + raw);
        }
        place->tidy();
    }
    std::for_each(taken.cbegin(), taken.cend(), [&](const Verdict &need) { place->giveBack(need); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"; "_s)));
}

/// What comes to be able to do in the program has to come to this table, too.
void RefusalsTest::everyAbilityIsLookedAt()
{
    // Not offered anywhere by itself: closing is offered for one's own alone, searching needs nothing, and oneself is
    // one of those whom one may choose.
    const QList<Ability> withoutAControl{Ability::CloseOthers, Ability::SearchServer, Ability::AssignMyself};
    for (const Ability ability : allAbilities()) {
        QVERIFY2(isOffered(ability) != withoutAControl.contains(ability), qPrintable(QString::number(int(ability))));
    }
}

QTEST_MAIN(RefusalsTest)
#include "tst_refusals.moc"
