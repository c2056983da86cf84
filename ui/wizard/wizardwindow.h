#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/setup/checkup.h"
#include "ui/wizard/wizarddraft.h"
#include "ui/wizard/writeflow.h"

#include <QDialog>

class QLabel;
class QStackedWidget;

namespace greenline {

class AccountPage;
class NumberPage;
class ProblemBar;
class ReceivingPage;
class ReportPage;
class SendingPage;
class SettingsPage;
class StepList;
class WizardFoot;
class WizardPage;

/// The set-up of SMS, page by page: holds the pages, and joins them with the checkup. What is known of it outlives the
/// window.
class WizardWindow : public QDialog
{
    Q_OBJECT
public:
    struct Needs {
        Checkup &checkup;
        Clock &clock;
        HttpClient &http; ///< To Twilio.
        TwilioHosts hosts;
        QUrl workspace;
        bool hasKeyring = false; ///< To keep the token in.
    };
    WizardWindow(const Needs &needs, const WizardDraft &draft, QWidget *parent);
    ~WizardWindow() override;

    void showPage(const QString &page);
    void showLogin(); ///< The plan's, after a token came from the keyring.
    bool keepsToken() const;
    QString testNumber() const;
    QString page() const;
    const QJsonObject &buying() const { return m_buying; } ///< As a draft keeps it.

Q_SIGNALS:
    void draftChanged(); ///< Login, number, page: what is remembered.
    void keepingChanged();
    void watching();
    void openWanted(const greenline::RoomId &room);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addPages(const WizardDraft &draft);
    void addPage(WizardPage *page);
    void connectParts();
    void turnTo(int row);
    WizardPage *current() const;
    void repair(const RepairPlan &plan);
    void onRepaired();
    void onFailed(const ErrorText &problem);
    void checkTouched();
    void openShop();
    void setBuying(const QString &account, const QString &number);
    void onProgress(int done, int of);
    void showRights();
    void showBusy();

    Needs m_needs;
    WriteFlow m_flow;
    StepList *m_steps;
    QStackedWidget *m_pages;
    ProblemBar *m_problem;
    QLabel *m_readOnly;
    WizardFoot *m_foot;
    AccountPage *m_account = nullptr;
    NumberPage *m_number = nullptr;
    SettingsPage *m_settingsPage = nullptr;
    SendingPage *m_sending = nullptr;
    ReceivingPage *m_receiving = nullptr;
    ReportPage *m_report = nullptr;
    int m_shown = -1;
    RepairPlan m_plan; // under way
    QJsonObject m_buying;
};

} // namespace greenline
