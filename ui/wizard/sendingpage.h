#pragma once

#include "ui/wizard/wizardpage.h"

class QLineEdit;
class QPushButton;

namespace greenline {

/// One test SMS, sent when somebody asks for it, and followed to its end.
class SendingPage : public WizardPage
{
    Q_OBJECT
public:
    explicit SendingPage(const Needs &needs, QWidget *parent = nullptr);
    QString testNumber() const;
    void setTestNumber(const QString &number);

    void enter() override;

Q_SIGNALS:
    void testNumberChanged();

private:
    QWidget *buildForm();
    void send();
    void onTest();
    QString stateWords() const;

    QLineEdit *m_to;
    QLineEdit *m_body;
    QPushButton *m_send;
    QLabel *m_state;
};

} // namespace greenline
