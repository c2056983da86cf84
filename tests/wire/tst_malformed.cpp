#include "recordings.h"

#include "app/wire/agentcodec.h"
#include "app/wire/inquirycodec.h"
#include "app/wire/messagecodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using recordings::Kind;

/// Every field of every recorded kind of document, replaced by a value of every other type: each ends in a value or in
/// an error.
class MalformedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void survivesEveryFieldOfEveryWrongType();
    void anOptionalFieldOfAWrongTypeIsAbsent();
    void survivesWhatJsonAllows_data();
    void survivesWhatJsonAllows();

private:
    QList<std::pair<Kind, QJsonObject>> m_samples;
};

/// What decoding says: an error's words, or empty. All that reads such a document has its turn.
static QString decode(Kind kind, const QJsonObject &object)
{
    if (kind == Kind::Message) {
        unreadableMessage(object);
    } else if (kind == Kind::Inquiry) {
        const Result<InquiryEvent> event = decodeInquiryEvent(object);
        return event ? recordings::faultOf(kind, object) : event.error().detail;
    } else if (kind == Kind::Agent) {
        decodeAgentDiff({{u"diff"_s, object}});
    }
    return recordings::faultOf(kind, object);
}

static QList<QJsonValue> wrongValues()
{
    QJsonValue deep = u"bottom"_s;
    for (int level = 0; level < 30; ++level) {
        deep = level % 2 ? QJsonValue(QJsonArray{deep}) : QJsonValue(QJsonObject{{u"$date"_s, deep}, {u"_id"_s, deep}});
    }
    return {QJsonValue(QJsonValue::Null),
            true,
            5,
            -1.5,
            1e300,
            u""_s,
            QString(QChar(0xd800)),
            QString(3, QChar(u'\0')),
            QString(1'000, u'x'),
            QJsonArray(),
            QJsonArray{1, u"a"_s, QJsonValue(QJsonValue::Null)},
            QJsonObject(),
            QJsonObject{{u"$date"_s, u"x"_s}},
            QJsonObject{{u"$date"_s, 1e99}},
            deep};
}

/// Calls with a copy for every field, at every depth, with every wrong value in its place.
static void eachBroken(const QJsonObject &object, const QList<QJsonValue> &wrong,
                       const std::function<void(const QJsonObject &)> &visit)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        QJsonObject broken = object;
        for (const QJsonValue &value : wrong) {
            broken.insert(field.key(), value);
            visit(broken);
        }
        broken.remove(field.key());
        visit(broken);
        const QJsonValue inner = field->isArray() ? field->toArray().at(0) : field.value();
        eachBroken(inner.toObject(), wrong, [&](const QJsonObject &brokenInner) {
            broken.insert(field.key(),
                          field->isArray() ? QJsonValue(QJsonArray{brokenInner}) : QJsonValue(brokenInner));
            visit(broken);
        });
    }
}

void MalformedTest::initTestCase()
{
    QSet<QString> shapes;
    for (const QString &file : recordings::files(u".json"_s) + recordings::files(u".jsonl"_s)) {
        for (const QJsonValue &said : recordings::serverSide(file)) {
            recordings::eachDocument(said, [&](Kind kind, const QJsonObject &object) {
                const QString shape = object.keys().join(u' ') + object.value("t"_L1).toString();
                if (!shapes.contains(shape)) {
                    shapes.insert(shape);
                    m_samples.append({kind, object});
                }
            });
        }
    }
    QVERIFY2(m_samples.size() > 80, qPrintable(QString::number(m_samples.size())));
}

void MalformedTest::survivesEveryFieldOfEveryWrongType()
{
    const QList<QJsonValue> wrong = wrongValues();
    int tried = 0;
    int refused = 0;
    for (const auto &[kind, object] : std::as_const(m_samples)) {
        eachBroken(object, wrong, [&, kind = kind](const QJsonObject &broken) {
            ++tried;
            const QString fault = decode(kind, broken);
            refused += fault.isEmpty() ? 0 : 1;
            // The words of an error go to logs, so they name fields and never repeat what was written in them.
            QVERIFY2(fault.size() < 60, qPrintable(fault.left(200)));
        });
    }
    QVERIFY(tried > 20'000);
    QVERIFY(refused > 1'000);
}

void MalformedTest::anOptionalFieldOfAWrongTypeIsAbsent()
{
    const QSet<QString> needed{u"_id"_s, u"rid"_s, u"msg"_s, u"open"_s}; // closed would be a guess
    for (const auto &[kind, object] : std::as_const(m_samples)) {
        for (const QString &key : object.keys()) {
            QJsonObject broken = object;
            broken.insert(key, QJsonArray{QJsonArray()});
            const QString fault = decode(kind, broken);
            QVERIFY2(fault.isEmpty() || needed.contains(key), qPrintable(key + u": "_s + fault));
        }
    }
}

void MalformedTest::survivesWhatJsonAllows_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("lone surrogates") << QByteArray(R"({"_id":"\ud800","rid":"\udc00\ud800","msg":"\udfff"})");
    QTest::newRow("NUL") << QByteArray(R"({"_id":"\u0000","rid":"a\u0000b","msg":"\u0000"})");
    QTest::newRow("twice the same key") << QByteArray(R"({"_id":"a","_id":5,"rid":"r","rid":"s"})");
    QTest::newRow("deep") << "{\"_id\":\"a\",\"rid\":\"r\",\"attachments\":" + QByteArray(900, '[')
            + QByteArray(900, ']') + '}';
    QTest::newRow("many") << "{\"_id\":\"a\",\"rid\":\"r\",\"attachments\":["
            + QByteArray("{\"text\":\"x\"},").repeated(50'000) + "0]}";
    QTest::newRow("a megabyte") << "{\"_id\":\"a\",\"rid\":\"r\",\"msg\":\"" + QByteArray(1'000'000, 'x') + "\"}";
}

void MalformedTest::survivesWhatJsonAllows()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QVERIFY(!object.isEmpty());
    for (const Kind kind :
         {Kind::Message, Kind::Room, Kind::Subscription, Kind::Inquiry, Kind::Agent, Kind::Department, Kind::Visitor}) {
        QVERIFY(decode(kind, object).size() < 60);
    }
}

QTEST_APPLESS_MAIN(MalformedTest)
#include "tst_malformed.moc"
