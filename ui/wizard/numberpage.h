#pragma once

#include "ui/wizard/wizardpage.h"

class QListWidget;

namespace greenline {

/// Which of the account's numbers customers text.
class NumberPage : public WizardPage
{
    Q_OBJECT
public:
    explicit NumberPage(const Needs &needs, QWidget *parent = nullptr);
    void refresh(); ///< As the plan and the account now are.

Q_SIGNALS:
    void numberChanged();

private:
    QWidget *buildForm();
    void onCheck(const QString &id);
    void showNumbers(const QList<TwilioNumber> &numbers);
    void choose();
    QString rowWords(const TwilioNumber &number) const;

    QListWidget *m_list;
    QLabel *m_empty;
    QList<TwilioNumber> m_numbers;
    bool m_isFilling = false;
};

} // namespace greenline
