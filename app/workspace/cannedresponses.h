#pragma once

#include "app/base/clock.h"
#include "app/rest/cannedapi.h"

#include <QObject>

#include <optional>

namespace greenline {

class Abilities;
class DdpClient;
struct StreamEvent;

/// The workspace's canned responses, kept true: read after each login when the account may use them, and again when
/// their stream tells of a change.
class CannedResponses : public QObject
{
    Q_OBJECT
public:
    CannedResponses(CannedApi &api, DdpClient &ddp, const Abilities &abilities, Clock &clock,
                    QObject *parent = nullptr);

    const QList<CannedResponse> &all() const { return m_all; } ///< Sorted by shortcut.
    /// Those that fit a conversation of a department.
    QList<CannedResponse> forDepartment(const DepartmentId &department) const;
    bool isLoaded() const { return m_isLoaded; }
    const std::optional<Error> &error() const { return m_error; } ///< Of the last reading.

Q_SIGNALS:
    void changed();

private:
    void onAbilities();
    void onEvent(const StreamEvent &event);
    void read();
    void take(const Result<QList<CannedResponse>> &answer);

    CannedApi &m_api;
    DdpClient &m_ddp;
    const Abilities &m_abilities;
    Alarm m_again; // several are often changed together
    QList<CannedResponse> m_all;
    std::optional<Error> m_error;
    bool m_isLoaded = false;
    bool m_isAsking = false;
};

} // namespace greenline
