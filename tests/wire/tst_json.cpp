#include "app/wire/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class JsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void namesThePathOfWhatIsMissing();
    void readsWrongTypesAsAbsent();
    void oneBadElementDoesNotLoseTheRest();
};

void JsonTest::readsDates_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QDateTime>("date");
    const auto ejson = [](const QJsonValue &inner) { return QJsonValue(QJsonObject{{u"$date"_s, inner}}); };
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(1'795'468'359'049, Qt::UTC);
    QTest::newRow("DDP") << ejson(1'795'468'359'049.0) << moment;
    QTest::newRow("REST") << QJsonValue(u"2026-11-23T21:12:39.049Z"_s) << moment;
    QTest::newRow("another zone") << QJsonValue(u"2026-11-23T23:12:39.049+02:00"_s) << moment;
    QTest::newRow("no zone is UTC") << QJsonValue(u"2026-11-23T21:12:39.049"_s) << moment;
    QTest::newRow("the epoch") << ejson(0) << QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QTest::newRow("before the epoch") << ejson(-1) << QDateTime();
    QTest::newRow("beyond the year 9999") << ejson(1e15) << QDateTime();
    QTest::newRow("enormous") << ejson(1e300) << QDateTime();
    QTest::newRow("a text inside") << ejson(u"1795468359049"_s) << QDateTime();
    QTest::newRow("nested") << ejson(ejson(1.0)) << QDateTime();
    QTest::newRow("bare number") << QJsonValue(1'795'468'359'049.0) << QDateTime();
    QTest::newRow("no date") << QJsonValue(u"yesterday"_s) << QDateTime();
    QTest::newRow("30 February") << QJsonValue(u"2026-02-30T00:00:00.000Z"_s) << QDateTime();
    QTest::newRow("a megabyte") << QJsonValue(QString(1'000'000, u'2')) << QDateTime();
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QDateTime();
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << QDateTime();
    QTest::newRow("list") << QJsonValue(QJsonArray{1}) << QDateTime();
}

void JsonTest::readsDates()
{
    QFETCH(QJsonValue, value);
    QFETCH(QDateTime, date);
    const QDateTime read = dateOf(value);
    QCOMPARE(read, date);
    if (read.isValid()) {
        QCOMPARE(read.timeSpec(), Qt::UTC);
    }
}

void JsonTest::namesThePathOfWhatIsMissing()
{
    const QJsonObject object{{u"empty"_s, u""_s}, {u"number"_s, 5}, {u"text"_s, u"private"_s}};
    QCOMPARE(*requiredString(object, "text"_L1, "room"_L1), u"private"_s);
    QCOMPARE(requiredString(object, "rid"_L1, "room"_L1).error(),
             (Error{Error::Kind::Protocol, u"room.rid is missing"_s}));
    QCOMPARE(requiredString(object, "number"_L1, "room"_L1).error(),
             (Error{Error::Kind::Protocol, u"room.number is no text"_s}));
    QVERIFY(!requiredString(object, "empty"_L1, "room"_L1));
}

void JsonTest::readsWrongTypesAsAbsent()
{
    const QJsonObject object{{u"text"_s, u"7"_s}, {u"number"_s, 7},
                             {u"half"_s, 7.5},    {u"huge"_s, 1e30},
                             {u"flag"_s, true},   {u"list"_s, QJsonArray{u"a"_s, 1, QJsonValue::Null, u"b"_s}}};
    QCOMPARE(optionalString(object, "number"_L1), QString());
    QCOMPARE(optionalInt(object, "text"_L1, -3), -3);
    QCOMPARE(optionalInt(object, "number"_L1, -3), 7);
    QCOMPARE(optionalInt(object, "half"_L1, -3), -3);
    QCOMPARE(optionalInt(object, "huge"_L1, -3), -3);
    QCOMPARE(optionalBool(object, "number"_L1, true), true);
    QCOMPARE(optionalBool(object, "flag"_L1), true);
    QCOMPARE(optionalStrings(object, "list"_L1), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(optionalStrings(object, "text"_L1), QStringList());
}

void JsonTest::oneBadElementDoesNotLoseTheRest()
{
    const QJsonArray array{QJsonObject{{u"_id"_s, u"a"_s}}, 5, QJsonObject(), QJsonObject{{u"_id"_s, u"b"_s}}};
    const Decoded<QString> decoded = decodeList<QString>(
        array, [](const QJsonObject &object) { return requiredString(object, "_id"_L1, "thing"_L1); });
    QCOMPARE(decoded.values, (QList<QString>{u"a"_s, u"b"_s}));
    QCOMPARE(decoded.errors.size(), 2);
}

QTEST_APPLESS_MAIN(JsonTest)
#include "tst_json.moc"
