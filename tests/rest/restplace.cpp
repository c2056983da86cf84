#include "restplace.h"

#include "app/practice/practicetwilio.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

void RestPlace::start(const QString &version)
{
    m_options = practice::PracticeOptions();
    m_options.version = version;
    m_options.hasCustomers = false;
    m_workspace = std::make_unique<practice::PracticeWorkspace>(m_options, m_clock);
    QVERIFY(m_workspace->start().isOk());
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_workspace->url());
    const ServerFeatures features(*parseServerVersion(version));
    m_auth.emplace(*m_rest);
    m_queue.emplace(*m_rest, features);
    m_rooms.emplace(*m_rest, features);
    m_messages.emplace(*m_rest, features);
    m_files.emplace(*m_rest, features);
    m_directory.emplace(*m_rest, features);
    m_rights.emplace(*m_rest, features);
    signIn(u"ana"_s);
}

void RestPlace::stop()
{
    m_rest.reset();
    m_workspace.reset();
}

void RestPlace::signIn(const QString &name)
{
    const QList<practice::PracticeUser> users = m_workspace->users();
    const auto user = std::find_if(users.begin(), users.end(),
                                   [&name](const practice::PracticeUser &one) { return one.username == name; });
    QVERIFY(user != users.end());
    const Result<LoginAnswer> login
        = answerOf<LoginAnswer>([&](const auto &then) { m_auth->login(name, user->password, {}, then); });
    QVERIFY2(login.isOk(), login ? "" : qPrintable(login.error().detail));
    m_rest->setCredentials(login->credentials);
    m_me = login->me;
    const Result<Availability> available = answerOf<Availability>(
        [&](const auto &then) { m_directory->setAvailability(Availability::Available, then); });
    QVERIFY2(available.isOk(), available ? "" : qPrintable(available.error().detail));
}

Result<QList<Inquiry>> RestPlace::queued()
{
    return answerOf<QList<Inquiry>>([&](const auto &then) { m_queue->queued(then); });
}

/// Lets a customer write, and finds the entry that this makes.
Inquiry RestPlace::text(const QString &from, const QString &body)
{
    QSignalSpy delivered(&m_workspace->twilio(), &practice::PracticeTwilio::delivered);
    m_workspace->twilio().deliver({from, m_workspace->number(), body});
    [&] { QTRY_COMPARE(delivered.size(), 1); }();
    const Result<QList<Inquiry>> all = queued();
    if (!all || all->isEmpty()) {
        QTest::qFail(all ? "the queue is empty" : qPrintable(all.error().detail), __FILE__, __LINE__);
        return {};
    }
    return all->constLast();
}

Status RestPlace::take(const InquiryId &inquiry)
{
    return answerOf<Done>([&](const auto &then) { m_queue->take(inquiry, then); });
}

RoomId RestPlace::takenFrom(const QString &number)
{
    const Inquiry inquiry = text(number, u"Where is my parcel?"_s);
    const Status taken = take(inquiry.id);
    if (!taken) {
        QTest::qFail(qPrintable(taken.error().detail), __FILE__, __LINE__);
    }
    return inquiry.room;
}

Result<Message> RestPlace::send(const RoomId &room, const MessageId &id, const QString &body)
{
    return answerOf<Message>([&](const auto &then) { m_messages->send(room, id, body, then); });
}

HistoryPage RestPlace::page(const RoomId &room, const QDateTime &before, int count)
{
    const Result<HistoryPage> read
        = answerOf<HistoryPage>([&](const auto &then) { m_messages->history(room, before, count, then); });
    if (!read) {
        QTest::qFail(qPrintable(read.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *read;
}

} // namespace greenline
