#include "app/workspace/attention.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

Conversation queued(const QString &preview)
{
    return {.id = {u"room"_s},
            .inquiry = {u"inquiry"_s},
            .stage = Stage::Queue,
            .source = Source::Sms,
            .customerName = u"Marta"_s,
            .preview = preview};
}

} // namespace

/// What deserves a notification.
class AttentionRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConversationIsToldOnceAndItsTextAfterIt();
    void whatIsLookedAtIsNotTold();
};

void AttentionRulesTest::aConversationIsToldOnceAndItsTextAfterIt()
{
    Attention attention;
    const std::optional<Notice> first = attention.onConversation(queued({}), {});
    QVERIFY(first && !first->isMore);
    QVERIFY(!attention.onConversation(queued({}), {}));
    const std::optional<Notice> text = attention.onConversation(queued(u"Hello"_s), {});
    QVERIFY(text && text->isMore);
    QCOMPARE(text->preview, u"Hello"_s);
    QVERIFY(!attention.onConversation(queued(u"Hello again"_s), {}));

    attention.leftQueue({u"inquiry"_s});
    const std::optional<Notice> again = attention.onConversation(queued(u"Hello"_s), {});
    QVERIFY2(again && !again->isMore, "back in the queue, it is news");
}

void AttentionRulesTest::whatIsLookedAtIsNotTold()
{
    Attention attention;
    const Attention::View looking{.openRoom = {u"room"_s}, .isWindowActive = true};
    QVERIFY(!attention.onConversation(queued({}), looking));
    QVERIFY(!attention.onConversation(queued(u"Hello"_s), {})); // it was seen
}

QTEST_GUILESS_MAIN(AttentionRulesTest)
#include "tst_attention.moc"
