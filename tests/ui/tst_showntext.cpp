#include "ui/timeline/filenames.h"
#include "ui/timeline/links.h"
#include "ui/timeline/showntext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What customers send, and what is made of it before anything is painted, opened or saved.
class ShownTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTextHarmlessly_data();
    void showsTextHarmlessly();
    void putsNamesOnOneLine();
    void foldsLongTexts();
    void escapesTooltips();
    void findsLinks_data();
    void findsLinks();
    void doubtsLinksThatLookLikeOthers_data();
    void doubtsLinksThatLookLikeOthers();
    void namesSavedFiles_data();
    void namesSavedFiles();
};

void ShownTextTest::showsTextHarmlessly_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Hi & <b>bye</b>"_s << u"Hi & <b>bye</b>"_s;
    QTest::newRow("NUL") << u"a\0b"_s << u"a\uFFFDb"_s;
    QTest::newRow("bell and escape") << u"a\a\u001B[31m"_s << u"a\uFFFD\uFFFD[31m"_s;
    QTest::newRow("right-to-left override") << u"x\u202Egnp.exe\u202C"_s << u"x\uFFFDgnp.exe\u202C"_s;
    QTest::newRow("lone surrogates") << QString(u"a"_s + QChar(0xD83D) + u"b"_s + QChar(0xDE00)) << u"a\uFFFDb\uFFFD"_s;
    QTest::newRow("emoji stay") << u"👩‍👩‍👧‍👦 😀"_s << u"👩‍👩‍👧‍👦 😀"_s;
    QTest::newRow("line ends of every kind") << u"a\r\nb\rc\u2028d\u2029e"_s << u"a\nb\nc\nd\ne"_s;
    QTest::newRow("a tower of accents") << QString(u"a"_s + QString(1000, QChar(0x0301)) + u"b"_s)
                                        << QString(u"a"_s + QString(8, QChar(0x0301)) + u"b"_s);
    QTest::newRow("Arabic stays") << u"مرحبا\u200f!"_s << u"مرحبا\u200f!"_s;
}

void ShownTextTest::showsTextHarmlessly()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    QCOMPARE(harmless(sent), shown);
}

void ShownTextTest::putsNamesOnOneLine()
{
    QCOMPARE(harmlessName(u" Eve\n\u202E\u2067evE\u2069 "_s), u"Eve \uFFFDevE"_s);
    QVERIFY(harmlessName(QString(1'000'000, u'x')).size() <= 120);
}

void ShownTextTest::foldsLongTexts()
{
    QCOMPARE(folded(u"short"_s, Fold::Short).hidden, 0);
    const FoldedText word = folded(QString(1'000'000, u'x'), Fold::Short);
    QCOMPARE(word.text.size(), 4096);
    QCOMPARE(word.hidden, 1'000'000 - 4096);
    QVERIFY(word.canUnfold);
    QVERIFY(!folded(QString(1'000'000, u'x'), Fold::Long).canUnfold);
    const FoldedText lines = folded(QString(100'000, u'\n'), Fold::Short);
    QVERIFY(lines.text.count(u'\n') < 60 && lines.hidden > 90'000);
    const FoldedText emoji = folded(QString(4095, u'x') + u"😀"_s, Fold::Short);
    QCOMPARE(emoji.text.size(), 4095); // never half of one
}

void ShownTextTest::escapesTooltips()
{
    QCOMPARE(plainToolTip(u"<img src=x>\nhi"_s), u"<p>&lt;img src=x&gt;<br>hi</p>"_s);
}

void ShownTextTest::findsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("web") << u"see https://a.example/x?y=1#z."_s << QStringList{u"https://a.example/x?y=1#z"_s};
    QTest::newRow("capitals") << u"HTTPS://A.example"_s << QStringList{u"HTTPS://A.example"_s};
    QTest::newRow("in brackets") << u"(http://a.example/b)"_s << QStringList{u"http://a.example/b"_s};
    QTest::newRow("with brackets") << u"http://a.example/b_(c)"_s << QStringList{u"http://a.example/b_(c)"_s};
    QTest::newRow("in markup") << u"<a href=\"http://a.example\">x</a>"_s << QStringList{u"http://a.example"_s};
    QTest::newRow("mail and number") << u"mailto:a@b.example, tel:+15550100!"_s
                                     << QStringList{u"mailto:a@b.example"_s, u"tel:+15550100"_s};
    QTest::newRow("other schemes") << u"file:///etc/passwd javascript:alert(1) smb://x data:text/html,x"_s
                                   << QStringList();
    QTest::newRow("no host") << u"http:// and https://"_s << QStringList();
    QTest::newRow("in the middle of a word") << u"xhttp://a.example"_s << QStringList();
}

void ShownTextTest::findsLinks()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QStringList links;
    for (const TextLink &link : linksIn(text)) {
        links.append(text.mid(link.start, link.length));
    }
    QCOMPARE(links, found);
}

void ShownTextTest::doubtsLinksThatLookLikeOthers_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isSuspect");
    QTest::newRow("usual") << QUrl(u"https://shop.example/x"_s) << u"shop.example"_s << false;
    QTest::newRow("user@host") << QUrl(u"https://bank.example@evil.example/"_s) << u"evil.example"_s << true;
    QTest::newRow("Cyrillic a") << QUrl(u"https://\u0430pple.example/"_s) << u"xn--pple-43d.example"_s << true;
    QTest::newRow("number") << QUrl(u"tel:+15550100"_s) << u"+15550100"_s << false;
}

void ShownTextTest::doubtsLinksThatLookLikeOthers()
{
    QFETCH(QUrl, url);
    QFETCH(QString, target);
    QFETCH(bool, isSuspect);
    QCOMPARE(linkTarget(url), target);
    QCOMPARE(isSuspectLink(url), isSuspect);
}

void ShownTextTest::namesSavedFiles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("usual") << u"invoice.pdf"_s << u"application/pdf"_s << u"invoice.pdf"_s;
    QTest::newRow("an MMS of 7.7.1") << u"Upload File"_s << u"image/png"_s << u"Upload File.png"_s;
    QTest::newRow("folders") << u"../../etc/passwd"_s << QString() << u"_.._etc_passwd"_s;
    QTest::newRow("Windows folders") << u"C:\\x\\y.txt"_s << QString() << u"C_x_y.txt"_s;
    QTest::newRow("hidden") << u".bashrc"_s << QString() << u"bashrc"_s;
    QTest::newRow("an option") << u"-rf.txt"_s << QString() << u"rf.txt"_s;
    QTest::newRow("device") << u"con.txt"_s << QString() << u"file_con.txt"_s;
    QTest::newRow("nothing") << QString() << u"image/jpeg"_s << u"file_.jpg"_s;
    QTest::newRow("reversed") << u"photo\u202Egnp.exe"_s << QString() << u"photo_gnp.exe"_s;
    QTest::newRow("line break and NUL") << u"a\nb\0c.txt"_s << QString() << u"a b_c.txt"_s;
}

void ShownTextTest::namesSavedFiles()
{
    QFETCH(QString, title);
    QFETCH(QString, type);
    QFETCH(QString, name);
    QCOMPARE(savedFileName({.title = title, .mimeType = type}), name);
}

QTEST_GUILESS_MAIN(ShownTextTest)
#include "tst_showntext.moc"
