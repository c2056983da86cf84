#include "madeupmessages.h"

#include "ui/timeline/bubblelayout.h"
#include "ui/timeline/caption.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/pictures.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

/// A layout of a made-up conversation, 600 pixels wide.
struct LaidOut {
    explicit LaidOut(const QList<Message> &messages)
        : store(messagesRoom)
        , clock(messagesBegin.addSecs(3600))
        , pictures(QUrl(u"https://a.example"_s), [](const QString &, const Then<HttpReply> &) {})
        , layout(model, pictures, clock)
    {
        store.upsert(messages);
        model.setStore(&store);
        layout.setWidth(600);
        layout.setMe({u"ben"_s});
    }
    QStringList texts(int row)
    {
        QStringList found;
        for (const BubbleText &text : layout.bubble(row).texts) {
            QString words = text.layout->text();
            found.append(words.replace(QChar(QChar::LineSeparator), u'\n'));
        }
        return found;
    }

    MessageStore store;
    MessageModel model;
    ManualClock clock;
    Pictures pictures;
    BubbleLayout layout;
};

Message withDelivery(Message::Delivery delivery, const QString &reason = {})
{
    Message message = replyAt(0, u"Hello"_s, delivery);
    message.reason = reason;
    return message;
}

} // namespace

class BubbleLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupsByAuthorAndFiveMinutes();
    void separatesDays();
    void saysYesterdayAfterMidnight();
    void countsWhatIsNew();
    void keepsLayoutsUntilSomethingChanges();
    void anAppendedRowTouchesOnlyItsNeighbour();
    void breaksLongWords();
    void foldsAndUnfolds();
    void keepsToTheWidth();
    void paintsHostileTextLiterally_data();
    void paintsHostileTextLiterally();
    void alignsRightToLeftText();
    void marksLinks();
    void saysWhatIsKnownOfOwnMessages_data();
    void saysWhatIsKnownOfOwnMessages();
    void showsFilesAndFailures();
    void takesThePictureSizeOnceKnown();
    void hidesHiddenRows();
};

void BubbleLayoutTest::groupsByAuthorAndFiveMinutes()
{
    LaidOut laid({textAt(0, u"one"_s), textAt(299, u"two"_s), textAt(700, u"three"_s), replyAt(710, u"four"_s)});
    QVERIFY(!laid.texts(0).contains(u"Marta · 09:00"_s));
    QCOMPARE(laid.texts(1), QStringList({u"two"_s, u"Marta · 09:04"_s}));
    QCOMPARE(laid.texts(2), QStringList({u"three"_s, u"Marta · 09:11"_s}));
    QCOMPARE(laid.texts(3), QStringList({u"four"_s, u"09:11 · saved by the workspace"_s}));
}

void BubbleLayoutTest::separatesDays()
{
    LaidOut laid({textAt(-86'400, u"old"_s), textAt(0, u"new"_s), textAt(1, u"newer"_s)});
    QCOMPARE(laid.texts(0).first(), u"Yesterday"_s);
    QCOMPARE(laid.texts(1).first(), u"Today"_s);
    QCOMPARE(laid.texts(2).first(), u"newer"_s);
}

void BubbleLayoutTest::saysYesterdayAfterMidnight()
{
    LaidOut laid({textAt(0, u"new"_s)});
    QCOMPARE(laid.texts(0).first(), u"Today"_s);
    QSignalSpy heights(&laid.layout, &BubbleLayout::heightsChanged);
    laid.clock.advance(15h);
    QVERIFY(heights.count() > 0);
    QCOMPARE(laid.texts(0).first(), u"Yesterday"_s);
}

void BubbleLayoutTest::countsWhatIsNew()
{
    LaidOut laid({textAt(0, u"a"_s), textAt(1, u"b"_s), textAt(2, u"c"_s)});
    laid.store.setFirstUnread(laid.store.at(1).id);
    QCOMPARE(laid.texts(1).first(), u"2 new"_s);
    QVERIFY(!laid.layout.bubble(1).unreadGap.isNull());
    QCOMPARE(laid.texts(0).last(), u"Marta · 09:00"_s); // the line ends a group
}

void BubbleLayoutTest::keepsLayoutsUntilSomethingChanges()
{
    LaidOut laid(manyTexts(3));
    const Bubble *first = &laid.layout.bubble(0);
    QCOMPARE(&laid.layout.bubble(0), first);
    Message edited = laid.store.at(0);
    edited.text
        = u"Something else that is so long that it needs another line for itself, at least one and perhaps two"_s;
    edited.updatedAt = edited.updatedAt.addSecs(1);
    const int before = laid.layout.height(0);
    laid.store.upsert(edited);
    QVERIFY(laid.texts(0).contains(edited.text));
    QVERIFY(laid.layout.height(0) > before);
}

void BubbleLayoutTest::anAppendedRowTouchesOnlyItsNeighbour()
{
    LaidOut laid({textAt(0, u"a"_s), textAt(10, u"b"_s)});
    const Bubble *first = &laid.layout.bubble(0);
    const int alone = laid.layout.height(1);
    laid.store.upsert(textAt(20, u"c"_s));
    QVERIFY(laid.layout.height(1) < alone); // its line with the time went below the new one
    QCOMPARE(&laid.layout.bubble(0), first);
}

void BubbleLayoutTest::breaksLongWords()
{
    LaidOut laid({textAt(0, QString(1'000'000, u'x'))});
    const Bubble &bubble = laid.layout.bubble(0);
    QVERIFY(bubble.body.right() <= 600 - 22);
    for (const BubbleText &text : bubble.texts) {
        for (int line = 0; line < text.layout->lineCount(); ++line) {
            QVERIFY(text.at.x() + text.layout->lineAt(line).naturalTextRect().right() <= bubble.body.right());
        }
    }
}

void BubbleLayoutTest::foldsAndUnfolds()
{
    LaidOut laid({textAt(0, QString(6000, u'x'))});
    const std::vector<BubbleSpot> &spots = laid.layout.bubble(0).spots;
    QCOMPARE(spots.size(), 1U);
    QCOMPARE(spots.front().kind, BubbleSpot::Kind::ShowAll);
    const int before = laid.layout.height(0);
    laid.layout.showAll(0);
    QVERIFY(laid.layout.height(0) > before);
    QVERIFY(laid.layout.bubble(0).spots.empty());
}

void BubbleLayoutTest::keepsToTheWidth()
{
    LaidOut laid(
        {textAt(0, u"A sentence of a certain length that will have to be broken when the window is narrow"_s)});
    const int wide = laid.layout.height(0);
    laid.layout.setWidth(320);
    QVERIFY(laid.layout.height(0) > wide);
    QVERIFY(laid.layout.bubble(0).body.right() <= 320 - 22);
}

void BubbleLayoutTest::paintsHostileTextLiterally_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("image") << u"<img src=http://evil.example/x.png>hi"_s;
    QTest::newRow("anchor") << u"<a href='http://evil.example'>bank.example</a>"_s;
    QTest::newRow("style") << u"<style>*{display:none}</style>"_s;
    QTest::newRow("markdown") << u"![x](http://evil.example/x.png) **bold** # title"_s;
    QTest::newRow("mnemonic") << u"a & b && c"_s;
    QTest::newRow("placeholders") << u"%1 %2 %n %L1"_s;
    QTest::newRow("entities") << u"&lt;b&gt;&nbsp;"_s;
}

void BubbleLayoutTest::paintsHostileTextLiterally()
{
    QFETCH(QString, text);
    Message everywhere = textAt(0, text);
    everywhere.authorName = text;
    Message event = textAt(600, text);
    event.author = Message::Author::System;
    event.event = Message::Event::Other;
    Message refused = replyAt(1200, text, Message::Delivery::Refused);
    refused.reason = text;
    LaidOut laid({everywhere, event, refused});
    QVERIFY(laid.texts(0).contains(text));
    QVERIFY(laid.texts(0).last().startsWith(text));
    QVERIFY(laid.texts(1).contains(text));
    QVERIFY(laid.texts(2).contains(text));
    QVERIFY(laid.texts(2).last().contains(text));
}

void BubbleLayoutTest::alignsRightToLeftText()
{
    LaidOut laid({textAt(0, u"a line of English that makes the bubble wide\nhi"_s),
                  textAt(1, u"مرحبا كيف الحال هذا سطر طويل\nنعم"_s)});
    const Bubble &bubble = laid.layout.bubble(1);
    const BubbleText &text = bubble.texts.front();
    for (int line = 0; line < 2; ++line) {
        const QRectF place = text.layout->lineAt(line).naturalTextRect().translated(text.at);
        QVERIFY(qAbs(place.right() - (bubble.body.right() - 12)) < 2);
    }
    QVERIFY(text.layout->lineAt(1).naturalTextRect().left() > text.layout->lineAt(0).naturalTextRect().left() + 20);
}

void BubbleLayoutTest::marksLinks()
{
    LaidOut laid({textAt(0, u"see https://a.example/x now"_s)});
    const Bubble &bubble = laid.layout.bubble(0);
    QCOMPARE(bubble.spots.size(), 1U);
    QCOMPARE(bubble.spots.front().url, QUrl(u"https://a.example/x"_s));
    const QPointF middle = bubble.spots.front().place.center();
    QVERIFY(bubble.spotAt(middle));
    QVERIFY(!bubble.spotAt({bubble.body.left() + 14, middle.y()}));
    QVERIFY(bubble.body.contains(bubble.spots.front().place));
}

void BubbleLayoutTest::saysWhatIsKnownOfOwnMessages_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("caption");
    Message another = withDelivery(Message::Delivery::Saved);
    another.authorId = u"ana"_s;
    another.authorName = u"Ana"_s;
    Message edited = withDelivery(Message::Delivery::Saved);
    edited.isEdited = true;
    Message unnamed = textAt(0, u"Hello"_s);
    unnamed.authorName = u"351912345678"_s;
    QTest::newRow("a customer without a name") << unnamed << u"+351 912 345 678 · 09:00"_s;
    QTest::newRow("saved") << withDelivery(Message::Delivery::Saved) << u"09:00 · saved by the workspace"_s;
    QTest::newRow("another agent's") << another << u"Ana · 09:00 · saved by the workspace"_s;
    QTest::newRow("edited") << edited << u"09:00 · edited · saved by the workspace"_s;
    QTest::newRow("waiting") << withDelivery(Message::Delivery::Waiting) << u"09:00 · waiting here"_s;
    QTest::newRow("sending") << withDelivery(Message::Delivery::Sending) << u"09:00 · sending"_s;
    QTest::newRow("refused") << withDelivery(Message::Delivery::Refused, u"Too odd."_s)
                             << u"▲ Refused: Too odd · Send again · Edit · Dismiss"_s;
    Message settled = withDelivery(Message::Delivery::Refused, u"Too odd."_s);
    settled.isSettled = true;
    QTest::newRow("refused, and dealt with") << settled << u"▲ Refused: Too odd"_s;
    QTest::newRow("failed") << withDelivery(Message::Delivery::Failed, u"out of order"_s)
                            << u"▲ Failed: out of order · Retry · Edit · Discard"_s;
}

void BubbleLayoutTest::saysWhatIsKnownOfOwnMessages()
{
    QFETCH(Message, message);
    QFETCH(QString, caption);
    LaidOut laid({message});
    QCOMPARE(laid.texts(0).last(), caption);
    QStringList actions;
    for (const BubbleSpot &spot : laid.layout.bubble(0).spots) {
        QVERIFY(spot.place.height() > 0 && spot.place.right() <= 600);
        actions.append(QString::number(int(spot.kind)));
    }
    QCOMPARE(actions.size(),
             caption.count(u"Retry"_s) + caption.count(u"Send again"_s) + caption.count(u"Edit"_s)
                 + caption.count(u"Discard"_s) + caption.count(u"Dismiss"_s));
}

void BubbleLayoutTest::showsFilesAndFailures()
{
    Message message = textAt(0, {});
    message.attachments
        = {{.kind = Attachment::Kind::File, .title = u"a.pdf"_s, .link = u"/file-upload/1/a.pdf"_s, .bytes = 2000},
           {.kind = Attachment::Kind::Failed, .title = u"Attachment upload failed"_s}};
    LaidOut laid({message});
    const Bubble &bubble = laid.layout.bubble(0);
    QCOMPARE(bubble.files.size(), 1U);
    QCOMPARE(bubble.spots.front().kind, BubbleSpot::Kind::File);
    QVERIFY(laid.texts(0).contains(u"a.pdf"_s));
    QVERIFY(laid.texts(0).contains(u"File · 2.0 kB"_s));
    QVERIFY(laid.texts(0).join(u' ').contains(u"could not fetch"_s));
}

void BubbleLayoutTest::takesThePictureSizeOnceKnown()
{
    Message message = textAt(0, {});
    message.attachments = {{.kind = Attachment::Kind::Image, .link = u"/file-upload/1/a"_s, .pixels = {4000, 2000}}};
    LaidOut laid({message});
    QCOMPARE(laid.layout.bubble(0).pictures.front().place.size(), QSizeF(320, 160));
    message.attachments.front().pixels = {};
    message.updatedAt = message.updatedAt.addSecs(1);
    laid.store.upsert(message);
    QCOMPARE(laid.layout.bubble(0).pictures.front().place.size(), QSizeF(240, 160));
}

void BubbleLayoutTest::hidesHiddenRows()
{
    Message hidden = textAt(1, u"page"_s);
    hidden.event = Message::Event::Hidden;
    LaidOut laid({textAt(0, u"a"_s), hidden, textAt(2, u"b"_s)});
    QCOMPARE(laid.layout.height(1), 0);
    QCOMPARE(laid.texts(0).last(), u"a"_s); // one group across it
}

QTEST_MAIN(BubbleLayoutTest)
#include "tst_bubblelayout.moc"
