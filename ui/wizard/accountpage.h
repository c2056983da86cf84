#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace greenline {

/// Whose Twilio account: its SID and its token, which is shown only while a button is held.
class AccountPage : public WizardPage
{
    Q_OBJECT
public:
    explicit AccountPage(const Needs &needs, QWidget *parent = nullptr);
    void setLogin(const TwilioLogin &login);
    void setKeeping(bool isKept); ///< The token, in the keyring.
    void setKeepable(bool isKeepable); ///< There is a keyring to keep it in.
    bool isKept() const;

    void enter() override;
    void leave() override;
    void check() override;

Q_SIGNALS:
    void loginChanged();
    void keepingChanged();

private:
    QWidget *buildForm();
    void adopt();

    QLineEdit *m_sid;
    QLineEdit *m_token;
    QPushButton *m_show;
    QCheckBox *m_keep;
};

} // namespace greenline
