#include "console.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/abilities.h"
#include "app/workspace/listing.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Closed conversations, and for a manager everybody's, by pages.
class ListingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsClosedOnesByPages_data();
    void showsClosedOnesByPages();
    void anAgentSeesOnlyTheirOwn();
    void aManagerSeesEverybodys();
    void tellsWhatWentWrong();
};

namespace {

/// A session and a listing of it.
struct ListedDesk {
    explicit ListedDesk(const QString &version = u"8.8"_s)
        : console(optionsOf(version))
    {
    }

    static practice::PracticeOptions optionsOf(const QString &version)
    {
        practice::PracticeOptions options = Console::quiet();
        options.version = version;
        options.limitsRates = false;
        return options;
    }

    bool open(const QString &user = u"ana"_s)
    {
        if (!console.signIn(user) || !console.start()) {
            return false;
        }
        Session &session = *console.session;
        listing = std::make_unique<Listing>(
            Listing::Needs{session.rest(), session.conversations(), session.abilities(), session.signedIn().me.id});
        return true;
    }

    /// So many conversations that somebody served, and closed or not.
    void serve(const QString &agent, int count, bool isClosed)
    {
        practice::State &state = console.workspace.state();
        const QString by = console.userId(agent);
        for (int each = 0; each < count; ++each) {
            console.textQuietly(u"+1212%1"_s.arg(++customers, 7, 10, QChar(u'5')), u"Hello"_s);
            const QJsonObject inquiry = state.documents.inquiries.first(
                [](const QJsonObject &one) { return one.value("status"_L1).toString() == "queued"_L1; });
            state.desk.take(by, inquiry.value("_id"_L1).toString());
            if (isClosed) {
                state.closing.close(by, inquiry.value("rid"_L1).toString(), {.comment = u"done"_s});
            }
        }
    }

    int rows(Stage stage)
    {
        int count = 0;
        for (int row = 0; row < console.conversations().size(); ++row) {
            count += console.conversations().at(row).stage == stage ? 1 : 0;
        }
        return count;
    }

    Console console;
    std::unique_ptr<Listing> listing;
    int customers = 0;
};

} // namespace

void ListingTest::showsClosedOnesByPages_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void ListingTest::showsClosedOnesByPages()
{
    QFETCH(QString, version);
    ListedDesk desk(version);
    desk.serve(u"ana"_s, 60, true);
    QVERIFY(desk.open());
    QCOMPARE(desk.rows(Stage::Closed), 0);
    desk.listing->show({Listing::Which::Closed});
    QTRY_COMPARE(desk.rows(Stage::Closed), 50);
    QVERIFY(desk.listing->hasMore());
    QCOMPARE(desk.listing->total(), 60);
    desk.listing->more();
    QTRY_COMPARE(desk.rows(Stage::Closed), 60);
    QTRY_VERIFY(!desk.listing->isLoading());
    QVERIFY(!desk.listing->hasMore());

    const QDateTime longAgo = desk.console.clock.now().addDays(-3);
    desk.listing->show({Listing::Which::Closed, {}, longAgo});
    QCOMPARE(desk.rows(Stage::Closed), 0);
    QTRY_VERIFY(!desk.listing->isLoading());
    QCOMPARE(desk.rows(Stage::Closed), 0);
    desk.listing->leave();
    QCOMPARE(desk.rows(Stage::Closed), 0);
}

void ListingTest::anAgentSeesOnlyTheirOwn()
{
    ListedDesk desk;
    desk.serve(u"tom"_s, 2, true);
    desk.serve(u"ana"_s, 1, true);
    QVERIFY(desk.open());
    QTRY_VERIFY(!desk.console.session->abilities().may(Ability::SeeAllConversations));
    QSignalSpy failed(desk.listing.get(), &Listing::failed);
    desk.listing->show({Listing::Which::Closed});
    QTRY_COMPARE(desk.rows(Stage::Closed), 1);
    QCOMPARE(failed.size(), 0);
}

void ListingTest::aManagerSeesEverybodys()
{
    ListedDesk desk;
    desk.serve(u"tom"_s, 2, false);
    const QString ana = desk.console.userId(u"ana"_s);
    practice::State &state = desk.console.workspace.state();
    state.documents.users.change(ana, {{u"roles"_s, QJsonArray{u"livechat-agent"_s, u"livechat-manager"_s}}});
    QVERIFY(desk.open());
    QTRY_VERIFY(desk.console.session->abilities().may(Ability::SeeAllConversations));
    desk.listing->show({Listing::Which::All});
    QTRY_COMPARE(desk.rows(Stage::Elsewhere), 2);
    desk.listing->leave();
    QCOMPARE(desk.rows(Stage::Elsewhere), 0);
}

void ListingTest::tellsWhatWentWrong()
{
    ListedDesk desk;
    desk.serve(u"ana"_s, 1, true);
    QVERIFY(desk.open());
    QSignalSpy failed(desk.listing.get(), &Listing::failed);
    desk.console.workspace.faults().answerHtml = 20;
    desk.listing->show({Listing::Which::Closed});
    QTRY_COMPARE(failed.size(), 1);
    desk.console.workspace.faults().answerHtml = 0;
    desk.listing->more();
    QTRY_COMPARE(desk.rows(Stage::Closed), 1);
}

QTEST_GUILESS_MAIN(ListingTest)
#include "tst_listing.moc"
