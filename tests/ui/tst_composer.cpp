#include "app/sms/segments.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/composer/numbersline.h"
#include "ui/composer/replyedit.h"

#include <QInputMethodEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A composer on screen that may be written in.
struct Writing {
    Writing()
    {
        composer.setTerms({true, true, u"+1 555 020"_s, u"+351 912 345 678"_s, {}});
        composer.resize(720, 200);
        composer.show();
        edit = composer.findChild<ReplyEdit *>();
        send = buttonNamed(u"Send"_s);
    }
    QPushButton *buttonNamed(const QString &words) const
    {
        for (QPushButton *button : composer.findChildren<QPushButton *>()) {
            if (button->text() == words) {
                return button;
            }
        }
        return nullptr;
    }
    QLabel *meter() const
    {
        for (QLabel *label : composer.findChildren<QLabel *>()) {
            if (label->accessibleName() == u"SMS segments"_s) {
                return label;
            }
        }
        return nullptr;
    }
    QString bars() const
    {
        QStringList words;
        for (const NoticeBar *bar : composer.findChildren<NoticeBar *>()) {
            if (bar->isVisible()) {
                words.append(bar->text());
            }
        }
        return words.join(u'|');
    }

    Composer composer;
    ReplyEdit *edit = nullptr;
    QPushButton *send = nullptr;
    QSignalSpy sent{&composer, &Composer::sendRequested};
    QSignalSpy edited{&composer, &Composer::textEdited};
};

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsOnEnter();
    void breaksTheLineOnShiftEnter();
    void leavesEnterToTheInputMethod();
    void sendsNothingBlank();
    void tellsEditsOfPeopleOnly();
    void countsSegments_data();
    void countsSegments();
    void makesQuotesPlain();
    void stopsAboveTheLimit();
    void countsNothingOnOtherChannels();
    void keepsADraftThatCannotBeSent();
    void saysProblemsUntilTheNextEdit();
    void showsBothNumbersAlways();
    void pastesPlainText();
    void takesHostileTextLiterally();
    void growsWithItsText();
};

void ComposerTest::sendsOnEnter()
{
    Writing writing;
    QCOMPARE(writing.edit->accessibleName(), u"Reply"_s);
    QTest::keyClicks(writing.edit, u"Hello"_s);
    QTest::keyClick(writing.edit, Qt::Key_Return);
    QCOMPARE(writing.sent.count(), 1);
    QCOMPARE(writing.sent.first().first().toString(), u"Hello"_s);
    QCOMPARE(writing.composer.text(), u"Hello"_s); // whether it leaves, others decide
    QTest::mouseClick(writing.send, Qt::LeftButton);
    QCOMPARE(writing.sent.count(), 2);
}

void ComposerTest::breaksTheLineOnShiftEnter()
{
    Writing writing;
    QTest::keyClicks(writing.edit, u"a"_s);
    QTest::keyClick(writing.edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(writing.edit, u"b"_s);
    QCOMPARE(writing.composer.text(), u"a\nb"_s);
    QCOMPARE(writing.sent.count(), 0);
}

void ComposerTest::leavesEnterToTheInputMethod()
{
    Writing writing;
    QInputMethodEvent composing(u"に"_s, {});
    QApplication::sendEvent(writing.edit, &composing);
    QTest::keyClick(writing.edit, Qt::Key_Return);
    QCOMPARE(writing.sent.count(), 0);
    QInputMethodEvent chosen;
    chosen.setCommitString(u"日"_s);
    QApplication::sendEvent(writing.edit, &chosen);
    QVERIFY(writing.composer.text().contains(u"日"_s));
    QTest::keyClick(writing.edit, Qt::Key_Return);
    QCOMPARE(writing.sent.count(), 1);
}

void ComposerTest::sendsNothingBlank()
{
    Writing writing;
    QVERIFY(!writing.send->isEnabled());
    QTest::keyClicks(writing.edit, u"   "_s);
    QTest::keyClick(writing.edit, Qt::Key_Enter);
    QCOMPARE(writing.sent.count(), 0);
    QVERIFY(!writing.send->isEnabled());
}

void ComposerTest::tellsEditsOfPeopleOnly()
{
    Writing writing;
    writing.composer.setText(u"A draft"_s);
    QCOMPARE(writing.edited.count(), 0);
    QTest::keyClicks(writing.edit, u"!"_s);
    QCOMPARE(writing.edited.count(), 1);
    QCOMPARE(writing.edited.first().first().toString(), u"A draft!"_s);
}

void ComposerTest::countsSegments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("button");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("one") << QString(142, u'a') << u"142 / 160 · 1 SMS"_s << QString();
    QTest::newRow("two") << QString(161, u'a') << u"161 / 306 · 2 SMS"_s << QString();
    QTest::newRow("an ellipsis") << QString(70, u'a') + u"…"_s << u"71 / 134 · 2 SMS, because of “…”"_s
                                 << u"Use plain characters"_s;
    QTest::newRow("a quote") << u"“a”"_s << u"3 / 70 · 1 SMS, because of “"_s << u"Use plain quotes"_s;
    QTest::newRow("an emoji") << u"a👍🏽"_s << u"5 / 70 · 1 SMS, because of “👍🏽”"_s << QString();
}

void ComposerTest::countsSegments()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QString, button);
    Writing writing;
    writing.composer.setText(text);
    QVERIFY(writing.meter());
    QCOMPARE(writing.meter()->text(), words);
    QCOMPARE(writing.meter()->accessibleDescription(), words);
    const QPushButton *plain = writing.buttonNamed(button);
    QCOMPARE(plain && plain->isVisible() && !button.isEmpty(), !button.isEmpty());
}

void ComposerTest::makesQuotesPlain()
{
    Writing writing;
    writing.composer.setText(u"See “My orders”…"_s);
    QTest::mouseClick(writing.buttonNamed(u"Use plain quotes"_s), Qt::LeftButton);
    QCOMPARE(writing.composer.text(), withPlainCharacters(u"See “My orders”…"_s));
    QCOMPARE(writing.edited.count(), 1);
    QVERIFY(writing.meter()->text().endsWith(u"1 SMS"_s));
    writing.edit->undo();
    QCOMPARE(writing.composer.text(), u"See “My orders”…"_s);
}

void ComposerTest::stopsAboveTheLimit()
{
    Writing writing;
    writing.composer.setText(QString(1600, u'a'));
    QVERIFY(writing.send->isEnabled());
    QTest::keyClicks(writing.edit, u"b"_s);
    QVERIFY(!writing.send->isEnabled());
    QTest::keyClick(writing.edit, Qt::Key_Return);
    QCOMPARE(writing.sent.count(), 0);
    QVERIFY(writing.bars().contains(u"1,600"_s) && writing.bars().contains(u"1,601"_s));
    QTest::keyClick(writing.edit, Qt::Key_Backspace);
    QVERIFY(writing.send->isEnabled());
    QCOMPARE(writing.bars(), QString());
}

void ComposerTest::countsNothingOnOtherChannels()
{
    Writing writing;
    writing.composer.setTerms({true, false, {}, {}, {}});
    writing.composer.setText(QString(2000, u'a'));
    QVERIFY(writing.send->isEnabled());
    QVERIFY(!writing.meter()->isVisible());
}

void ComposerTest::keepsADraftThatCannotBeSent()
{
    Writing writing;
    writing.composer.setText(u"Half a sentence"_s);
    writing.composer.setTerms({false, true, {}, {}, u"Ana answers this conversation now"_s});
    QVERIFY(writing.edit->isReadOnly());
    QVERIFY(!writing.send->isEnabled());
    QCOMPARE(writing.bars(), u"Ana answers this conversation now"_s);
    QTest::keyClicks(writing.edit, u"more"_s);
    QTest::keyClick(writing.edit, Qt::Key_Return);
    QTest::keyClick(writing.edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(writing.composer.text(), u"Half a sentence"_s);
    QCOMPARE(writing.sent.count(), 0);
    QVERIFY(writing.edit->isEnabled()); // to be read and copied
}

void ComposerTest::saysProblemsUntilTheNextEdit()
{
    Writing writing;
    writing.composer.setText(u"Hello"_s);
    writing.composer.showProblem(u"The disk is full."_s);
    QCOMPARE(writing.bars(), u"The disk is full."_s);
    QTest::keyClicks(writing.edit, u"!"_s);
    QCOMPARE(writing.bars(), QString());
}

void ComposerTest::showsBothNumbersAlways()
{
    Writing writing;
    writing.composer.setText(QString(60, u'“'));
    const auto *numbers = writing.composer.findChild<NumbersLine *>();
    QCOMPARE(numbers->accessibleName(), u"from +1 555 020 to +351 912 345 678"_s);
    for (const int width : {720, 420, 380}) {
        writing.composer.resize(width, 240);
        QTRY_VERIFY2(numbers->width() >= numbers->sizeHint().width(), qPrintable(QString::number(width)));
        QVERIFY(numbers->isVisible());
    }
}

void ComposerTest::pastesPlainText()
{
    class Pasting : public ReplyEdit
    {
    public:
        using ReplyEdit::canInsertFromMimeData;
        using ReplyEdit::insertFromMimeData;
    };
    Pasting edit;
    QMimeData rich;
    rich.setHtml(u"<b>bold</b>"_s);
    rich.setText(u"bold\0!"_s);
    QVERIFY(edit.canInsertFromMimeData(&rich));
    edit.insertFromMimeData(&rich);
    QCOMPARE(edit.toPlainText(), u"bold!"_s);
    QMimeData picture;
    picture.setImageData(QImage(2, 2, QImage::Format_RGB32));
    QVERIFY(!edit.canInsertFromMimeData(&picture));
}

void ComposerTest::takesHostileTextLiterally()
{
    Writing writing;
    const QString hostile = u"<img src=http://evil.example/x><b>&amp;</b> %1 \u202Egnp"_s;
    writing.composer.setText(hostile);
    QCOMPARE(writing.composer.text(), hostile);
    writing.composer.setTerms({true, true, hostile, hostile, hostile});
    writing.composer.showProblem(hostile);
    for (const QLabel *label : writing.composer.findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void ComposerTest::growsWithItsText()
{
    Writing writing;
    const int one = writing.edit->height();
    writing.composer.setText(u"1\n2\n3"_s);
    QTRY_VERIFY(writing.edit->height() > 2 * one - 10);
    writing.composer.setText(QString(u"line\n"_s).repeated(8));
    QTRY_VERIFY2(writing.edit->height() > 5 * one, qPrintable(u"%1 %2"_s.arg(one).arg(writing.edit->height())));
    const int most = writing.edit->height();
    writing.composer.setText(QString(u"line\n"_s).repeated(30));
    QTRY_VERIFY(writing.edit->verticalScrollBar()->isVisible());
    QVERIFY(writing.edit->height() <= most);
    writing.composer.setText({});
    QTRY_COMPARE(writing.edit->height(), one);
}

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
