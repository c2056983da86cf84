#include "app/workspace/workspaceprobe.h"

#include "app/rest/directoryapi.h"
#include "app/rest/restclient.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using Subject = ProbeLine::Subject;
using ProbeVerdict = ProbeLine::Verdict;

constexpr std::chrono::milliseconds probeTimeout{15'000};

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// The pages of the web client that people copy out of a browser's address bar.
QString withoutClientPages(const QString &path)
{
    static const QRegularExpression pages(
        u"/(home|login|directory|account|admin|omnichannel|livechat|omnichannel-directory|channel|group|direct|live|marketplace|register)(/.*)?$"_s);
    QString shortened = path;
    shortened.remove(pages);
    while (shortened.endsWith(u'/')) {
        shortened.chop(1);
    }
    return shortened;
}

bool isPlausibleHost(const QString &host)
{
    static const QRegularExpression form(u"^[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?$"_s);
    return !QHostAddress(host).isNull() || (form.match(host).hasMatch() && !host.contains(".."_L1));
}

/// "version", or up to 3.x and 4.x "info.version" (rocketchat-wire.md 2.3).
std::optional<ServerVersion> versionIn(const HttpReply &reply)
{
    if (reply.status != 200) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    const QString version
        = object.value("version"_L1).toString(object.value("info"_L1).toObject().value("version"_L1).toString());
    return parseServerVersion(version);
}

} // namespace

std::optional<QUrl> workspaceAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression scheme(u"^([a-zA-Z][a-zA-Z0-9+.-]*)://"_s);
    const QRegularExpressionMatch match = scheme.match(text);
    QUrl url(match.hasMatch() ? text : u"https://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !isPlausibleHost(url.host()) || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        return std::nullopt;
    }
    if (!match.hasMatch() && isLoopback(url.host())) {
        url.setScheme(u"http"_s);
    }
    url.setPath(withoutClientPages(url.path()));
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

WorkspaceProbe::WorkspaceProbe(HttpClient &http, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

WorkspaceProbe::~WorkspaceProbe() = default;

void WorkspaceProbe::cancel()
{
    ++m_round;
}

void WorkspaceProbe::check(const QString &typed)
{
    cancel();
    const std::optional<QUrl> address = workspaceAddress(typed);
    if (!address) {
        fail(Subject::Address, {Error::Kind::Rejected, u"not an address"_s, u"not-an-address"_s});
        return;
    }
    if (!isAllowedAddress(*address)) {
        fail(Subject::Address, {Error::Kind::Tls, u"http to another computer"_s, u"insecure-address"_s});
        return;
    }
    m_address = *address;
    Q_EMIT lineChanged({Subject::Address, ProbeVerdict::Passed});
    askWhetherReachable();
}

void WorkspaceProbe::askWhetherReachable()
{
    Q_EMIT lineChanged({Subject::Reachable, ProbeVerdict::Running});
    request(m_address, {this, [this, round = m_round](const Result<HttpReply> &reply) {
                            if (round == m_round) {
                                readInfo(reply);
                            }
                        }});
}

void WorkspaceProbe::request(const QUrl &address, const Then<HttpReply> &then)
{
    HttpRequest request;
    request.url = address;
    request.url.setPath(address.path() + "/api/info"_L1);
    request.headers = {{"Accept", "application/json"}};
    request.timeout = probeTimeout;
    m_http.send(request, then);
}

/// A port that speaks TLS hangs up on plain words, or answers them with a page (nginx: 400). Only asking it in TLS
/// tells it from a port where nobody is.
void WorkspaceProbe::askWhetherSecure(ProbeLine::Subject subject, const Error &plainly)
{
    if (m_address.scheme() != "http"_L1) {
        fail(subject, plainly);
        return;
    }
    QUrl secure = m_address;
    secure.setScheme(u"https"_s);
    request(secure, {this, [this, subject, plainly, round = m_round](const Result<HttpReply> &reply) {
                         if (round != m_round) {
                             return;
                         }
                         // Any certificate, be it a bad one, is TLS; "handshake" is what a port without TLS gives.
                         const bool isTls = reply
                             || (reply.error().kind == Error::Kind::Tls && reply.error().code != "handshake"_L1);
                         fail(isTls ? Subject::Reachable : subject,
                              isTls ? Error{Error::Kind::Tls, plainly.detail, u"speaks-https"_s} : plainly);
                     }});
}

void WorkspaceProbe::readInfo(const Result<HttpReply> &reply)
{
    if (!reply) {
        askWhetherSecure(Subject::Reachable, reply.error());
        return;
    }
    ProbeLine reachable{Subject::Reachable, ProbeVerdict::Passed};
    reachable.took = reply->took;
    reachable.isSecure = m_address.scheme() == "https"_L1;
    Q_EMIT lineChanged(reachable);

    const std::optional<ServerVersion> version = versionIn(*reply);
    if (!version) {
        askWhetherSecure(
            Subject::RocketChat,
            {Error::Kind::Protocol, u"no Rocket.Chat answer (HTTP %1)"_s.arg(reply->status), u"not-rocketchat"_s});
        return;
    }
    ProbeLine line{Subject::RocketChat, ProbeVerdict::Passed};
    line.version = *version;
    line.isKnownVersion = ServerFeatures(*version).isKnown();
    line.verdict = line.isKnownVersion ? ProbeVerdict::Passed : ProbeVerdict::Warned;
    Q_EMIT lineChanged(line);
    askForOmnichannel(*version);
}

void WorkspaceProbe::askForOmnichannel(ServerVersion version)
{
    Q_EMIT lineChanged({Subject::Omnichannel, ProbeVerdict::Running});
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_address);
    m_directory = std::make_unique<DirectoryApi>(*m_rest, ServerFeatures(version));
    m_directory->rules({this, [this, round = m_round](const Result<WorkspaceRules> &rules) {
                            if (round == m_round) {
                                readRules(rules);
                            }
                        }});
}

void WorkspaceProbe::readRules(const Result<WorkspaceRules> &rules)
{
    if (!rules) {
        // Some workspaces keep even the public settings from strangers; signing in will tell.
        Q_EMIT lineChanged({Subject::Omnichannel, ProbeVerdict::Warned, rules.error()});
        Q_EMIT finished(true);
        return;
    }
    if (!rules->omnichannelEnabled) {
        fail(Subject::Omnichannel, {Error::Kind::Rejected, u"Livechat_enabled is false"_s, u"omnichannel-off"_s});
        return;
    }
    Q_EMIT lineChanged({Subject::Omnichannel, ProbeVerdict::Passed});
    Q_EMIT finished(true);
}

void WorkspaceProbe::fail(ProbeLine::Subject subject, const Error &error)
{
    Q_EMIT lineChanged({subject, ProbeVerdict::Failed, error});
    Q_EMIT finished(false);
}

} // namespace greenline
