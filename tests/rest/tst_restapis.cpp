#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/state.h"
#include "restplace.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline;

/// The interfaces over real HTTP against a workspace of each kind of age. Every test runs for each version.
class RestApisTest : public QObject, private RestPlace
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void signsIn();
    void tellsWrongPasswordFromExpiredSession();
    void readsDirectory();
    void switchesAvailability();
    void takesFromTheQueue();
    void sendsAndFindsMessages();
    void sendsFiles();
    void readsTheRulesForFiles();
    void pagesHistory();
    void catchesUp();
    void returnsToTheQueue();
    void closes();
    void waitsForTheRateLimit();
};

void RestApisTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "5.3", "6.13", "7.7", "7.12", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void RestApisTest::init()
{
    QFETCH_GLOBAL(QString, version);
    start(version);
}

void RestApisTest::cleanup()
{
    stop();
}

void RestApisTest::signsIn()
{
    QCOMPARE(answerOf<ServerInfo>([&](const auto &then) { m_auth->info(then); })->version,
             *parseServerVersion(m_options.version));
    QCOMPARE(m_me.username, u"ana"_s);
    QVERIFY(m_me.isAgent());
    const Result<WorkspaceRules> rules = answerOf<WorkspaceRules>([&](const auto &then) { m_directory->rules(then); });
    QVERIFY(rules.isOk());
    QVERIFY(rules->omnichannelEnabled);
    QVERIFY(!rules->siteName.isEmpty());
}

void RestApisTest::tellsWrongPasswordFromExpiredSession()
{
    QSignalSpy unauthorized(m_rest.get(), &RestClient::unauthorized);
    const Result<LoginAnswer> wrong
        = answerOf<LoginAnswer>([&](const auto &then) { m_auth->login(u"ana"_s, u"wrong"_s, {}, then); });
    QCOMPARE(wrong.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(unauthorized.size(), 0);
    const Status left = answerOf<Done>([&](const auto &then) { m_auth->logout(then); });
    QVERIFY2(left.isOk(), left ? "" : qPrintable(left.error().detail));
    QCOMPARE(answerOf<Agent>([&](const auto &then) { m_auth->me(then); }).error().kind, Error::Kind::Unauthorized);
    QCOMPARE(unauthorized.size(), 1);
}

void RestApisTest::readsDirectory()
{
    const Result<QList<Department>> departments
        = answerOf<QList<Department>>([&](const auto &then) { m_directory->departments(then); });
    QVERIFY(departments.isOk());
    QVERIFY(!departments->isEmpty());
    const Result<QSet<DepartmentId>> mine
        = answerOf<QSet<DepartmentId>>([&](const auto &then) { m_directory->myDepartments(m_me.id, then); });
    QVERIFY(mine.isOk());
    QVERIFY(!mine->isEmpty());
    const Result<QSet<QString>> granted
        = answerOf<QSet<QString>>([&](const auto &then) { m_rights->permissions(m_me.roles, then); });
    QVERIFY(granted->contains(u"view-l-room"_s));
    QVERIFY(!granted->contains(u"edit-privileged-setting"_s));
    const Result<QStringList> tags = answerOf<QStringList>([&](const auto &then) { m_directory->tags({}, then); });
    QVERIFY2(tags.isOk(), tags ? "" : qPrintable(tags.error().detail));
    const Result<Routing> routing = answerOf<Routing>([&](const auto &then) { m_queue->routing(then); });
    QVERIFY2(routing.isOk(), routing ? "" : qPrintable(routing.error().detail));
    QVERIFY(routing->showsQueue && !routing->assignsAgents);
}

void RestApisTest::switchesAvailability()
{
    const auto set = [this](Availability wanted) {
        return answerOf<Availability>([&](const auto &then) { m_directory->setAvailability(wanted, then); });
    };
    for (const Availability wanted :
         {Availability::NotAvailable, Availability::NotAvailable, Availability::Available, Availability::Available}) {
        QCOMPARE(*set(wanted), wanted); // twice is no toggling back
        QCOMPARE(answerOf<Agent>([&](const auto &then) { m_auth->me(then); })->availability, wanted);
    }
}

void RestApisTest::takesFromTheQueue()
{
    const Inquiry inquiry = text(u"+14155550199"_s, u"Where is my parcel?"_s);
    QCOMPARE(inquiry.status, Inquiry::Status::Queued);
    QVERIFY(take(inquiry.id).isOk());
    const Result<Room> room = answerOf<Room>([&](const auto &then) { m_rooms->info(inquiry.room, then); });
    QCOMPARE(room->servedBy, m_me.id);
    QCOMPARE(room->source, Source::Sms);
    const Result<QList<Room>> mine = answerOf<QList<Room>>([&](const auto &then) { m_rooms->mine(then); });
    QCOMPARE(mine->size(), 1);
    const Result<OwnTies> ties = answerOf<OwnTies>([&](const auto &then) { m_rooms->subscriptions(then); });
    QCOMPARE(ties->readable.constFirst().room, inquiry.room);
    QVERIFY(answerOf<Done>([&](const auto &then) { m_rooms->markRead(inquiry.room, then); }).isOk());
    const Result<Contact> customer
        = answerOf<Contact>([&](const auto &then) { m_directory->visitor(room->visitor.id, then); });
    QCOMPARE(customer->phones, QStringList{u"+14155550199"_s});

    signIn(u"tom"_s);
    const Status late = take(inquiry.id);
    QCOMPARE(late.error().code, u"error-inquiry-taken"_s);
}

void RestApisTest::sendsAndFindsMessages()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    const MessageId id = newMessageId();
    const Result<Message> sent = send(room, id, u"On its way. 50% + ü"_s);
    QVERIFY2(sent.isOk(), sent ? "" : qPrintable(sent.error().detail));
    QCOMPARE(sent->id, id);
    QTRY_COMPARE(m_workspace->twilio().sent().size(), 1);
    QCOMPARE(m_workspace->twilio().sent().constFirst().body, u"On its way. 50% + ü"_s);

    const Result<Message> twice = send(room, id, u"On its way. 50% + ü"_s);
    QCOMPARE(twice.error().kind, Error::Kind::Rejected);
    QVERIFY(twice.error().code.isEmpty());
    const auto find = [this](const MessageId &which) {
        return answerOf<std::optional<Message>>([&](const auto &then) { m_messages->exists(which, then); });
    };
    QCOMPARE(find(id).value()->text, u"On its way. 50% + ü"_s);
    const Result<std::optional<Message>> unknown = find(newMessageId());
    QVERIFY(unknown.isOk() && !unknown.value());
    QCOMPARE(m_workspace->twilio().sent().size(), 1);
}

void RestApisTest::sendsFiles()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    const FilePart file{u"Ü \"1\"\r\nX.txt"_s, u"text/plain"_s, QByteArray("two\r\nlines\0!", 12)};
    std::optional<Result<Message>> posted;
    if (m_files->isConfirmed()) {
        const auto brought = answerOf<QString>([&](const auto &then) { m_files->bring(room, file, nullptr, then); });
        QVERIFY2(brought.isOk(), brought ? "" : qPrintable(brought.error().detail));
        QVERIFY(m_workspace->twilio().sent().isEmpty());
        const auto confirm = [&](const auto &then) { m_files->confirm(room, *brought, u"Read this"_s, then); };
        posted = answerOf<Message>(confirm);
        QCOMPARE(answerOf<Message>(confirm)->id, (*posted)->id); // as if nothing had happened, and yet
        QTRY_COMPARE(m_workspace->twilio().sent().size(), 2); // ddp/42: why nobody may confirm twice
    } else {
        posted = answerOf<Message>([&](const auto &then) { m_files->post(room, file, u"Read this"_s, nullptr, then); });
    }
    QVERIFY2(posted->isOk(), posted->isOk() ? "" : qPrintable(posted->error().detail));
    QCOMPARE((*posted)->text, u"Read this"_s);
    const practice::Documents &documents = m_workspace->state().documents;
    const QString id = (*posted)->attachments.constFirst().link.section(u'/', 2, 2);
    QCOMPARE(documents.uploadBytes.value(id), file.bytes);
    QCOMPARE(documents.uploads.find(id).value("type"_L1).toString(), file.mimeType);
    QCOMPARE(documents.uploads.find(id).value("name"_L1).toString(), u"Ü %221%22%0D%0AX.txt"_s);
    QTRY_VERIFY(!m_workspace->twilio().sent().isEmpty());
    QVERIFY(m_workspace->twilio().sent().constFirst().media.constFirst().contains(id));
}

void RestApisTest::readsTheRulesForFiles()
{
    practice::Settings &settings = m_workspace->state().settings;
    settings.set(u"FileUpload_MaxFileSize"_s, 10);
    settings.set(u"FileUpload_MediaTypeWhiteList"_s, u"image/*, text/plain,"_s);
    const auto rules = answerOf<FileRules>([&](const auto &then) { m_files->rules(then); });
    QVERIFY2(rules.isOk(), rules ? "" : qPrintable(rules.error().detail));
    QCOMPARE(*rules, (FileRules{true, 10, {u"image/*"_s, u"text/plain"_s}, {u"image/svg+xml"_s}}));
    const RoomId room = takenFrom(u"+14155550199"_s);
    const auto refusal = [&](const FilePart &file) {
        return m_files->isConfirmed()
            ? answerOf<QString>([&](const auto &then) { m_files->bring(room, file, nullptr, then); }).error().code
            : answerOf<Message>([&](const auto &then) { m_files->post(room, file, {}, nullptr, then); }).error().code;
    };
    QCOMPARE(refusal({u"a.txt"_s, u"text/plain"_s, QByteArray(11, 'x')}), u"error-file-too-large"_s);
    QCOMPARE(refusal({u"a.svg"_s, u"image/svg+xml"_s, "x"}), u"error-invalid-file-type"_s);
    settings.set(u"FileUpload_MaxFileSize"_s, -1);
    settings.set(u"FileUpload_Enabled"_s, false);
    QCOMPARE(answerOf<FileRules>([&](const auto &then) { m_files->rules(then); })->isOn, false);
    QCOMPARE(refusal({u"a.txt"_s, u"text/plain"_s, "x"}), u"error-file-upload-disabled"_s);
}

void RestApisTest::pagesHistory()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(send(room, newMessageId(), QString::number(i)).isOk());
    }
    const HistoryPage newest = page(room, {}, 3);
    QCOMPARE(newest.messages.size(), 3);
    QVERIFY(newest.hasOlder);
    QCOMPARE(newest.messages.constLast().text, u"4"_s);
    const HistoryPage older = page(room, newest.messages.constFirst().at, 50);
    QVERIFY(!older.hasOlder);
    QCOMPARE(older.messages.constLast().text, u"1"_s);
    const bool hasSystemMessages
        = std::any_of(older.messages.begin(), older.messages.end(), [](const Message &message) {
              return message.event == Message::Event::Started || message.event == Message::Event::Taken;
          });
    QVERIFY(hasSystemMessages);
}

void RestApisTest::catchesUp()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    const QDateTime since = page(room, {}, 50).messages.constLast().updatedAt;
    const MessageId id = newMessageId();
    QVERIFY(send(room, id, u"new"_s).isOk());
    const Result<MessageChanges> changes
        = answerOf<MessageChanges>([&](const auto &then) { m_messages->changesSince(room, since, then); });
    QVERIFY2(changes.isOk(), changes ? "" : qPrintable(changes.error().detail));
    const bool hasIt = std::any_of(changes->updated.begin(), changes->updated.end(),
                                   [&](const Message &message) { return message.id == id; });
    QVERIFY(hasIt);
}

void RestApisTest::returnsToTheQueue()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    QVERIFY(queued()->isEmpty());
    const Status returned = answerOf<Done>([&](const auto &then) { m_queue->returnToQueue(room, {}, then); });
    QVERIFY2(returned.isOk(), returned ? "" : qPrintable(returned.error().detail));
    QCOMPARE(queued()->constFirst().room, room);
}

void RestApisTest::closes()
{
    const RoomId room = takenFrom(u"+14155550199"_s);
    const auto close = [&] {
        return answerOf<Done>([&](const auto &then) { m_rooms->close(room, {u"solved"_s, {u"parcel"_s}}, then); });
    };
    const Status closed = close();
    QVERIFY2(closed.isOk(), closed ? "" : qPrintable(closed.error().detail));
    const Result<Room> info = answerOf<Room>([&](const auto &then) { m_rooms->info(room, then); });
    if (info) { // an agent may not read every closed room
        QVERIFY(!info->isOpen);
        QCOMPARE(info->tags, QStringList{u"parcel"_s});
    }
    const Status twice = close();
    QVERIFY2(twice.error().code == "error-room-already-closed"_L1 || twice.error().code == "error-not-authorized"_L1,
             qPrintable(twice.error().code));
}

void RestApisTest::waitsForTheRateLimit()
{
    m_workspace->faults().answer429 = 1;
    const Status limited = answerOf<Done>(
        [&](const auto &then) { m_rooms->markRead({u"nowhere"_s}, then); }); // a GET would wait for the route
    QCOMPARE(limited.error().kind, Error::Kind::RateLimited);
    QVERIFY(limited.error().retryAfter);
}

QTEST_GUILESS_MAIN(RestApisTest)
#include "tst_restapis.moc"
