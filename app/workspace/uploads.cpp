#include "app/workspace/uploads.h"

#include "app/base/log.h"
#include "app/rest/envelope.h"
#include "app/workspace/filecontents.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

/// How long a request whose answer was lost may still be worked off inside the server, on the way included.
constexpr auto postingMayLast = 90'000ms;

bool isOwnFile(const Attachment &attachment, const OutgoingFile &file)
{
    return file.uploadId.isEmpty() ? attachment.title == file.file.name
                                   : attachment.link.contains(u'/' + file.uploadId + u'/');
}

bool isLost(const Error &error)
{
    return error.code == "invalid-file"_L1;
}

/// Nothing was done, so it may go again without a look.
bool wasTurnedAway(const Error &error)
{
    return isLost(error) || error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::Unauthorized;
}

Error later(const Error &error)
{
    return isLost(error) ? Error{Error::Kind::Network, u"the workspace has lost the file"_s} : error;
}

} // namespace

struct Uploads::Run {
    OutgoingMessage message;
    Then<Message> then;
    FilePart part = {};
    std::unique_ptr<Transfer> transfer = {};
    bool isPosting = false; ///< Too late to call it back.
};

Uploads::Uploads(const Apis &apis, const AgentId &me, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_me(me)
    , m_clock(clock)
    , m_keep([](const OutgoingMessage &) { return Done(); })
{
}

Uploads::~Uploads() = default;

void Uploads::setKeeper(const Keeper &keep)
{
    m_keep = keep;
}

Uploads::Run *Uploads::find(const MessageId &id) const
{
    const auto run = m_runs.find(id);
    return run == m_runs.end() ? nullptr : run->second.get();
}

void Uploads::send(const OutgoingMessage &message, const Then<Message> &then)
{
    const MessageId id = message.id;
    m_runs.insert_or_assign(id, std::make_unique<Run>(Run{message, then}));
    // Later, so that no caller is answered inside its own call.
    QMetaObject::invokeMethod(
        this, [this, id] { begin(id); }, Qt::QueuedConnection);
}

void Uploads::begin(const MessageId &id)
{
    Run *run = find(id);
    if (!run) {
        return; // called back meanwhile
    }
    const Result<FilePart> part = filePartOf(run->message.file->file);
    if (!part) {
        end(id, part.error());
        return;
    }
    run->part = *part;
    if (run->message.file->newestBefore.isValid()) {
        carry(id);
        return;
    }
    m_apis.messages.history(run->message.room, {}, 1, {this, [this, id](const Result<HistoryPage> &page) {
                                                           Run *asked = find(id);
                                                           if (!asked) {
                                                               return;
                                                           }
                                                           if (!page) {
                                                               end(id, page.error());
                                                               return;
                                                           }
                                                           asked->message.file->newestBefore = page->messages.isEmpty()
                                                               ? QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)
                                                               : page->messages.constLast().at;
                                                           carry(id);
                                                       }});
}

void Uploads::carry(const MessageId &id)
{
    Run &run = *find(id);
    if (!m_apis.files.isConfirmed()) {
        postInOne(run);
    } else if (run.message.file->uploadId.isEmpty()) {
        bring(run);
    } else {
        confirm(run);
    }
}

void Uploads::bring(Run &run)
{
    const MessageId id = run.message.id;
    watch(run);
    m_apis.files.bring(run.message.room, run.part, run.transfer.get(),
                       {this, [this, id](const Result<QString> &upload) {
                            Run *brought = find(id);
                            if (!brought) {
                                return; // called back
                            }
                            if (upload) {
                                brought->message.file->uploadId = *upload;
                                confirm(*brought);
                            } else if (upload.error().code == noSuchRoute && !m_apis.files.isConfirmed()) {
                                postInOne(*brought); // an older server than its version says
                            } else {
                                end(id, upload.error());
                            }
                        }});
}

void Uploads::confirm(Run &run)
{
    if (!declarePosting(run)) {
        return;
    }
    commit(run);
    const MessageId id = run.message.id;
    m_apis.files.confirm(run.message.room, run.message.file->uploadId, run.message.text,
                         {this, [this, id](const Result<Message> &answer) { onPosted(id, answer); }});
}

void Uploads::postInOne(Run &run)
{
    run.message.file->uploadId.clear(); // of the other way: what goes in one step is found by name and time
    if (!declarePosting(run)) {
        return;
    }
    const MessageId id = run.message.id;
    watch(run);
    connect(run.transfer.get(), &Transfer::progressed, this, [this, id](qint64 sent, qint64 total) {
        if (Run *posting = find(id); posting && sent >= total) {
            commit(*posting); // before, the workspace has not got the whole of it
        }
    });
    m_apis.files.post(run.message.room, run.part, run.message.text, run.transfer.get(),
                      {this, [this, id](const Result<Message> &answer) { onPosted(id, answer); }});
}

void Uploads::watch(Run &run)
{
    run.transfer = std::make_unique<Transfer>();
    connect(run.transfer.get(), &Transfer::progressed, this,
            [this, id = run.message.id, room = run.message.room](qint64 sent, qint64 total) {
                Q_EMIT progressed(room, id, sent, total);
            });
}

/// Written down before it leaves: were it not, a crash would have it sent a second time.
bool Uploads::declarePosting(Run &run)
{
    run.message.wasTried = true;
    const Status kept = m_keep(run.message);
    if (!kept) {
        end(MessageId(run.message.id), kept.error());
        return false;
    }
    m_postedAt.insert(run.message.id, m_clock.monotonic());
    return true;
}

void Uploads::commit(Run &run)
{
    if (!std::exchange(run.isPosting, true)) {
        Q_EMIT committed(run.message.room, run.message.id);
    }
}

void Uploads::onPosted(const MessageId &id, const Result<Message> &answer)
{
    Run *posted = find(id);
    if (!posted) {
        return; // called back, which is what this answers
    }
    Run &run = *posted;
    if (!answer && wasTurnedAway(answer.error())) {
        run.message.wasTried = false;
        if (isLost(answer.error())) {
            run.message.file->uploadId.clear(); // it was brought too long ago, and is brought again
        }
        const Status kept = m_keep(run.message);
        m_postedAt.remove(id);
        end(id, kept ? later(answer.error()) : kept.error());
        return;
    }
    if (answer) {
        m_postedAt.remove(id);
    }
    end(id, answer);
}

void Uploads::end(const MessageId &id, const Result<Message> &answer)
{
    const MessageId ended = id; // it may be the run's own
    const auto run = m_runs.find(ended);
    const Then<Message> then = run->second->then;
    const RoomId room = run->second->message.room;
    m_runs.erase(run);
    Q_EMIT this->ended(room, ended);
    then(answer);
}

bool Uploads::cancel(const MessageId &id)
{
    Run *run = find(id);
    if (!run || run->isPosting) {
        return false;
    }
    if (std::exchange(run->message.wasTried, false)) {
        const Status kept = m_keep(run->message);
        if (!kept) {
            return false; // after a crash it would be taken for one that may be there
        }
        m_postedAt.remove(id);
    }
    const std::unique_ptr<Transfer> transfer = std::move(run->transfer);
    end(id, Error{Error::Kind::Cancelled, u"called back"_s, u"called-back"_s});
    if (transfer) {
        transfer->cancel();
    }
    return true;
}

void Uploads::look(const OutgoingMessage &message, const Then<std::optional<Message>> &then)
{
    const MessageId id = message.id;
    if (!m_postedAt.contains(id)) { // an earlier run posted it, a moment ago for all we know
        m_postedAt.insert(id, m_clock.monotonic());
    }
    const auto age = m_clock.monotonic() - m_postedAt.value(id);
    m_apis.messages.changesSince(message.room, message.file->newestBefore,
                                 {this, [this, id, message, age, then](const Result<MessageChanges> &changes) {
                                      if (!changes) {
                                          then(changes.error());
                                          return;
                                      }
                                      const std::optional<Message> found = foundIn(changes->updated, message);
                                      if (!found && age < postingMayLast) {
                                          then(Error{Error::Kind::Timeout, u"the file may still be on its way"_s});
                                          return;
                                      }
                                      m_postedAt.remove(id);
                                      then(found);
                                  }});
}

std::optional<Message> Uploads::foundIn(const QList<Message> &messages, const OutgoingMessage &message) const
{
    const OutgoingFile &file = *message.file;
    const auto found = std::find_if(messages.cbegin(), messages.cend(), [this, &message, &file](const Message &one) {
        const bool isLater = one.authorId == m_me.value && one.at > file.newestBefore;
        const bool hasText = !file.uploadId.isEmpty() || one.text.trimmed() == message.text.trimmed();
        return isLater && hasText
            && std::any_of(one.attachments.cbegin(), one.attachments.cend(),
                           [&file](const Attachment &attachment) { return isOwnFile(attachment, file); });
    });
    return found == messages.cend() ? std::nullopt : std::optional(*found);
}

} // namespace greenline
