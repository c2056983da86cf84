#include "app/practice/twiliofaults.h"

#include "app/practice/twilioroutes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QByteArray proxyPage
    = "<!DOCTYPE html><html><head><title>Gateway</title></head><body>Sign in to go on</body></html>";

bool hits(const TwilioMischief &mischief, const HttpRequest &request)
{
    return mischief.count != 0 && request.path.contains(mischief.path)
        && (mischief.method.isEmpty() || mischief.method.toLatin1() == request.method);
}

HttpAnswer busyAnswer(const TwilioMischief &mischief)
{
    HttpAnswer answer = twilioRefusal(429, 20429, u"Too many requests"_s);
    if (mischief.retryAfter >= 0) {
        answer.headers.append({"Retry-After", QByteArray::number(mischief.retryAfter)});
    }
    return answer;
}

HttpAnswer redirected(const TwilioMischief &mischief)
{
    return {302, "text/plain", {}, {{"Location", mischief.location.toUtf8()}}};
}

} // namespace

std::optional<TwilioMischief> takeMischief(QList<TwilioMischief> &faults, const HttpRequest &request)
{
    for (TwilioMischief &mischief : faults) {
        if (hits(mischief, request)) {
            if (mischief.count > 0) {
                --mischief.count;
            }
            return mischief;
        }
    }
    return {};
}

std::shared_ptr<HttpReply> spoil(const TwilioMischief &mischief, const std::shared_ptr<HttpReply> &reply)
{
    switch (mischief.kind) {
    case TwilioMischief::Kind::Refuse:
        reply->answer(twilioRefusal(mischief.status, mischief.code, mischief.message));
        break;
    case TwilioMischief::Kind::Busy:
        reply->answer(busyAnswer(mischief));
        break;
    case TwilioMischief::Kind::Trouble:
        reply->answer({500, "text/html", proxyPage, {}});
        break;
    case TwilioMischief::Kind::Hang:
    case TwilioMischief::Kind::Slow: // whoever knows the answer gives it later
        return reply;
    case TwilioMischief::Kind::Reset:
        reply->drop();
        break;
    case TwilioMischief::Kind::Truncated:
        reply->breakOff("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"sid\":\"");
        break;
    case TwilioMischief::Kind::Html:
        reply->answer({200, "text/html", proxyPage, {}});
        break;
    case TwilioMischief::Kind::BadJson:
        reply->answer({200, "application/json", R"({"sid":"PN1",,})", {}});
        break;
    case TwilioMischief::Kind::Redirect:
        reply->answer(redirected(mischief));
        break;
    }
    return {};
}

} // namespace greenline::practice
