#pragma once

#include "app/practice/practiceworkspace.h"
#include "app/rest/authapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/filesapi.h"
#include "app/rest/messagesapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/rightsapi.h"
#include "app/rest/roomsapi.h"

#include <QTestEventLoop>

#include <memory>
#include <optional>

namespace greenline {

/// A practice workspace, an agent who is signed in there, and every interface to it over real HTTP.
class RestPlace
{
protected:
    void start(const QString &version);
    void stop();
    template <typename T, typename Ask>
    Result<T> answerOf(Ask ask);
    void signIn(const QString &user);
    Inquiry text(const QString &from, const QString &body);
    RoomId takenFrom(const QString &number);
    Status take(const InquiryId &inquiry);
    Result<Message> send(const RoomId &room, const MessageId &id, const QString &body);
    Result<QList<Inquiry>> queued();
    HistoryPage page(const RoomId &room, const QDateTime &before, int count);

    QObject m_context; // who is told
    SystemClock m_clock;
    HttpClient m_http;
    practice::PracticeOptions m_options;
    std::unique_ptr<practice::PracticeWorkspace> m_workspace;
    std::unique_ptr<RestClient> m_rest;
    std::optional<AuthApi> m_auth;
    std::optional<QueueApi> m_queue;
    std::optional<RoomsApi> m_rooms;
    std::optional<MessagesApi> m_messages;
    std::optional<FilesApi> m_files;
    std::optional<DirectoryApi> m_directory;
    std::optional<RightsApi> m_rights;
    Agent m_me;
};

template <typename T, typename Ask>
Result<T> RestPlace::answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    QTestEventLoop wait;
    ask(Then<T>(&m_context, [&](const Result<T> &told) {
        answer.emplace(told);
        wait.exitLoop();
    }));
    wait.enterLoop(10);
    return answer.value_or(Error{Error::Kind::Timeout, QStringLiteral("no answer in the test")});
}

} // namespace greenline
