#pragma once

#include "ui/wizard/wizardpage.h"

class QListWidget;
class QPushButton;

namespace greenline {

/// Which of the account's numbers customers text.
class NumberPage : public WizardPage
{
    Q_OBJECT
public:
    explicit NumberPage(const Needs &needs, QWidget *parent = nullptr);
    void refresh(); ///< As the plan and the account now are.
    void take(const QString &number); ///< From now on this one.
    void setRefusal(const QString &refusal) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void numberChanged();
    void buyWanted();

private:
    QWidget *buildForm();
    void onCheck(const QString &id);
    void showNumbers(const QList<TwilioNumber> &numbers);
    void choose();
    QString rowWords(const TwilioNumber &number) const;

    QListWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_buy;
    QString m_refusal;
    QList<TwilioNumber> m_numbers;
};

} // namespace greenline
