#pragma once

#include <QString>

#include <functional>

class QJsonObject;

namespace greenline::practice {

class Faults;
class PracticeTwilio;
struct HttpAnswer;
struct HttpRequest;

/// What drivers outside this process may ask below /practice/ of the practice Twilio's port (never of the workspace's):
/// GET sent; POST deliver {from,to?,body,mediaUrls?}; POST answer {"answer"}; POST faults {fields of Faults, "dropSockets", "offlineSeconds"}.
class PracticeControl
{
public:
    PracticeControl(PracticeTwilio &twilio, Faults &faults, std::function<void(int seconds)> goOffline, std::function<QString()> number);
    HttpAnswer serve(const HttpRequest &request);

private:
    HttpAnswer sent() const;
    HttpAnswer deliver(const QJsonObject &body);
    HttpAnswer choose(const QJsonObject &body);
    HttpAnswer spoil(const QJsonObject &body);
    PracticeTwilio &m_twilio;
    Faults &m_faults;
    std::function<void(int)> m_goOffline;
    std::function<QString()> m_number;
};

} // namespace greenline::practice
