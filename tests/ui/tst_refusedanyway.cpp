#include "refusalplace.h"

#include "tests/ui/window.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/problembar.h"
#include "ui/handover/forwarddialog.h"
#include "ui/lists/listbar.h"
#include "ui/lists/summarydialog.h"
#include "ui/outbound/startdialog.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

using Why = Verdict::Why;

/// The workspace refuses what the console thought that it may: taken away a moment ago, and nobody told. It is said in
/// words, and nothing is shown as done.
class RefusedAnywayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysSoInWords_data();
    void saysSoInWords();
    void cleanupTestCase() { m_place.reset(); }

private:
    RefusalPlace *placeOf(const QString &version);

    QString m_version;
    std::unique_ptr<RefusalPlace> m_place;
};

namespace {

const Verdict withoutServing{false, Why::Permission, u"view-l-room"_s};
const Verdict withoutLicence{false, Why::Licence, u"livechat-enterprise"_s};

Verdict without(const QString &permission)
{
    return {false, Why::Permission, permission};
}

/// Presses a button of the header.
bool press(RefusalPlace &place, const QString &name)
{
    QAbstractButton *one = button(*place.desk, name);
    if (one && one->isEnabled()) {
        place.remember();
        one->click();
        return true;
    }
    return false;
}

using Attempt = std::function<bool(RefusalPlace &)>; ///< False: it could not even be tried.

bool tryToTake(RefusalPlace &place)
{
    return place.show(Stage::Queue) && press(place, u"Take"_s);
}

bool tryToForward(RefusalPlace &place)
{
    if (!place.show(Stage::Mine) || !press(place, u"Forward"_s)) {
        return false;
    }
    auto *dialog = place.window.findChild<ForwardDialog *>();
    auto *departments = named<QListWidget>(*dialog, u"Departments"_s);
    if (place.isSoon([&] { return !departments->findItems(u"Billing"_s, Qt::MatchStartsWith).isEmpty(); })) {
        departments->setCurrentItem(departments->findItems(u"Billing"_s, Qt::MatchStartsWith).first());
        place.remember();
        button(*dialog, u"Forward"_s)->click();
        return true;
    }
    return !place.newSentences().isEmpty(); // without colleagues there is nobody to choose
}

bool tryToReturn(RefusalPlace &place)
{
    place.press(place.action("returnAll"));
    auto *question = place.window.findChild<QMessageBox *>();
    if (question) {
        button(*question, u"Return all"_s)->click();
    }
    return question && place.isSoon([&] { return place.window.findChild<SummaryDialog *>(); });
}

bool tryToHold(RefusalPlace &place)
{
    return place.show(Stage::Mine) && press(place, u"Place on hold"_s);
}

bool tryToResume(RefusalPlace &place)
{
    return place.show(Stage::OnHold) && press(place, u"Resume"_s);
}

bool tryToClose(RefusalPlace &place)
{
    if (!place.show(Stage::Mine) || !press(place, u"Close conversation"_s)) {
        return false;
    }
    auto *dialog = place.window.findChild<CloseDialog *>();
    named<QPlainTextEdit>(*dialog, u"Comment"_s)->setPlainText(u"Done"_s);
    QAbstractButton *yes = button(*dialog, u"Close conversation"_s);
    const bool isReady = place.isSoon([&] { return yes->isEnabled(); });
    place.remember();
    yes->click();
    return isReady;
}

bool tryToTakeOver(RefusalPlace &place)
{
    return place.show(Stage::Elsewhere) && press(place, u"Take over"_s);
}

bool tryToJoin(RefusalPlace &place)
{
    return place.show(Stage::Elsewhere) && press(place, u"Join as observer"_s);
}

bool tryToList(RefusalPlace &place)
{
    Q_EMIT place.desk->findChild<ListBar *>()->scopeChosen(ListBar::Scope::All);
    return true;
}

bool tryToRename(RefusalPlace &place)
{
    if (!place.show(Stage::Mine)) {
        return false;
    }
    auto *name = named<QLineEdit>(*place.desk, u"Customer name"_s);
    if (!place.isSoon([&] { return !name->isReadOnly() || !place.newSentences().isEmpty(); }) || name->isReadOnly()) {
        return true; // they could not even be read
    }
    place.remember();
    name->setText(name->text() + u"x"_s);
    QTest::keyClick(name, Qt::Key_Return);
    return true;
}

bool tryToStart(RefusalPlace &place)
{
    place.press(place.action("newConversation"));
    const auto *dialog = place.window.findChild<StartDialog *>();
    return dialog && place.isSoon([&] { return !dialog->findChild<ProblemBar *>()->isEmpty(); });
}

bool tryToLeave(RefusalPlace &place)
{
    place.press(place.action("toggleAvailability"));
    return true;
}

} // namespace

RefusalPlace *RefusedAnywayTest::placeOf(const QString &version)
{
    if (m_version != version) {
        m_version = version;
        m_place = std::make_unique<RefusalPlace>(version);
        if (!m_place->open(RefusalPlace::Told::Nobody)) {
            m_place.reset();
        }
    }
    return m_place.get();
}

void RefusedAnywayTest::saysSoInWords_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<Verdict>("taken");
    QTest::addColumn<Attempt>("attempt");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        const bool isOld = version == "3.11"_L1;
        const auto row = [&](const char *name, const Verdict &taken, const Attempt &attempt) {
            QTest::addRow("%s: %s", qPrintable(version), name) << version << taken << attempt;
        };
        row("take", withoutServing, tryToTake);
        row("forward", isOld ? withoutServing : without(u"transfer-livechat-guest"_s), tryToForward);
        row("return", withoutServing, tryToReturn);
        row("close", without(u"close-livechat-room"_s), tryToClose);
        row("all", without(u"view-livechat-rooms"_s), tryToList);
        row("customer", version == "8.8"_L1 ? without(u"update-livechat-contact"_s) : withoutServing, tryToRename);
        row("availability", withoutServing, tryToLeave);
        row("take over", isOld ? withoutServing : without(u"transfer-livechat-guest"_s), tryToTakeOver);
        if (version == "8.8"_L1) {
            row("start", without(u"outbound.send-messages"_s), tryToStart);
            row("start, licence", {false, Why::Licence, u"outbound-messaging"_s}, tryToStart);
        }
        if (!isOld) {
            row("hold", without(u"on-hold-livechat-room"_s), tryToHold);
            row("hold, licence", withoutLicence, tryToHold);
            row("resume", withoutServing, tryToResume);
            row("resume, licence", withoutLicence, tryToResume);
            row("join", without(u"view-livechat-rooms"_s), tryToJoin);
        }
    }
}

void RefusedAnywayTest::saysSoInWords()
{
    QFETCH(QString, version);
    QFETCH(Verdict, taken);
    QFETCH(Attempt, attempt);
    RefusalPlace *place = placeOf(version);
    QVERIFY(place);
    place->show(Stage::Closed);
    place->remember();
    const QString rooms = place->rooms();
    place->take(taken);
    const bool isTried = attempt(*place);
    const bool isTold = place->isSoon([&] { return !place->newSentences().isEmpty(); });
    const QStringList told = place->newSentences();
    const QString raw = rawCodeIn(place->allWords());
    place->giveBack(taken);
    place->tidy();
    QVERIFY(isTried);
    QVERIFY(isTold);
    QVERIFY2(raw.isEmpty(), qPrintable(told.join(u'\n')));
    QCOMPARE(place->rooms(), rooms);
}

QTEST_MAIN(RefusedAnywayTest)
#include "tst_refusedanyway.moc"
