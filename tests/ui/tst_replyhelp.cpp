#include "app/practice/state.h"
#include "app/storage/settingsfile.h"
#include "tests/ui/replyplace.h"
#include "ui/composer/emojilist.h"
#include "ui/composer/emojipopup.h"
#include "ui/composer/replyhighlighter.h"
#include "ui/dialogs/problembar.h"
#include "ui/reply/spelling.h"
#include "ui/timeline/rowcontext.h"

#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace greenline;

class ReplyHelpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsEmojiByName();
    void writesEmojiAndSaysTheCost();
    void breaksLinesByEnterWhenWanted();
    void findsWordsOnly();
    void underlinesWhatIsWrong();
    void pointsOutRepeatedTexts();
    void warnsOfMoreThanOneNumber();
};

void ReplyHelpTest::knowsEmojiByName()
{
    QVERIFY(allEmoji().size() >= 200);
    QCOMPARE(fittingEmoji(u"thumbs UP"_s, {}).value(0).characters, u"👍"_s);
    QCOMPARE(fittingEmoji({}, {u"👍"_s, u"🎂"_s}).at(1).characters, u"🎂"_s);
    QCOMPARE(fittingEmoji({}, {}).size(), allEmoji().size());
    QVERIFY(fittingEmoji(u"no such thing"_s, {}).isEmpty());
}

void ReplyHelpTest::writesEmojiAndSaysTheCost()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QTest::keyClicks(&place.reply(), QString(150, u'a'));
    button(place.window, u"Emoji"_s)->click();
    auto *popup = place.window.findChild<EmojiPopup *>();
    auto *search = named<QLineEdit>(place.window, u"Search emoji"_s);
    QVERIFY(popup->isVisible() && search->hasFocus());
    QTest::keyClicks(search, u"thumbs up"_s);
    QVERIFY2(says(*popup, u"3 SMS instead of 1"_s), "the cost");
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!popup->isVisible() && place.reply().hasFocus());
    QVERIFY(place.composer().text().endsWith(u"a👍"_s));
    QCOMPARE(place.settings.text(u"recentEmoji"_s), u"👍"_s);
    place.window.actions().emoji->trigger();
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(place.desk->room(), place.room);
}

void ReplyHelpTest::breaksLinesByEnterWhenWanted()
{
    ReplyPlace place;
    QVERIFY(place.open());
    QVERIFY(place.window.actions().enterSends->isChecked());
    place.window.actions().enterSends->trigger();
    QTest::keyClicks(&place.reply(), u"one"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return);
    QTest::keyClicks(&place.reply(), u"two"_s);
    QCOMPARE(place.composer().text(), u"one\ntwo"_s);
    QTest::keyClick(&place.reply(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(place.composer().text(), QString());
    QTRY_COMPARE(place.console.sent(), 1);
    QCOMPARE(place.settings.isOn(u"enterSends"_s, true), false);
}

void ReplyHelpTest::findsWordsOnly()
{
    const QString text = u"Don’t mail ana@x.pt, see https://x.pt or {{contact.name}}: order A8841 (naïve)"_s;
    QStringList words;
    for (const WordPlace &word : wordsOf(text)) {
        words.append(text.mid(word.at, word.length));
    }
    const QStringList expected{u"Don’t"_s, u"mail"_s, u"see"_s, u"or"_s, u"order"_s, u"naïve"_s};
    QCOMPARE(words, expected);
}

void ReplyHelpTest::underlinesWhatIsWrong()
{
    ReplyPlace place;
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(place.console.profile.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) > 0;
    };
    QVERIFY(write(u"en_XX.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n"));
    QVERIFY(write(u"en_XX.dic"_s, "2\nhello\nparcel\n"));
    QVERIFY(place.open());
    auto *highlighter = new ReplyHighlighter(place.reply().document());
    Spelling spelling({*place.console.session,
                       place.console.clock,
                       place.settings,
                       *place.desk->findChild<ConversationView *>(),
                       place.composer(),
                       *place.desk->findChild<ProblemBar *>(),
                       place.window,
                       {},
                       {}},
                      *highlighter, place.console.profile.path());
    spelling.choose(u"en_XX"_s);
    QTest::keyClicks(&place.reply(), u"hello parcl"_s);
    const auto marks = [&] {
        int count = 0;
        const QList<QTextLayout::FormatRange> formats = place.reply().document()->firstBlock().layout()->formats();
        for (const QTextLayout::FormatRange &range : formats) {
            count += range.start == 6 && range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline ? 1 : 0;
        }
        return formats.size() == count ? count : -1;
    };
    QTRY_COMPARE(marks(), 1);
    const QRect caret = place.reply().cursorRect();
    Q_EMIT place.reply().customContextMenuRequested(caret.center() - QPoint(4, 0));
    QAction *better = nullptr;
    for (QMenu *menu : place.reply().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            better = action->text() == u"parcel"_s ? action : better;
        }
    }
    QVERIFY(better);
    better->trigger();
    QCOMPARE(place.composer().text(), u"hello parcel"_s);
    spelling.choose({});
    QCOMPARE(place.settings.text(u"spelling/last"_s), u"off"_s);
}

void ReplyHelpTest::pointsOutRepeatedTexts()
{
    ReplyPlace place;
    QVERIFY(place.open(u"Where is it?"_s));
    place.console.textQuietly(place.customer, u"Hello?"_s);
    place.console.textQuietly(place.customer, u"Where is it?"_s);
    const MessageModel &messages = place.view().messages();
    const auto repeated = [&] {
        QStringList texts;
        for (int row = 0; row < messages.rowCount(); ++row) {
            if (rowContext(messages, row, place.console.clock.now()).isRepeated) {
                texts.append(messages.message(row).text);
            }
        }
        return texts;
    };
    QTRY_COMPARE(repeated(), QStringList{u"Where is it?"_s});
}

void ReplyHelpTest::warnsOfMoreThanOneNumber()
{
    ReplyPlace place;
    place.prepare = [&place] {
        const QJsonArray phones{QJsonObject{{u"phoneNumber"_s, u"+14155550142"_s}},
                                QJsonObject{{u"phoneNumber"_s, place.customer}}};
        place.console.workspace.state().documents.visitors.change(place.console.only()->visitor.value,
                                                                  {{u"phone"_s, phones}});
    };
    QVERIFY(place.open());
    QTRY_VERIFY2(place.told().contains(u"has 2 numbers"_s), qPrintable(place.told()));
    QVERIFY(place.told().contains(u"555-0142"_s));
    button(place.window, u"Understood"_s)->click();
    QVERIFY(place.told().isEmpty());
    QVERIFY(place.composer().text().isEmpty());
}

QTEST_MAIN(ReplyHelpTest)
#include "tst_replyhelp.moc"
