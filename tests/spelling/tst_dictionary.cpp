#include "app/spelling/dictionary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class DictionaryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsThere();
    void checksAndSuggests_data();
    void checksAndSuggests();

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QTemporaryDir m_folder;
};

void DictionaryTest::findsWhatIsThere()
{
    write(u"en_XX.aff"_s, "SET UTF-8\nTRY esiarntolcdugmphbyfvkwz'\n");
    write(u"en_XX.dic"_s, "3\nhello\nna\xc3\xafve\ndon't\n");
    write(u"de_XX.aff"_s, "SET ISO8859-1\nTRY esianr\n");
    write(u"de_XX.dic"_s,
          "1\nStra\xdf"
          "e\n");
    write(u"ru_XX.aff"_s, "SET KOI8-R\n");
    write(u"ru_XX.dic"_s, "1\nx\n");
    write(u"alone.aff"_s, "SET UTF-8\n");
    const QStringList found{u"de_XX"_s, u"en_XX"_s};
    QCOMPARE(Dictionary::languagesIn(m_folder.path()), found);
    QCOMPARE(Dictionary::languagesIn(m_folder.filePath(u"nowhere"_s)), QStringList());
}

void DictionaryTest::checksAndSuggests_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("suggestion");
    QTest::newRow("plain") << u"en_XX"_s << u"hello"_s << u"helo"_s << u"hello"_s;
    QTest::newRow("accents in UTF-8") << u"en_XX"_s << u"naïve"_s << u"naïv"_s << u"naïve"_s;
    QTest::newRow("curly apostrophe") << u"en_XX"_s << u"don’t"_s << u"dont"_s << u"don't"_s;
    QTest::newRow("Latin 1") << u"de_XX"_s << u"Straße"_s << u"Straß"_s << u"Straße"_s;
}

void DictionaryTest::checksAndSuggests()
{
    QFETCH(QString, language);
    QFETCH(QString, right);
    QFETCH(QString, wrong);
    const Dictionary dictionary(m_folder.path(), language);
    QVERIFY(dictionary.isRight(right));
    QVERIFY(!dictionary.isRight(wrong));
    QTEST(dictionary.suggestions(wrong).value(0), "suggestion");
}

QTEST_GUILESS_MAIN(DictionaryTest)
#include "tst_dictionary.moc"
