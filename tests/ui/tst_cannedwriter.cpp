#include "app/workspace/abilities.h"
#include "app/workspace/cannedresponses.h"
#include "app/workspace/customercare.h"
#include "app/workspace/snippets.h"
#include "tests/ui/replyplace.h"
#include "ui/composer/cannedpopup.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

practice::PracticeOptions licensed()
{
    practice::PracticeOptions options = Console::quiet();
    options.licence = practice::Licence::Enterprise;
    return options;
}

CannedEntry entry(const QString &shortcut, const QString &text)
{
    return {{.id = shortcut, .shortcut = shortcut, .text = text}, text};
}

QString keptIn(const ReplyPlace &place)
{
    return place.console.session->signedIn().account.key();
}

} // namespace

class CannedWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsShortcutsFirst();
    void writesOneIntoTheReply();
    void leavesOtherTextsAlone();
    void holdsWhatHasAnOpenPlaceholder();
    void keepsSnippetsWithoutALicence();
    void theTabKnowsTheCustomersAddress();
};

void CannedWriterTest::putsShortcutsFirst()
{
    const QList<CannedEntry> all{entry(u"bye"_s, u"See you, and hello to all"_s), entry(u"othello"_s, u"A play"_s),
                                 entry(u"hello"_s, u"Good day"_s)};
    const QList<CannedEntry> fitting = fittingEntries(all, u"Hello"_s);
    QCOMPARE(fitting.size(), 3);
    QCOMPARE(fitting.at(0).response.shortcut, u"hello"_s);
    QCOMPARE(fitting.at(1).response.shortcut, u"othello"_s);
    QCOMPARE(fittingEntries(all, u"nothing"_s).size(), 0);
}

void CannedWriterTest::writesOneIntoTheReply()
{
    ReplyPlace place(licensed());
    QVERIFY(place.open());
    QTRY_VERIFY(place.console.session->canned().all().size() >= 4);
    QTest::keyClicks(&place.reply(), u"Marta! /gr"_s);
    auto *popup = place.window.findChild<CannedPopup *>();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QVERIFY2(place.composer().text().startsWith(u"Marta! Hello, this is Ana"_s), qPrintable(place.composer().text()));
    QVERIFY(!place.composer().text().contains(u"{{"_s));
    QCOMPARE(place.console.sent(), 0);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_COMPARE(place.console.sent(), 1);
}

void CannedWriterTest::leavesOtherTextsAlone()
{
    ReplyPlace place(licensed());
    QVERIFY(place.open());
    QTRY_VERIFY(!place.console.session->canned().all().isEmpty());
    auto *popup = place.window.findChild<CannedPopup *>();
    QTest::keyClicks(&place.reply(), u"Hi! and/or"_s);
    QVERIFY(!popup->isVisible());
    QTest::keyClicks(&place.reply(), u" !"_s);
    QVERIFY(popup->isVisible());
    QTest::keyClick(&place.reply(), Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QTest::keyClicks(&place.reply(), u"h"_s); // was sent away
    QVERIFY(!popup->isVisible());
    QCOMPARE(place.composer().text(), u"Hi! and/or !h"_s);
    QCOMPARE(place.desk->room(), place.room); // Escape was for the list
}

void CannedWriterTest::holdsWhatHasAnOpenPlaceholder()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QTest::keyClicks(&place.reply(), u"We wrote to {{contact.email}}"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QVERIFY(place.told().contains(u"contact.email"_s));
    QCOMPARE(place.composer().text(), u"We wrote to {{contact.email}}"_s);
    QTest::keyClicks(&place.reply(), u"you"_s); // it was selected
    QCOMPARE(place.composer().text(), u"We wrote to you"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTRY_COMPARE(place.console.sent(), 1);
}

void CannedWriterTest::keepsSnippetsWithoutALicence()
{
    ReplyPlace place;
    QVERIFY(place.open());
    button(place.window, u"Canned responses"_s)->click();
    auto *popup = place.window.findChild<CannedPopup *>();
    QVERIFY(popup->isVisible());
    QTRY_VERIFY(!place.console.session->abilities().may(Ability::CannedResponses));
    button(*popup, u"My snippets…"_s)->click();
    named<QLineEdit>(place.window, u"Shortcut"_s)->setText(u"ty"_s);
    named<QPlainTextEdit>(place.window, u"Text"_s)->setPlainText(u"Thank you, {{contact.phone}}"_s);
    auto *dialog = named<QDialog>(place.window, u"My snippets"_s);
    button(*dialog, u"Save"_s)->click();
    QCOMPARE(Snippets(place.settings, keptIn(place)).all().size(), 1);
    QCOMPARE(Snippets(place.settings, u"another"_s).all().size(), 0);
    button(*dialog, u"Close"_s)->click();
    place.window.actions().cannedResponses->trigger();
    QTest::keyClicks(&place.reply(), u"ty"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Tab);
    QCOMPARE(place.composer().text(), u"Thank you, "_s + place.customer);
}

void CannedWriterTest::theTabKnowsTheCustomersAddress()
{
    ReplyPlace place(licensed());
    place.prepare = [&place] {
        Snippets(place.settings, keptIn(place)).put({.shortcut = u"mail"_s, .text = u"Sent to {{contact.email}}"_s});
    };
    QVERIFY(place.open());
    auto *tabs = named<QTabBar>(place.window, u"About the customer"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) == u"Canned"_s) {
            tabs->setCurrentIndex(tab);
        }
    }
    auto *filter = named<QLineEdit>(place.window, u"Filter canned responses"_s);
    auto *list = named<QListView>(place.window, u"Canned responses of this conversation"_s);
    QVERIFY(filter->isVisible());
    QTRY_VERIFY(list->model()->rowCount() >= 5);
    filter->setText(u"mail"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(says(place.window, u"contact.email is not known"_s));
    const CustomerKey key{place.room, place.console.only()->visitor};
    Awaited<FactSaved> saved;
    place.console.session->care().customers.save(key, {CustomerFact::Kind::Email}, {}, u"marta@example.com"_s,
                                                 saved.then(&place.console));
    QTRY_VERIFY(says(place.window, u"Sent to marta@example.com"_s));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(place.composer().text(), u"Sent to marta@example.com"_s);
    QVERIFY(place.reply().hasFocus());
    place.composer().edit().clear();
    const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(place.composer().text(), QString());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(place.composer().text(), u"Sent to marta@example.com"_s);
}

QTEST_MAIN(CannedWriterTest)
#include "tst_cannedwriter.moc"
