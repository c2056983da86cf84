#include "bench.h"

#include "app/storage/cachedb.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int searchedRooms = 100;
constexpr int messagesOfRoom = 1'000;

/// Words as unevenly spread as people's: a few in every message, many in a few.
QString madeUpText(QRandomGenerator &random)
{
    static const QStringList common{u"parcel"_s, u"where"_s,  u"order"_s,    u"broken"_s, u"delivered"_s, u"today"_s,
                                    u"thanks"_s, u"please"_s, u"tomorrow"_s, u"refund"_s, u"is"_s,        u"my"_s};
    QStringList words;
    for (int word = 0; word < 8; ++word) {
        words.append(common.at(random.bounded(int(common.size()))));
    }
    for (int word = 0; word < 5; ++word) {
        words.append(u"w%1"_s.arg(random.bounded(5'000)));
    }
    return words.join(u' ');
}

void fillCache(CacheDb &cache)
{
    QRandomGenerator random(11);
    const QDateTime begun(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC);
    for (int number = 0; number < searchedRooms; ++number) {
        const RoomId room{u"room%1"_s.arg(number)};
        QList<Message> messages;
        for (int row = 0; row < messagesOfRoom; ++row) {
            messages.append({.id = {u"m%1-%2"_s.arg(number).arg(row)},
                             .room = room,
                             .text = madeUpText(random),
                             .at = begun.addSecs(row * 7'000 + number)});
        }
        (void)cache.putMessages(room, messages);
    }
}

} // namespace

void benchFinding()
{
    QTemporaryDir folder;
    CacheDb cache;
    (void)cache.open(folder.filePath(u"cache.db"_s));
    fillCache(cache);
    QList<double> took;
    for (const QString &typed : {u"p"_s, u"pa"_s, u"parc"_s, u"parcel"_s, u"parcel w"_s, u"parcel w12"_s, u"w"_s,
                                 u"w4"_s, u"w4321"_s, u"where is my"_s, u"refund tom"_s, u"nothing"_s}) {
        QList<double> rounds;
        for (int round = 0; round < 7; ++round) {
            rounds.append(timed([&cache, &typed] { (void)cache.search(typed, 50); }));
        }
        took.append(quantile(rounds, 0.5));
    }
    printFigure({"find everywhere: 50 of 100,000 messages, slowest words"_L1, 20, "ms"_L1}, quantile(took, 1), took);
}

} // namespace greenline
