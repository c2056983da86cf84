#include "fidelityplayer.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// A step that is not played, or a difference that is let pass, and why. Everything else has to be as it was recorded.
struct Tolerance {
    enum class Kind { NotPlayed, Different };
    Kind kind;
    const char16_t *pattern; ///< Of "source note METHOD path" or of the difference.
    const char *reason;
};

const std::vector<Tolerance> &tolerances()
{
    using enum Tolerance::Kind;
    static const std::vector<Tolerance> all{
        {NotPlayed, u"^rest/03_", "the practice workspace comes with its people and departments"},
        {NotPlayed, u"DDP_Rate_Limit", "the practice workspace's DDP limits cannot be switched"},
        {NotPlayed,
         u"/(livechat/config|livechat/integrations.settings|livechat/queue|livechat/rooms/"
         u"filters|roles.list|users.update)( |$)",
         "nothing that Greenline uses"},
        {NotPlayed,
         u"/(chat.postMessage|livechat/transcript/.*|livechat/analytics/.*|omnichannel/agents/available)( |$)",
         "nothing that Greenline uses"},
        {NotPlayed,
         u"/(omnichannel/contacts($|\\?)|omnichannel/contacts[.](?!get)|livechat/"
         u"visitors[.](?!info)|isDepartmentCreationAvailable)",
         "nothing that Greenline uses"},
        {NotPlayed, u"^rest/36.*PUT|/users.2fa.(enable|disable)Email",
         "administration; the player makes the change itself"},
        {NotPlayed, u"/chat.search", "the recording's database had no text search (its README)"},
        {NotPlayed, u"^rest/12_|^ddp/26_", "enrolling in a second factor; tst_ddpside plays the login with one"},
        {NotPlayed, u"^rest/(41|43|55|71)_", "closed, texted and uploaded by calls that were not written down"},
        {NotPlayed, u"^ddp/(29|31)_", "heartbeats and limits per method; tst_ddpside plays them"},
        {Different, u"^rest/01_", "the recorded administrator carries traces of the server's own set-up"},
        {Different, u"/settings\\[\\]/value is", "other settings have other types"},
        {Different, u"channels[.](messages|history).*(token|attachments|u/name)",
         "a page of five, one message on without chat.postMessage"},
        {Different, u"added users|\"(upgrade 101|method before connect)\":  ",
         "when the server sends what nobody asked for is a matter of its load"},
        {Different, u"__my_messages__", "who is just getting or losing a room may hear of it there, or not"},
        {Different, u"logout agent2.*userData", "the practice workspace keeps no hashes of tokens to tell of"},
        {Different, u"users.presence from date", "documents of users change more often here"},
        {Different, u"resume_3rd_connection.*result 2", "logoutOtherClients, which Greenline never calls"},
        {Different, u"^rest/31_sms_webhook_bad\\[[567]\\].*(status|error)",
         "accidents of the old server's code, in node's words"},
        {Different, u"/lastMessage/(_updatedAt is|fileUpload)",
         "what newer servers leave in a file's last message by accident"},
        {Different, u"^rest/65_contacts\\[21\\]", "contacts.update, which Greenline does not use yet"},
        {Different,
         u"^ddp/4[23]_.*\"(FORWARD|RETURN|retake|CLOSE|DDP sendMessage into|rooms.media .*(description|last "
         u"shape)|private setting.*perm)",
         "done by calls that were not written down"},
        {Different, u"^ddp/30_.*result 13.*remove is empty", "done by calls that were not written down"},
        {Different, u"^ddp/42_.*( ready s23|SID not.*subscriptions-changed|same _id.*rooms-changed)",
         "told just before or after a mark"},
        {Different, u"agent2 closes with comment.*room-data [*] did not come",
         "an event of the close before it, recorded late"},
    };
    return all;
}

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

private Q_SLOTS:
    void answersAsTheRecordedServerDid_data();
    void answersAsTheRecordedServerDid();
    void needsEveryTolerance(); // after it
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
    QTest::addColumn<QString>("version");
    QTest::newRow("3.11.6") << u"3.11"_s;
    QTest::newRow("7.7.1") << u"7.7"_s;
}

void FidelityTest::answersAsTheRecordedServerDid()
{
    QFETCH(const QString, version);
    const QString folder
        = QStringLiteral(GREENLINE_FIXTURES "/recordings/") + QString::fromLatin1(QTest::currentDataTag());
    FidelityPlayer player(version, folder);
    player.play([this](const TapeStep &step) { return toleranceOf(Tolerance::Kind::NotPlayed, described(step)); });
    int untolerated = 0;
    for (const QString &difference : player.differences()) {
        if (toleranceOf(Tolerance::Kind::Different, difference).isEmpty()) {
            qWarning("%s", qPrintable(difference));
            ++untolerated;
        }
    }
    QVERIFY(player.played() > 300);
    QCOMPARE(untolerated, 0);
}

void FidelityTest::needsEveryTolerance()
{
    for (const Tolerance &tolerance : tolerances()) {
        QVERIFY2(m_used.contains(&tolerance), tolerance.reason);
    }
}

QTEST_GUILESS_MAIN(FidelityTest)
#include "tst_fidelity.moc"
