#include "refusalplace.h"

#include "tests/ui/window.h"
#include "ui/conversations/conversationlist.h"
#include "ui/dialogs/problembar.h"
#include "ui/lists/listbar.h"
#include "ui/lists/summarydialog.h"
#include "ui/timeline/conversationview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

constexpr int patience = 2'000;

practice::PracticeOptions everything(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    options.licence = practice::Licence::Enterprise;
    options.moreDepartments = {u"Billing"_s};
    return options;
}

} // namespace

QList<Ability> allAbilities()
{
    QList<Ability> all;
    for (int ability = 0; ability <= static_cast<int>(Ability::SetUpSms); ++ability) {
        all.append(static_cast<Ability>(ability));
    }
    return all;
}

QString rawCodeIn(const QString &words)
{
    static const QRegularExpression code(
        u"(\\berror-[\\w-]+|\\bnot-[a-z]+-[\\w-]+|\\[[a-z][\\w-]+\\]|Meteor\\.Error|"
        "Not_authorized|This_conversation|\\bunauthorized\\b|HTTP \\d+|\\b40[0-9]\\b)"_s);
    return code.match(words).captured(1);
}

RefusalPlace::RefusalPlace(const QString &version)
    : DeskPlace(everything(version))
{
}

bool RefusalPlace::open(Told told)
{
    const Abilities all(*parseServerVersion(console.workspace.state().options.version));
    for (const Ability ability : allAbilities()) {
        const QList<Verdict> needs = all.needs(ability);
        std::for_each(needs.cbegin(), needs.cend(), [this](const Verdict &need) { change(need, true); });
    }
    practice::State &state = console.workspace.state();
    state.settings.set(u"Livechat_allow_manual_on_hold_upon_agent_engagement_only"_s, false);
    m_told = told;
    if (told == Told::Nobody) {
        console.workspace.faults().forbiddenStreams = {u"stream-notify-logged"_s, u"stream-notify-all"_s};
    }
    m_rooms.insert(Stage::Queue, {newRoom(u"+12125550101"_s)});
    m_rooms.insert(Stage::Mine, {newRoom(u"+12125550102"_s)});
    m_second = {newRoom(u"+12125550103"_s)};
    m_rooms.insert(Stage::OnHold, {newRoom(u"+12125550104"_s)});
    m_rooms.insert(Stage::Elsewhere, {newRoom(u"+12125550105"_s)});
    serve(at(Stage::Mine).value, u"ana"_s);
    serve(m_second.value, u"ana"_s);
    serve(at(Stage::OnHold).value, u"ana"_s);
    serve(at(Stage::Elsewhere).value, u"tom"_s);
    state.desk.placeOnHold(console.userId(u"ana"_s), at(Stage::OnHold).value);
    if (!signIn()) {
        return false;
    }
    showDesk();
    QApplication::setActiveWindow(&window);
    Q_EMIT desk->findChild<ListBar *>()->scopeChosen(ListBar::Scope::All);
    return isSoon([this] {
        const QList<Ability> abilities = allAbilities();
        return console.conversations().size() == 5
            && std::all_of(abilities.cbegin(), abilities.cend(), [this](Ability one) {
                   const Verdict verdict = this->abilities().verdict(one);
                   return verdict == Verdict() || verdict.why == Verdict::Why::ServerTooOld;
               });
    });
}

QString RefusalPlace::newRoom(const QString &number)
{
    console.textQuietly(number, u"Hello"_s);
    return console.workspace.state().documents.rooms.all().last().value("_id"_L1).toString();
}

void RefusalPlace::serve(const QString &room, const QString &username)
{
    practice::State &state = console.workspace.state();
    const QString user = console.userId(username);
    state.presence.setAvailability(user, true);
    const QString inquiry = state.documents.inquiries.first(u"rid"_s, room).value("_id"_L1).toString();
    if (const practice::Refused refused = state.desk.take(user, inquiry)) {
        qFatal("not taken: %s", qPrintable(refused->code));
    }
}

void RefusalPlace::take(const Verdict &need)
{
    change(need, false);
}

void RefusalPlace::giveBack(const Verdict &need)
{
    change(need, true);
}

void RefusalPlace::change(const Verdict &need, bool isThere)
{
    switch (need.why) {
    case Verdict::Why::Permission:
        setPermission(need.what, isThere);
        break;
    case Verdict::Why::Licence:
        setModule(need.what, isThere);
        break;
    case Verdict::Why::Setting:
        setSetting(need.what, isThere);
        break;
    default:
        break;
    }
}

void RefusalPlace::setPermission(const QString &permission, bool isGranted)
{
    practice::State &state = console.workspace.state();
    const QJsonArray roles = isGranted ? QJsonArray{u"admin"_s, u"livechat-agent"_s} : QJsonArray{u"admin"_s};
    practice::Collection &permissions = state.documents.permissions;
    const QJsonObject changed = permissions.contains(permission)
        ? permissions.change(permission, {{u"roles"_s, roles}})
        : permissions.insert({{u"_id"_s, permission}, {u"roles"_s, roles}});
    state.streams.permission(changed);
}

void RefusalPlace::setModule(const QString &module, bool isThere)
{
    practice::State &state = console.workspace.state();
    QStringList modules = state.modules();
    modules.removeAll(module);
    if (isThere) {
        modules.append(module);
    }
    state.setModules(modules);
}

void RefusalPlace::setSetting(const QString &setting, bool isOn)
{
    practice::State &state = console.workspace.state();
    if (setting == "Livechat_Routing_Method"_L1) {
        state.settings.set(setting, isOn ? u"Manual_Selection"_s : u"Auto_Selection"_s);
    } else {
        state.settings.set(setting, isOn);
    }
    state.streams.setting(state.documents.settings.find(setting));
}

bool RefusalPlace::show(Stage stage)
{
    const auto &view = *desk->findChild<ConversationView *>();
    auto &list = *desk->findChild<ConversationList *>();
    list.clearChosen();
    list.select(at(stage));
    return isSoon(
        [&] { return view.room() == at(stage) && (stage == Stage::Closed || view.conversation().stage == stage); });
}

void RefusalPlace::markMine()
{
    auto *rows = desk->findChild<ConversationList *>()->findChild<QListView *>();
    Qt::KeyboardModifiers modifiers;
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        const QModelIndex index = rows->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(u"Mine"_s)) {
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, modifiers, rows->visualRect(index).center());
            modifiers = Qt::ControlModifier;
        }
    }
}

QAction *RefusalPlace::action(const char *name) const
{
    return window.findChild<QAction *>(QString::fromLatin1(name));
}

void RefusalPlace::press(QAction *action)
{
    if (action->shortcut().isEmpty()) {
        action->trigger();
    } else {
        QTest::keySequence(&window, action->shortcut());
    }
}

QString RefusalPlace::problem() const
{
    const auto *bar = desk->findChild<ProblemBar *>(QString(), Qt::FindDirectChildrenOnly);
    const auto *sentence = bar->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    const QList<QLabel *> labels = bar->findChildren<QLabel *>();
    QStringList words;
    for (const QLabel *label : labels) {
        if (label->isVisible()) {
            words.append(label->text());
        }
    }
    return sentence ? words.join(u' ').trimmed() : QString();
}

QString RefusalPlace::allWords() const
{
    QStringList words;
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            words.append(label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            words.append(button->text());
        } else if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
            words.append(edit->text() + edit->placeholderText());
        }
        words.append(widget->toolTip());
        words.append(widget->accessibleDescription());
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

QString RefusalPlace::state() const
{
    QStringList parts{allWords(), desk->room().value};
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (widget->isVisible()) {
            parts.append(QString::fromLatin1(widget->metaObject()->className())
                         + (widget->hasFocus() ? u"*"_s : QString()));
        }
    }
    const QList<QAction *> actions = window.QWidget::actions();
    for (const QAction *one : actions) {
        parts.append(one->objectName() + (one->isChecked() ? u" on"_s : u" off"_s));
    }
    std::sort(parts.begin(), parts.end());
    return parts.join(u'\n');
}

QStringList RefusalPlace::newSentences() const
{
    QStringList told = sentences();
    told.removeIf([this](const QString &one) { return m_known.contains(one); });
    return told;
}

QStringList RefusalPlace::sentences() const
{
    QStringList sentences;
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->isVisible() && label->text().endsWith(u'.')) {
            sentences.append(label->text());
        }
        const auto *list = qobject_cast<const QListWidget *>(widget);
        if (list && list->isVisible() && qobject_cast<const SummaryDialog *>(list->window())) {
            for (int row = 0; row < list->count(); ++row) {
                sentences.append(list->item(row)->text());
            }
        }
    }
    return sentences;
}

QString RefusalPlace::rooms()
{
    QStringList rooms;
    const QList<QJsonObject> all = console.workspace.state().documents.rooms.all();
    for (const QJsonObject &room : all) {
        const QString served = room.value("servedBy"_L1).toObject().value("username"_L1).toString();
        rooms.append(u"%1 %2 %3"_s.arg(served, room.value("open"_L1).toVariant().toString(),
                                       room.value("onHold"_L1).toVariant().toString()));
    }
    return rooms.join(u'\n');
}

QStringList RefusalPlace::dialogs() const
{
    QStringList open;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (const QWidget *widget : widgets) {
        if (widget->isVisible() && qobject_cast<const QDialog *>(widget)) {
            open.append(QString::fromLatin1(widget->metaObject()->className()));
        }
    }
    return open;
}

void RefusalPlace::tidy()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible()) {
            dialog->reject();
        } else if (widget->isVisible() && widget != &window) {
            widget->close(); // menus
        }
    }
    desk->findChild<ProblemBar *>(QString(), Qt::FindDirectChildrenOnly)->clear();
    QApplication::setActiveWindow(&window);
}

bool RefusalPlace::isSoon(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, patience);
}
