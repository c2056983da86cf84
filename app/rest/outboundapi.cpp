#include "app/rest/outboundapi.h"

#include "app/rest/answers.h"
#include "app/wire/outboundcodec.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

// The workspace waits for the app, and the app for its provider: Twilio's own library waits 30 s.
constexpr std::chrono::milliseconds outboundPatience = 60s;

Result<OutboundProvider> withSenders(OutboundProvider provider, const QJsonObject &answer)
{
    const QJsonValue templates = answer.value("metadata"_L1).toObject().value("templates"_L1);
    if (!templates.isObject()) {
        return Error{Error::Kind::Protocol, u"metadata.templates is no object"_s};
    }
    provider.senders.clear();
    const QJsonObject byNumber = templates.toObject();
    for (auto sender = byNumber.begin(); sender != byNumber.end(); ++sender) {
        provider.senders.append(
            {sender.key(), readableOf<OutboundTemplate>(sender.value().toArray(), decodeOutboundTemplate)});
    }
    return provider;
}

} // namespace

void OutboundApi::providers(const Then<QList<OutboundProvider>> &then)
{
    RestCall call;
    call.path = m_features.route(Action::ListProviders).path;
    addQuery(call.query, u"type"_s, u"phone"_s);
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return readableOf<OutboundProvider>(requiredList(answer, "providers"_L1), decodeOutboundProvider);
                }));
}

void OutboundApi::senders(const OutboundProvider &provider, const Then<OutboundProvider> &then)
{
    RestCall call;
    call.path = m_features.route(Action::ListTemplates).path.arg(pathSegment(provider.id));
    m_rest.send(
        call, decodedBy(m_rest, then, [provider](const QJsonObject &answer) { return withSenders(provider, answer); }));
}

void OutboundApi::send(const FirstMessage &message, const Then<Done> &then)
{
    const Route route = m_features.route(Action::StartConversation);
    RestCall call;
    call.verb = route.verb;
    call.path = route.path.arg(pathSegment(message.provider));
    call.body = encodeFirstMessage(message);
    call.timeout = outboundPatience;
    call.mayWait = false; // a person waits, who can press again
    call.isOnce = true;
    m_rest.send(call, doneBy(m_rest, then));
}

} // namespace greenline
