#pragma once

#include "app/workspace/workspaceprobe.h"

#include <QObject>

#include <optional>

namespace greenline {

/// Decides when a typed address is checked: when the field is left, or after a pause, never at each key; and at the
/// latest when the person signs in. An accessibility client sets the text and presses the button without any focus
/// having moved.
class AddressCheck : public QObject
{
    Q_OBJECT
public:
    AddressCheck(HttpClient &http, Clock &clock, QObject *parent = nullptr);
    void typed(const QString &text); ///< Checked after a pause; forgets what was known of another text.
    void checkNow(); ///< Unless this text is being checked or has passed.
    void require(const Then<QUrl> &then); ///< The address once it has passed, or why it did not; checks when needed.
    void cancel(); ///< Answers the one who waits Cancelled.

Q_SIGNALS:
    void started();
    void lineChanged(const greenline::ProbeLine &line);

private:
    void finish(bool isUsable);
    void answer(const Result<QUrl> &result);

    enum class State { Unchecked, Running, Passed, Failed };
    WorkspaceProbe m_probe;
    Alarm m_pause;
    QString m_text;
    State m_state = State::Unchecked;
    Error m_failure;
    std::optional<Then<QUrl>> m_then;
};

} // namespace greenline
