#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/department.h"
#include "app/omnichannel/outbound.h"
#include "app/workspace/outreach.h"

#include <QObject>
#include <QPointer>

namespace greenline {

class Session;
class StartDialog;

/// Brings one dialogue what there is to choose from, and what is known of the recipient.
class StartSupply : public QObject
{
    Q_OBJECT
public:
    StartSupply(Session &session, Clock &clock, StartDialog &dialog);
    Outreach &outreach() { return m_outreach; }

private:
    void read();
    void readProviders();
    void readDepartments();
    void readAgents(const DepartmentId &department);
    void onTyped(const QString &typed);
    void search();
    void weigh();
    QString note() const;

    Session &m_session;
    StartDialog &m_dialog;
    Outreach m_outreach;
    QList<OutboundProvider> m_providers;
    QString m_typed; // of the recipient, as last asked for
    Alarm m_pause; // until a person stops typing
};

} // namespace greenline
