#include "ui/palette/palette.h"

#include "app/omnichannel/conversationstore.h"
#include "app/storage/settingsfile.h"
#include "tests/ui/window.h"
#include "ui/palette/fuzzy.h"
#include "ui/palette/keymap.h"
#include "ui/palette/keysdialog.h"
#include "ui/palette/palettedialog.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A window with three actions and one conversation.
struct Place {
    Place()
        : settings(folder.filePath(u"settings.ini"_s))
        , take(add(u"takeNext"_s, u"Take the next one waiting"_s, QKeySequence(Qt::Key_F2)))
        , close(add(u"closeConversation"_s, u"Close conversation…"_s, QKeySequence(Qt::CTRL | Qt::Key_W)))
        , open(add(u"palette"_s, u"Command palette"_s, QKeySequence(Qt::CTRL | Qt::Key_K)))
    {
        store.setMe({u"me"_s});
        Room room{.id = {u"r"_s}, .visitor = {.name = u"José Nunes"_s, .phone = u"+4915123456789"_s}};
        room.servedBy = {u"me"_s};
        room.isOpen = true;
        store.applyRoom(room);
        store.applySubscription({.id = {u"s"_s}, .room = {u"r"_s}});
        window.show();
    }
    QAction *add(const QString &name, const QString &text, const QKeySequence &keys)
    {
        auto *action = new QAction(text, &window);
        action->setObjectName(name);
        action->setShortcut(keys);
        window.addAction(action);
        return action;
    }
    Palette::Needs needs()
    {
        return {store, settings, window, *open, [this](const RoomId &room) { opened = room; }};
    }
    PaletteDialog *dialog() { return window.findChild<PaletteDialog *>(); }
    QLineEdit *edit() { return named<QLineEdit>(window, u"Command"_s); }
    QListView *list() { return named<QListView>(window, u"Command results"_s); }
    QString first() { return list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); }

    QTemporaryDir folder;
    QWidget window;
    SettingsFile settings;
    ConversationStore store;
    QAction *take;
    QAction *close;
    QAction *open;
    RoomId opened;
};

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scoresWhatIsMeantHigher_data();
    void scoresWhatIsMeantHigher();
    void doesNotAnswerOtherLetters();
    void runsAnAction();
    void opensAConversationByNumber();
    void saysWhyAnActionCannotBeDone();
    void putsWhatWasUsedLastFirst();
    void keysAreChangedAndKept();
    void namesWhoHasTheKeys();
    void everythingGoesBackToStandard();
};

void PaletteTest::scoresWhatIsMeantHigher_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("the beginning of a word") << u"on"_s << u"Place on hold"_s << u"Jump to a conversation"_s;
    QTest::newRow("the whole as typed") << u"close"_s << u"Close conversation"_s << u"Clear all old selections"_s;
    QTest::newRow("first letters") << u"tn"_s << u"Take next"_s << u"Attention"_s;
    QTest::newRow("the shorter") << u"take"_s << u"Take"_s << u"Take the next one waiting"_s;
    QTest::newRow("accents") << u"jose"_s << u"José"_s << u"Join other sessions"_s;
}

void PaletteTest::scoresWhatIsMeantHigher()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const std::optional<int> high = fuzzyScore(better, typed);
    const std::optional<int> low = fuzzyScore(worse, typed);
    QVERIFY(high && low);
    QVERIFY2(*high > *low, qPrintable(u"%1 and %2"_s.arg(*high).arg(*low)));
}

void PaletteTest::doesNotAnswerOtherLetters()
{
    QVERIFY(!fuzzyScore(u"Take"_s, u"kt"_s));
    QVERIFY(!fuzzyScore(u"Take"_s, u"takes"_s));
    QVERIFY(fuzzyScore(u"Take"_s, u" "_s));
}

void PaletteTest::runsAnAction()
{
    Place place;
    const Palette palette(place.needs());
    int taken = 0;
    connect(place.take, &QAction::triggered, this, [&taken] { ++taken; });
    place.open->trigger();
    QVERIFY(place.dialog()->isVisible());
    QTest::keyClicks(place.edit(), u"tak nex"_s);
    QCOMPARE(place.first(), u"Take the next one waiting, F2"_s);
    QTest::keyClick(place.edit(), Qt::Key_Return);
    QCOMPARE(taken, 1);
    QTRY_VERIFY(!place.dialog());
}

void PaletteTest::opensAConversationByNumber()
{
    Place place;
    const Palette palette(place.needs());
    place.open->trigger();
    QTest::keyClicks(place.edit(), u"234567"_s);
    QVERIFY2(place.first().startsWith(u"José Nunes, Mine"_s), qPrintable(place.first()));
    QTest::keyClick(place.edit(), Qt::Key_Return);
    QCOMPARE(place.opened.value, u"r"_s);
}

void PaletteTest::saysWhyAnActionCannotBeDone()
{
    Place place;
    const Palette palette(place.needs());
    place.close->setEnabled(false);
    place.close->setToolTip(u"The permission close-livechat-room is missing."_s);
    bool isRun = false;
    connect(place.close, &QAction::triggered, this, [&isRun] { isRun = true; });
    place.open->trigger();
    QTest::keyClicks(place.edit(), u"close"_s);
    QVERIFY(place.first().contains(u"close-livechat-room"_s));
    QTest::keyClick(place.edit(), Qt::Key_Return);
    QVERIFY(!isRun);
    QVERIFY(place.dialog()->isVisible());
    QVERIFY(says(*place.dialog(), u"The permission close-livechat-room is missing."_s));
}

void PaletteTest::putsWhatWasUsedLastFirst()
{
    Place place;
    const Palette palette(place.needs());
    place.open->trigger();
    QVERIFY(place.first().startsWith(u"Take"_s));
    QTest::keyClicks(place.edit(), u"close"_s);
    QTest::keyClick(place.edit(), Qt::Key_Return);
    QTRY_VERIFY(!place.dialog());
    place.open->trigger();
    QVERIFY2(place.first().startsWith(u"Close"_s), qPrintable(place.first()));
}

void PaletteTest::keysAreChangedAndKept()
{
    Place place;
    {
        KeyMap keys(place.window, place.settings);
        KeysDialog dialog(keys, &place.window);
        auto *list = named<QTreeWidget>(dialog, u"Shortcuts"_s);
        list->setCurrentItem(list->topLevelItem(0)->child(0));
        named<QKeySequenceEdit>(dialog, u"New keys"_s)->setKeySequence(QKeySequence(Qt::Key_F4));
        dialog.show();
        button(dialog, u"Use these keys"_s)->click();
        QCOMPARE(place.take->shortcut(), QKeySequence(Qt::Key_F4));
        QCOMPARE(list->topLevelItem(0)->child(0)->text(1), u"F4"_s);
    }
    place.take->setShortcut(QKeySequence(Qt::Key_F2)); // as a new start makes it
    const KeyMap again(place.window, place.settings);
    QCOMPARE(place.take->shortcut(), QKeySequence(Qt::Key_F4));
    QCOMPARE(again.standardKeys(*place.take), QKeySequence(Qt::Key_F2));
}

void PaletteTest::namesWhoHasTheKeys()
{
    Place place;
    KeyMap keys(place.window, place.settings);
    KeysDialog dialog(keys, &place.window);
    dialog.show();
    auto *list = named<QTreeWidget>(dialog, u"Shortcuts"_s);
    list->setCurrentItem(list->topLevelItem(0)->child(0));
    named<QKeySequenceEdit>(dialog, u"New keys"_s)->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_W));
    button(dialog, u"Use these keys"_s)->click();
    QVERIFY(says(dialog, u"Ctrl+W belongs to “Close conversation…”"_s));
    QCOMPARE(place.take->shortcut(), QKeySequence(Qt::Key_F2));
}

void PaletteTest::everythingGoesBackToStandard()
{
    Place place;
    KeyMap keys(place.window, place.settings);
    keys.setKeys(*place.take, {});
    keys.setKeys(*place.close, QKeySequence(Qt::Key_F9));
    QVERIFY(keys.isChanged(*place.take) && keys.isChanged(*place.close));
    keys.resetAll();
    QCOMPARE(place.take->shortcut(), QKeySequence(Qt::Key_F2));
    QCOMPARE(place.settings.text(u"keys"_s), QString());
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
