#include "ui/dialogs/closedialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

template <typename Widget>
Widget *named(const QWidget &parent, const QString &name)
{
    const QList<Widget *> all = parent.findChildren<Widget *>();
    for (Widget *one : all) {
        if (one->accessibleName() == name) {
            return one;
        }
    }
    return nullptr;
}

QPushButton *closeButton(const QWidget &dialog)
{
    const QList<QPushButton *> all = dialog.findChildren<QPushButton *>();
    for (QPushButton *one : all) {
        if (one->text() == u"Close conversation"_s) {
            return one;
        }
    }
    return nullptr;
}

bool says(const QWidget &dialog, const QString &part)
{
    const QList<QLabel *> all = dialog.findChildren<QLabel *>();
    return std::any_of(all.cbegin(), all.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(&dialog) && label->text().contains(part);
    });
}

} // namespace

class CloseDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsUntilTheRulesAreKnown();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void sendsCommentAndTags();
    void enterAddsATagAndClosesNothing();
    void refusalKeepsWhatWasTyped();
    void hostileTagsStayText();
    void transcriptNeedsAnAddress();
    void transcriptThatMayNotBeIsNotOffered();
};

void CloseDialogTest::waitsUntilTheRulesAreKnown()
{
    CloseDialog dialog(u"Marta"_s);
    QVERIFY(!closeButton(dialog)->isEnabled());
    dialog.setRules({});
    QVERIFY(closeButton(dialog)->isEnabled());
}

void CloseDialogTest::saysWhatIsMissing_data()
{
    QTest::addColumn<bool>("needsComment");
    QTest::addColumn<bool>("needsTag");
    QTest::addColumn<QString>("words");
    QTest::newRow("a comment") << true << false << u"asks for a comment before"_s;
    QTest::newRow("a tag") << false << true << u"asks for a tag before"_s;
    QTest::newRow("both") << true << true << u"a comment and a tag"_s;
}

void CloseDialogTest::saysWhatIsMissing()
{
    QFETCH(bool, needsComment);
    QFETCH(bool, needsTag);
    QFETCH(QString, words);
    CloseDialog dialog(u"Marta"_s);
    dialog.setRules({needsComment, needsTag, {u"delivery"_s}});
    QVERIFY(!closeButton(dialog)->isEnabled());
    QVERIFY(says(dialog, words));
    named<QPlainTextEdit>(dialog, u"Comment"_s)->setPlainText(u"New unit sent"_s);
    named<QListWidget>(dialog, u"Tags"_s)->item(0)->setCheckState(Qt::Checked);
    QVERIFY(closeButton(dialog)->isEnabled());
    QVERIFY(!says(dialog, words));
}

void CloseDialogTest::sendsCommentAndTags()
{
    CloseDialog dialog(u"Marta"_s);
    dialog.setTags({u"address"_s});
    dialog.setRules({false, false, {u"delivery"_s, u"address"_s}});
    named<QPlainTextEdit>(dialog, u"Comment"_s)->setPlainText(u" New unit sent\n"_s);
    CloseRequest sent;
    connect(&dialog, &CloseDialog::closeRequested, &dialog, [&sent](const CloseRequest &request) { sent = request; });
    closeButton(dialog)->click();
    QCOMPARE(sent.comment, u"New unit sent"_s);
    QCOMPARE(sent.tags, QStringList{u"address"_s});
}

void CloseDialogTest::enterAddsATagAndClosesNothing()
{
    CloseDialog dialog(u"Marta"_s);
    dialog.setRules({});
    dialog.show();
    QSignalSpy requested(&dialog, &CloseDialog::closeRequested);
    auto *field = named<QLineEdit>(dialog, u"New tag"_s);
    QTest::keyClicks(field, u"refund"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(requested.size(), 0);
    QCOMPARE(dialog.request().tags, QStringList{u"refund"_s});
    QVERIFY(field->text().isEmpty());
}

void CloseDialogTest::refusalKeepsWhatWasTyped()
{
    CloseDialog dialog(u"Marta"_s);
    dialog.setRules({});
    named<QPlainTextEdit>(dialog, u"Comment"_s)->setPlainText(u"a long comment"_s);
    dialog.setBusy(true);
    QVERIFY(!closeButton(dialog)->isEnabled());
    dialog.tell(errorText({Error::Kind::Network, u"refused"_s}, Occasion::Closing));
    QVERIFY(closeButton(dialog)->isEnabled());
    QCOMPARE(dialog.request().comment, u"a long comment"_s);
    QVERIFY(says(dialog, errorText({Error::Kind::Network, u"refused"_s}, Occasion::Closing).happened));
}

void CloseDialogTest::hostileTagsStayText()
{
    CloseDialog dialog(u"<b>Marta</b>"_s);
    dialog.setRules({false, false, {u"<img src=x>"_s}});
    QCOMPARE(named<QListWidget>(dialog, u"Tags"_s)->item(0)->text(), u"<img src=x>"_s);
    QVERIFY(says(dialog, u"<b>Marta</b>"_s));
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                 qPrintable(label->text()));
    }
}

void CloseDialogTest::transcriptNeedsAnAddress()
{
    CloseDialog dialog(u"Rui"_s);
    dialog.setRules({});
    auto *wanted = dialog.findChild<QCheckBox *>();
    QVERIFY(!dialog.request().transcript);
    wanted->setChecked(true);
    QVERIFY(!closeButton(dialog)->isEnabled());
    QVERIFY(says(dialog, u"e-mail address"_s));
    named<QLineEdit>(dialog, u"Transcript address"_s)->setText(u"rui@example.com"_s);
    QVERIFY(closeButton(dialog)->isEnabled());
    QCOMPARE(dialog.request().transcript->email, u"rui@example.com"_s);
    QVERIFY(!dialog.request().transcript->subject.isEmpty());
}

void CloseDialogTest::transcriptThatMayNotBeIsNotOffered()
{
    CloseDialog dialog(u"Rui"_s);
    dialog.setRules({});
    dialog.hideTranscript();
    dialog.show();
    QVERIFY(!dialog.findChild<QCheckBox *>()->isVisible());
    QVERIFY(!dialog.request().transcript);
    QVERIFY(closeButton(dialog)->isEnabled());
}

QTEST_MAIN(CloseDialogTest)
#include "tst_closedialog.moc"
