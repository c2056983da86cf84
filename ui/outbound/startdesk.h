#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/omnichannel/outbound.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace greenline {

class Outreach;
class ProblemBar;
class Session;
class StartDialog;

/// The way from the key for a new conversation to its first text, or to the words for what is missing. A text that is
/// on its way goes on when the dialogue is put away; should it fail, the dialogue is there again with all that was
/// typed.
class StartDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ProblemBar &problem;
        Clock &clock;
        QWidget &window;
        QAction &newConversation;
    };
    explicit StartDesk(const Needs &needs, QObject *parent = nullptr);
    ~StartDesk() override;

private:
    void start();
    QString whyNot() const;
    void open();
    void onFinished();
    void readProviders();
    void readDepartments();
    void readAgents(const DepartmentId &department);
    void search(const QString &typed);
    void send(const FirstMessage &message);
    void onSent(const QString &recipient, const Status &sent);
    QString note() const;

    Needs m_needs;
    Outreach *m_outreach = nullptr;
    QPointer<StartDialog> m_dialog;
    QString m_typed; // of the recipient, as last asked for
    Alarm m_pause; // until a person stops typing
};

} // namespace greenline
