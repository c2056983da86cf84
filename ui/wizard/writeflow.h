#pragma once

#include "app/base/then.h"
#include "app/setup/check.h"
#include "ui/words/errortext.h"

#include <QObject>

#include <functional>

class QWidget;

namespace greenline {

/// One change of a set-up from the click to its end: what concerns others is asked for twice, a second factor when the
/// workspace wants one. Nothing is repeated by itself.
class WriteFlow : public QObject
{
    Q_OBJECT
public:
    /// code: of the second factor; empty the first time.
    using Attempt = std::function<void(const QString &code, const Then<Done> &then)>;
    explicit WriteFlow(QWidget &window);

    /// Asks first where others are concerned; nothing while one is under way.
    void confirm(const RepairPlan &plan, const Attempt &attempt);
    bool isBusy() const { return m_attempt != nullptr; }
    bool isAsking() const { return m_isAsking; } ///< For the second factor; nothing is changed meanwhile.

Q_SIGNALS:
    void busyChanged(); ///< Or whether it asks.
    void done();
    void failed(const greenline::ErrorText &problem);

private:
    void start(const Attempt &attempt);
    void go(const QString &code);
    void onAnswer(const Status &status);
    void askForCode(const Error &error);
    void end();

    QWidget &m_window;
    Attempt m_attempt;
    bool m_isAsking = false;
    QString m_method; // of the second factor, as last asked for
};

} // namespace greenline
