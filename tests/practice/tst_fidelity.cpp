#include "fidelityplayer.h"
#include "fidelitytolerances.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString described(const TapeStep &step)
{
    const QJsonObject request = step.entry.value("request"_L1).toObject();
    return u"%1 %2 %3 %4"_s.arg(step.source, step.note, request.value("method"_L1).toString(),
                                request.value("path"_L1).toString());
}

} // namespace

/// The recordings of real servers, played against the practice workspace of the same version.
class FidelityTest : public QObject
{
    Q_OBJECT

private:
    QString toleranceOf(Tolerance::Kind kind, const QString &text);
    QSet<const Tolerance *> m_used;
    QSet<QString> m_named; // files that are compared, or named by a tolerance

private Q_SLOTS:
    void answersAsTheRecordedServerDid_data();
    void answersAsTheRecordedServerDid();
    void needsEveryTolerance(); // after it
    void leavesNoRecordingOut(); // after it
};

QString FidelityTest::toleranceOf(Tolerance::Kind kind, const QString &text)
{
    for (const Tolerance &tolerance : tolerances()) {
        if (tolerance.kind == kind
            && QRegularExpression(QString::fromUtf16(tolerance.pattern)).match(text).hasMatch()) {
            m_used.insert(&tolerance);
            return QString::fromLatin1(tolerance.reason);
        }
    }
    return {};
}

void FidelityTest::answersAsTheRecordedServerDid_data()
{
    QTest::addColumn<QString>("recording");
    QTest::newRow("3.11.6") << u"3.11.6"_s;
    QTest::newRow("7.7.1") << u"7.7.1"_s;
    QTest::newRow("7.7.1, Enterprise code without a licence") << u"7.7.1/ee_code_no_licence"_s;
}

void FidelityTest::answersAsTheRecordedServerDid()
{
    QFETCH(const QString, recording);
    FidelityPlayer player(recording);
    player.play([&](const TapeStep &step) {
        const QString reason = toleranceOf(Tolerance::Kind::NotPlayed, described(step));
        if (!reason.isEmpty()) {
            m_named.insert(recording + u'/' + fileOf(step));
        }
        return reason;
    });
    player.compareTexts();
    for (const QString &file : player.comparedFiles()) {
        m_named.insert(recording + u'/' + file);
    }
    const QString prefix = recording.contains(u'/') ? u"unlicensed "_s : QString();
    int untolerated = 0;
    for (const QString &found : player.differences()) {
        const QString difference = prefix + found;
        if (toleranceOf(Tolerance::Kind::Different, difference).isEmpty()) {
            qWarning("%s", qPrintable(difference));
            ++untolerated;
        }
    }
    QVERIFY(player.played() > 100);
    QCOMPARE(untolerated, 0);
}

void FidelityTest::needsEveryTolerance()
{
    for (const Tolerance &tolerance : tolerances()) {
        QVERIFY2(m_used.contains(&tolerance), tolerance.reason);
    }
}

void FidelityTest::leavesNoRecordingOut()
{
    const QDir recordings(QStringLiteral(GREENLINE_FIXTURES "/recordings"));
    QDirIterator files(recordings.path(), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString file = recordings.relativeFilePath(files.next());
        if (!file.endsWith("README.md"_L1)) {
            ++count;
            QVERIFY2(m_named.contains(file), qPrintable(file + u" is neither compared nor tolerated"_s));
        }
    }
    QVERIFY(count > 90);
}

QTEST_GUILESS_MAIN(FidelityTest)
#include "tst_fidelity.moc"
