#include "app/omnichannel/textmatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class TextMatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAPhraseWhateverItsForm_data();
    void findsAPhraseWhateverItsForm();
    void findsEveryPlace();
    void findsWordsByTheirBeginnings();
};

void TextMatchTest::findsAPhraseWhateverItsForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("found");
    QTest::newRow("capitals") << u"My ORDER"_s << u"order"_s << u"ORDER"_s;
    QTest::newRow("accents not typed") << u"um café já"_s << u"cafe ja"_s << u"café já"_s;
    QTest::newRow("accents typed") << u"um cafe"_s << u"café"_s << u"cafe"_s;
    QTest::newRow("accents of their own") << u"um cafe\u0301, ja"_s << u"café"_s << u"cafe\u0301"_s;
    QTest::newRow("curly quotes") << u"don’t"_s << u"don't"_s << u"don’t"_s;
    QTest::newRow("behind an emoji") << u"😀 yes"_s << u"yes"_s << u"yes"_s;
    QTest::newRow("an emoji") << u"so 😀😁"_s << u"😁"_s << u"😁"_s;
    QTest::newRow("within a word") << u"undelivered"_s << u"deliver"_s << u"deliver"_s;
    QTest::newRow("not there") << u"order"_s << u"orders"_s << QString();
    QTest::newRow("nothing") << u"order"_s << QString() << QString();
}

void TextMatchTest::findsAPhraseWhateverItsForm()
{
    QFETCH(QString, text);
    QFETCH(QString, phrase);
    QFETCH(QString, found);
    const QList<TextRange> places = placesOfPhrase(text, phrase);
    QCOMPARE(places.isEmpty(), found.isEmpty());
    if (!places.isEmpty()) {
        QCOMPARE(text.mid(places.first().start, places.first().length), found);
    }
}

void TextMatchTest::findsEveryPlace()
{
    QCOMPARE(placesOfPhrase(u"aaaa aa"_s, u"aa"_s), (QList<TextRange>{{0, 2}, {2, 2}, {5, 2}}));
}

void TextMatchTest::findsWordsByTheirBeginnings()
{
    const QString text = u"Não, the re-order is here"_s;
    QCOMPARE(placesOfWords(text, {u"or"_s, u"NAO"_s}), (QList<TextRange>{{0, 3}, {12, 2}}));
    QVERIFY(placesOfWords(text, {u"rder"_s, QString()}).isEmpty());
}

QTEST_GUILESS_MAIN(TextMatchTest)
#include "tst_textmatch.moc"
