#include "bench.h"

#include "app/sms/segments.h"
#include "rig.h"
#include "ui/conversations/conversationfilter.h"
#include "ui/conversations/conversationmodel.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

void benchSegments()
{
    const QString text = QString(u"Where is my parcel? It says “delivered”. "_s).repeated(40).left(1'600);
    QList<double> took;
    for (int round = 0; round < 200; ++round) {
        took.append(timed([&text] { (void)countSegments(text); }));
    }
    printFigure({"segments of 1,600 characters, median"_L1, 0.1, "ms"_L1}, quantile(took, 0.5), took);
}

void benchFilter()
{
    Rig rig;
    rig.fill(10'000);
    ConversationModel model(rig.conversations, rig.agent, rig.clock);
    ConversationFilter filter(model, rig.clock);
    (void)filter.rowCount(); // a proxy maps nothing before it is asked
    QList<double> took;
    for (const QString &typed : {u"4"_s, u"41"_s, u"415"_s, u"4155"_s, u"41555"_s, u"415557"_s, u"4155577"_s, u""_s,
                                 u"p"_s, u"pa"_s, u"par"_s}) {
        took.append(timed([&] {
            filter.setTerms(FilterTerms(typed));
            (void)filter.rowCount();
        }));
    }
    printFigure({"filter keystroke over 10,000 conversations, max"_L1, 8, "ms"_L1}, quantile(took, 1), took);
}

void benchCommit()
{
    QTemporaryDir folder;
    SafeDb safe;
    (void)safe.open(folder.filePath(u"safe.db"_s));
    QList<double> took;
    for (int number = 0; number < 300; ++number) {
        OutgoingMessage message;
        message.id = newMessageId();
        message.room = Rig::room(number % 7);
        message.text = u"A reply of some length, number %1"_s.arg(number);
        message.writtenAt = QDateTime::currentDateTimeUtc();
        took.append(timed([&] { (void)safe.moveDraftToOutbox({message}); }));
    }
    printFigure({"a reply is durable, p99"_L1, 5, "ms"_L1}, quantile(took, 0.99), took);
}

} // namespace

void benchSmall()
{
    benchSegments();
    benchFilter();
    benchCommit();
}

} // namespace greenline
