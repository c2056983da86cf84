#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/http/httpclient.h"
#include "app/rest/serverfeatures.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace greenline {

class DirectoryApi;
class RestClient;
struct WorkspaceRules;

/// One line of the address check on the sign-in page.
struct ProbeLine {
    enum class Subject { Address, Reachable, RocketChat, Omnichannel };
    enum class Verdict { Running, Passed, Warned, Failed };
    Subject subject = Subject::Address;
    Verdict verdict = Verdict::Running;
    std::optional<Error> error = {};
    std::chrono::milliseconds took{0}; ///< Reachable
    bool isSecure = false; ///< Reachable: over TLS
    ServerVersion version = {}; ///< RocketChat
    bool isKnownVersion = true;
};

/// Makes an address of what a person typed: adds https://, drops /home, /channel/… and trailing slashes; nothing when
/// it is no address.
std::optional<QUrl> workspaceAddress(const QString &typed);

/// Checks a workspace address line by line: form, reachable and TLS, Rocket.Chat and version, omnichannel.
class WorkspaceProbe : public QObject
{
    Q_OBJECT
public:
    WorkspaceProbe(HttpClient &http, Clock &clock, QObject *parent = nullptr);
    ~WorkspaceProbe() override;
    void check(const QString &typed); ///< Drops a running check.
    void cancel();
    const QUrl &address() const { return m_address; } ///< Of the last check that got past its form.

Q_SIGNALS:
    void lineChanged(const greenline::ProbeLine &line);
    void finished(bool isUsable); ///< True: sign-in may be tried.

private:
    void askWhetherReachable();
    void request(const QUrl &address, const Then<HttpReply> &then);
    void readInfo(const Result<HttpReply> &reply);
    void askWhetherSecure(ProbeLine::Subject subject, const Error &plainly);
    void askForOmnichannel(ServerVersion version);
    void readRules(const Result<WorkspaceRules> &rules);
    void fail(ProbeLine::Subject subject, const Error &error);

    HttpClient &m_http;
    Clock &m_clock;
    std::unique_ptr<RestClient> m_rest; // of the running check
    std::unique_ptr<DirectoryApi> m_directory;
    QUrl m_address;
    int m_round = 0; // answers of an earlier check are dropped
};

} // namespace greenline
