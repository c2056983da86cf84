#pragma once

#include "app/setup/checkup.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace greenline {

class CheckDetails;
class CheckList;

/// One page of the set-up: what it proves, a form where there is something to enter, its checks, one of them as a
/// whole, and what the words mean. It reads; what changes something is asked for.
class WizardPage : public QWidget
{
    Q_OBJECT
public:
    struct Needs {
        Checkup &checkup;
        Clock &clock;
        QUrl workspace; ///< For links to its pages.
    };
    WizardPage(const QString &name, const Needs &needs, QWidget *parent = nullptr);
    const QString &name() const { return m_name; } ///< "webhook"

    virtual void enter(); ///< It is on screen: what has not been checked is.
    virtual void leave() { } ///< Another page comes.
    virtual void check(); ///< All of its checks, anew.
    virtual bool isWaiting() const { return false; } ///< For something that no check asks.
    virtual void cancel(); ///< Its waiting, and the checks.
    virtual void setRefusal(const QString &refusal); ///< Why nothing may be changed; empty: it may.
    virtual void setChanging(bool isChanging); ///< A change is under way; another has to wait.

Q_SIGNALS:
    void repairWanted(const greenline::RepairPlan &plan);

protected:
    Checkup &checkup() const { return m_needs.checkup; }
    Clock &clock() const { return m_needs.clock; }
    const QUrl &workspace() const { return m_needs.workspace; }
    void addForm(QWidget *form); ///< Above the checks.
    void showFirst(); ///< Of its checks.

private:
    void build();
    void addTerms(QVBoxLayout *column);
    void showCurrent();

    QString m_name;
    Needs m_needs;
    QStringList m_checks;
    QScrollArea *m_scroll;
    QWidget *m_inside;
    QVBoxLayout *m_forms;
    CheckList *m_list;
    CheckDetails *m_details;
};

} // namespace greenline
