#include "tests/ui/wizardplace.h"
#include "ui/wizard/checkreport.h"
#include "ui/wizard/reporttext.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/times.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the rows of the checks say, and the report.
class WizardRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoMayOnlyLookIsToldSo();
    void theReportIsOfTheLastRun();
    void theReportKeepsWhatIsNobodysBusiness();
    void aTokenInPlaceOfTheAccountIsNotReported();
    void longWordsDoNotWidenThePage();
    void verdictsOfAnEarlierTimeSayWhen();
    void theSummaryCountsWhatThereIs();
    void whatIsUnderWayIsNotCountedAsSkipped();
    void theChosenRowStaysInView();
};

void WizardRowsTest::whoMayOnlyLookIsToldSo()
{
    WizardPlace place;
    place.console.workspace.state().documents.permissions.change(u"edit-privileged-setting"_s,
                                                                 {{u"roles"_s, QJsonArray()}});
    practice::TwilioScene scene;
    scene.numbers = {{{u"phone_number"_s, place.console.workspace.number()}}};
    place.console.workspace.twilio().setScene(scene); // nobody is called
    QVERIFY(place.open());
    QVERIFY(place.rest());
    QVERIFY(says(*place.window, u"not change it"_s));
    QVERIFY(place.press(u"Check"_s));
    QVERIFY(says(*place.window, u"not change it"_s)); // also while the rights are read again
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s) && place.rest());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY(!button(place.page(), u"Save settings"_s)->isEnabled());
    QVERIFY(!says(place.page(), u"has all of it"_s));
    QVERIFY(says(place.page(), u"You cannot save anything here"_s));
    place.select(u"SMS is on, with the right provider"_s);
    QVERIFY2(place.saysRow(u"SMS is on, with the right provider, Failed"_s), qPrintable(place.told()));
    QVERIFY(!button(place.page(), u"Repair"_s)); // it would be refused
    const QString hindered = u"There is a repair, but your account may not carry it out."_s;
    QCOMPARE(place.rows().filter(u"SMS is on, with the right provider"_s).filter(hindered).size(), 1);
    QVERIFY(says(place.page(), hindered));
    QVERIFY(place.rows().filter(u"Pictures go both ways"_s).filter(hindered).isEmpty());
    SetupPlan plan = place.checkup->plan();
    plan.number = place.console.workspace.number();
    place.checkup->setPlan(plan);
    place.window->showPage(u"webhook"_s);
    QVERIFY(place.rest());
    place.select(u"Twilio calls the workspace"_s);
    const QAbstractButton *repair = button(place.page(), u"Repair"_s);
    QVERIFY2(repair, qPrintable(place.told()));
    QVERIFY(!repair->isEnabled());
    QCOMPARE(place.rows().filter(u"Twilio calls the workspace"_s).filter(hindered).size(), 1);
}

void WizardRowsTest::theReportIsOfTheLastRun()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.rest());
    const QString then = place.checkup->checkedAt().toUTC().toString(Qt::ISODate);
    QTRY_VERIFY(place.console.clock.now().toUTC().toString(Qt::ISODate) != then);
    place.window->showPage(u"report"_s);
    QVERIFY(place.press(u"Copy report"_s));
    QVERIFY2(QGuiApplication::clipboard()->text().contains(then), qPrintable(QGuiApplication::clipboard()->text()));
}

void WizardRowsTest::theReportKeepsWhatIsNobodysBusiness()
{
    const QString pasted(32, u'e');
    WizardPlace place;
    practice::Settings &settings = place.console.workspace.state().settings;
    settings.set(u"SSRF_Allowlist"_s, u"intranet.example.com,api.twilio.com"_s);
    settings.set(u"SMS_Twilio_Account_SID"_s, pasted);
    QVERIFY(place.open());
    place.enterLogin();
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    const QUrl workspace = place.console.workspace.url();
    const QJsonDocument report(checkReport(*place.checkup, workspace, place.console.clock.now()));
    const QString text = QString::fromUtf8(report.toJson());
    QVERIFY2(text.contains(u"picture-hosts-unnamed"_s) && text.contains(u"sms-sid-malformed"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"intranet"_s) && !text.contains(pasted), qPrintable(text));
    place.window->showPage(u"report"_s);
    QVERIFY(place.press(u"Copy report"_s));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(!copied.contains(u"intranet"_s) && !copied.contains(pasted), qPrintable(copied));
    QVERIFY2(!place.told().contains(pasted), qPrintable(place.told()));
}

void WizardRowsTest::aTokenInPlaceOfTheAccountIsNotReported()
{
    WizardPlace place;
    QVERIFY(place.open() && place.rest());
    const QString token = place.console.workspace.authToken();
    place.checkup->setPlan({.twilio = {.account = token, .secret = token}});
    place.checkup->runner().runAll();
    QVERIFY(place.rest());
    const QUrl address = place.console.workspace.url();
    const QDateTime now = place.console.clock.now();
    QVERIFY(!setupReportText(*place.checkup, address, now).contains(token));
    const QJsonObject report = checkReport(*place.checkup, address, now);
    QVERIFY(report.contains(u"account"_s) && !QJsonDocument(report).toJson().contains(token.toUtf8()));
}

void WizardRowsTest::longWordsDoNotWidenThePage()
{
    const QString word = u"https://example.com/"_s + QString(900, u'a');
    const QString shown = breakable(u"It is "_s + word + u" now"_s);
    QCOMPARE(QString(shown).remove(QChar(0x200B)), u"It is "_s + word + u" now"_s);
    const QStringList pieces = shown.split(QRegularExpression(u"[\\s\u200B]"_s));
    QVERIFY(std::all_of(pieces.begin(), pieces.end(), [](const QString &piece) { return piece.size() <= 20; }));
    QCOMPARE(breakable(u"https://studio.example.com/flow"_s), u"https://studio.example.com/flow"_s);
    WizardPlace place;
    QVERIFY(place.openAtHook(u"https://example.com/"_s + QString(u"aaaaaaaaaaaaaaaaaa-"_s).repeated(45)));
    place.select(u"Twilio calls the workspace"_s);
    const auto *area = place.page().findChild<QScrollArea *>();
    QVERIFY(says(place.page(), u"aaaaaaaaaaaaaaaaaa-"_s));
    QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
    place.window->resize(580, 440);
    place.window->showPage(u"settings"_s);
    const auto *form = place.page().findChild<QScrollArea *>();
    QTRY_VERIFY(form->widget()->width() <= form->viewport()->width() || form->horizontalScrollBar()->isVisible());
}

void WizardRowsTest::verdictsOfAnEarlierTimeSayWhen()
{
    ManualClock clock;
    WizardPlace place;
    place.time = &clock;
    QVERIFY(place.open() && place.rest());
    const auto dated = [&place] { return place.rows().filter(u"Checked "_s).size(); };
    QCOMPARE(dated(), 0);
    clock.advance(11min);
    QCOMPARE(dated(), place.rows().size()); // in a window that was left open
    QVERIFY(place.press(u"Check"_s) && place.rest());
    QCOMPARE(dated(), 0);
    place.window.reset();
    clock.advance(1ms);
    QVERIFY(place.openWindow());
    QCOMPARE(dated(), place.rows().size()); // they are of the window before
    const QDateTime then = place.checkup->checkedAt(u"workspace.version"_s);
    clock.advance(48h);
    const QString when = u"Tuesday "_s + clockTime(then);
    QVERIFY2(place.saysRow(u"Checked "_s + when + u'.'), qPrintable(place.told()));
    QVERIFY(place.press(u"Check"_s) && place.rest());
    QCOMPARE(dated(), 0);
}

void WizardRowsTest::theSummaryCountsWhatThereIs()
{
    QString atFirst;
    WizardPlace place;
    QVERIFY(place.open());
    place.window->showPage(u"report"_s);
    QVERIFY2(says(place.page(), u"The checks are under way."_s), qPrintable(place.told()));
    place.checkup->runner().cancel();
    QVERIFY2(says(place.page(), u"There are no results now."_s), qPrintable(place.told()));
    place.window->showPage(u"workspace"_s);
    QVERIFY(place.rest());
    place.window->showPage(u"report"_s);
    QVERIFY2(says(place.page(), u"5 passed"_s), qPrintable(place.told()));
    QVERIFY(!says(place.page(), u"0 "_s));
    connect(&place.checkup->runner(), &CheckRunner::planned, this, [&] { atFirst = place.told(); });
    QVERIFY(place.press(u"Check"_s));
    QVERIFY2(atFirst.contains(u"The checks are under way."_s), qPrintable(atFirst));
}

void WizardRowsTest::whatIsUnderWayIsNotCountedAsSkipped()
{
    WizardPlace place;
    QVERIFY(place.openAtHook(place.console.workspace.webhook().toString()));
    const CheckRunner &runner = place.checkup->runner();
    const auto rowsSay = [&place](const QString &verdict) {
        return QString::number(place.rows().filter(u", "_s + verdict).size()) + u' ' + verdict.toLower();
    };
    place.checkup->runner().run(u"sending.test"_s);
    place.window->showPage(u"receiving"_s);
    QVERIFY(place.rest());
    place.window->showPage(u"report"_s);
    place.checkup->arrival().watch();
    QTRY_VERIFY2(place.saysRow(u"A text became a conversation, Checking"_s), qPrintable(place.told()));
    QVERIFY2(place.saysRow(u"A test SMS arrived, Skipped"_s), qPrintable(place.told()));
    QVERIFY2(says(place.page(), rowsSay(u"Skipped"_s)), qPrintable(setupSummary(runner)));
    QVERIFY2(says(place.page(), rowsSay(u"Passed"_s)), qPrintable(setupSummary(runner)));
    const QString report = setupReportText(*place.checkup, place.console.workspace.url(), place.console.clock.now());
    QVERIFY2(report.contains(u"- A text became a conversation: Checking\n"_s), qPrintable(report));
    QVERIFY2(!report.contains(u"It is under way."_s), qPrintable(report));
}

void WizardRowsTest::theChosenRowStaysInView()
{
    WizardPlace place;
    QVERIFY(place.open() && place.rest());
    place.window->showPage(u"report"_s);
    auto *list = named<QListView>(place.page(), u"Checks"_s);
    list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
    const auto isSeen = [list] { return list->viewport()->rect().contains(list->visualRect(list->currentIndex())); };
    QTRY_VERIFY(isSeen());
    place.window->resize(place.window->width(), place.window->height() - 120);
    QTRY_VERIFY(isSeen());
    QVERIFY(place.press(u"Check"_s)); // is told from the beginning
    QCOMPARE(list->currentIndex().row(), 0);
}

QTEST_MAIN(WizardRowsTest)
#include "tst_wizardrows.moc"
