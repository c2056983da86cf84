#pragma once

#include <QString>

#include <functional>

class QJsonArray;
class QJsonObject;

namespace greenline::practice {

class Faults;
class PracticeTwilio;
struct HttpAnswer;
struct HttpRequest;

/// What drivers outside this process may ask below /practice/ of the practice Twilio's port (never of the workspace's):
/// GET sent; GET changes {"twilio": […], "workspace": […]}, the two alone at GET /changes and workspace-changes; what
/// twiliocontrol.h says; POST deliver {from,to?,body,mediaUrls?}; POST answer {"answer"}; POST faults {fields of
/// Faults, "dropSockets", "offlineSeconds"}.
class PracticeControl
{
public:
    /// What the workspace does and says for it.
    struct Workspace {
        std::function<void(int seconds)> goOffline;
        std::function<QString()> number;
        std::function<QJsonArray()> changes; ///< Of settings, by calls.
    };
    PracticeControl(PracticeTwilio &twilio, Faults &faults, const Workspace &workspace);
    HttpAnswer serve(const HttpRequest &request);

private:
    HttpAnswer sent() const;
    HttpAnswer changes(const QString &path) const;
    HttpAnswer deliver(const QJsonObject &body);
    HttpAnswer choose(const QJsonObject &body);
    HttpAnswer spoil(const QJsonObject &body);
    PracticeTwilio &m_twilio;
    Faults &m_faults;
    Workspace m_workspace;
};

} // namespace greenline::practice
