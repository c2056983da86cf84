#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/omnichannel/outbound.h"
#include "ui/outbound/textunderway.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace greenline {

class Outreach;
class ProblemBar;
class Session;
class SettingsFile;
class StartDialog;

/// The way from the key for a new conversation to its first text, or to the words for what is missing. A text that is
/// on its way goes on when the dialogue is put away; should it fail, the dialogue is there again with all that was
/// typed. Should the session or the program end first, the next one says that the text may have left, until a person
/// puts that away.
class StartDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ProblemBar &problem;
        Clock &clock;
        SettingsFile &settings;
        QWidget &window;
        QAction &newConversation;
    };
    explicit StartDesk(const Needs &needs, QObject *parent = nullptr);
    ~StartDesk() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void start();
    void tellLeftOver();
    void onExpired();
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
    TextUnderwayNote m_underway;
    Outreach *m_outreach = nullptr;
    QPointer<StartDialog> m_dialog;
    bool m_isLeftOverTold = false; // and not yet put away
    bool m_isStarted = false; // has said what was left over
    bool m_isExpired = false;
    QString m_typed; // of the recipient, as last asked for
    Alarm m_pause; // until a person stops typing
};

} // namespace greenline
