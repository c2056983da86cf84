#include "app/wire/outboundcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Templates of outbound messages: read, filled in, and sent in the closed schema.
class OutboundCodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsATemplateInBothSpellings_data();
    void readsATemplateInBothSpellings();
    void refusesWhatCannotBeShown_data();
    void refusesWhatCannotBeShown();
    void findsTheGaps_data();
    void findsTheGaps();
    void fillsTheGapsOnce();
    void writesTheClosedSchema();
    void writesNoEmptyLists();
};

namespace {

using Kind = OutboundTemplate::Part::Kind;

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

OutboundTemplate bodyOnly(const QString &text)
{
    OutboundTemplate form{u"hello"_s, u"en"_s};
    form.parts = {{Kind::Body, text}};
    return form;
}

} // namespace

void OutboundCodecTest::readsATemplateInBothSpellings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("small") << QByteArray(
        R"({"name":"n","language":"en","type":"whatsapp","status":"approved","components":[
            {"type":"header","format":"image"},{"type":"body","text":"Hi {{1}}"},{"type":"footer","text":"Bye"}]})");
    QTest::newRow("capitals") << QByteArray(
        R"({"name":"n","language":"en","type":"WHATSAPP","status":"APPROVED","components":[
            {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Hi {{1}}"},{"type":"FOOTER","text":"Bye"}]})");
}

void OutboundCodecTest::readsATemplateInBothSpellings()
{
    QFETCH(QByteArray, json);
    const Result<OutboundTemplate> read = decodeOutboundTemplate(objectOf(json));
    QVERIFY(read);
    const QList<OutboundTemplate::Part> parts{
        {Kind::Header, {}, true}, {Kind::Body, u"Hi {{1}}"_s}, {Kind::Footer, u"Bye"_s}};
    QCOMPARE(*read, (OutboundTemplate{u"n"_s, u"en"_s, u"whatsapp"_s, true, parts}));
}

void OutboundCodecTest::refusesWhatCannotBeShown_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const char *json, const QString &names) {
        QTest::newRow(name) << QByteArray(json) << names;
    };
    row("no name", R"({"language":"en","components":[]})", u"name"_s);
    row("language is a number", R"({"name":"n","language":7,"components":[]})", u"language"_s);
    row("components are text", R"({"name":"n","language":"en","components":"x"})", u"components"_s);
    row("body without text", R"({"name":"n","language":"en","components":[{"type":"body"}]})", u"text"_s);
    row("text is a list", R"({"name":"n","language":"en","components":[{"type":"body","text":[]}]})", u"text"_s);
    row("a part unheard of", R"({"name":"n","language":"en","components":[{"type":"carousel"}]})",
        u"type is not known"_s);
    row("two bodies",
        R"({"name":"n","language":"en","components":[{"type":"body","text":"a"},{"type":"body","text":"b"}]})",
        u"twice"_s);
}

void OutboundCodecTest::refusesWhatCannotBeShown()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, names);
    const Result<OutboundTemplate> read = decodeOutboundTemplate(objectOf(json));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QVERIFY2(read.error().detail.contains(names), qPrintable(read.error().detail));
}

void OutboundCodecTest::findsTheGaps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << u"Hello!"_s << QStringList();
    QTest::newRow("numbers in their order") << u"{{2}} and {{1}} and {{10}}"_s << QStringList{u"1"_s, u"2"_s, u"10"_s};
    QTest::newRow("names as they come") << u"{{order}} for {{customer}}"_s << QStringList{u"order"_s, u"customer"_s};
    QTest::newRow("each once") << u"{{1}}, {{1}}!"_s << QStringList{u"1"_s};
    QTest::newRow("half of one") << u"{1} and {{2"_s << QStringList();
}

void OutboundCodecTest::findsTheGaps()
{
    QFETCH(QString, text);
    QStringList names;
    const QList<TemplateGap> gaps = gapsOf(bodyOnly(text));
    for (const TemplateGap &gap : gaps) {
        names.append(gap.name);
    }
    QTEST(names, "names");
}

void OutboundCodecTest::fillsTheGapsOnce()
{
    OutboundTemplate form{u"n"_s, u"en"_s};
    form.parts = {{Kind::Header, u"For {{1}}"_s}, {Kind::Body, u"{{1}} of {{2}}, {{1}}"_s}, {Kind::Footer, u"STOP"_s}};
    // What is put in may look like a placeholder; it is none.
    QCOMPARE(textOf(form, {u"Ana"_s, u"{{2}}"_s, u"3"_s}), u"For Ana\n{{2}} of 3, {{2}}\nSTOP"_s);
    QCOMPARE(textOf(form, {u"Ana"_s, {}, {}}), u"For Ana\n{{1}} of {{2}}, {{1}}\nSTOP"_s);
}

void OutboundCodecTest::writesTheClosedSchema()
{
    FirstMessage message;
    message.from = u"+14155550100"_s;
    message.to = u"+351912345678"_s;
    message.form = {u"n"_s, u"pt_BR"_s};
    message.form.parts = {{Kind::Header, {}, true}, {Kind::Body, u"{{2}} {{1}}"_s}, {Kind::Footer, u"STOP"_s}};
    message.values = {u"https://example.com/a.png"_s, u"one"_s, u"two"_s};
    message.department = {u"d"_s};
    message.agent = {u"a"_s};
    const QJsonObject whole = objectOf(R"({
        "to":"+351912345678","type":"template","templateProviderPhoneNumber":"+14155550100",
        "departmentId":"d","agentId":"a",
        "template":{"name":"n","language":{"code":"pt_BR"},"components":[
            {"type":"header","parameters":[{"type":"media","link":"https://example.com/a.png"}]},
            {"type":"body","parameters":[{"type":"text","text":"one"},{"type":"text","text":"two"}]}]}})");
    QCOMPARE(encodeFirstMessage(message), whole);
}

void OutboundCodecTest::writesNoEmptyLists()
{
    FirstMessage message;
    message.from = u"+1"_s;
    message.to = u"+2"_s;
    message.form = bodyOnly(u"Hello!"_s);
    const QJsonObject whole = objectOf(R"({"to":"+2","type":"template","templateProviderPhoneNumber":"+1",
                                           "template":{"name":"hello","language":{"code":"en"}}})");
    QCOMPARE(encodeFirstMessage(message), whole);
}

QTEST_GUILESS_MAIN(OutboundCodecTest)
#include "tst_outboundcodec.moc"
