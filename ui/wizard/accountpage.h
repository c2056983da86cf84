#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace greenline {

class Fold;

/// Whose Twilio account: its SID and its token, which is shown only while a button is held. Who would rather ask by an
/// API key enters it besides: the workspace needs the token all the same.
class AccountPage : public WizardPage
{
    Q_OBJECT
public:
    explicit AccountPage(const Needs &needs, QWidget *parent = nullptr);
    void setLogin(const SetupPlan &plan);
    void setKeeping(bool isKept); ///< The token, and a key, in the keyring.
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
    QWidget *buildKey();
    int captionWidth() const;
    void showKeeping();
    void adopt();

    QLineEdit *m_sid;
    QLineEdit *m_token;
    QWidget *m_keyForm;
    QLineEdit *m_key; ///< SID of an API key; empty: none.
    QLineEdit *m_keySecret;
    Fold *m_keyFold;
    QPushButton *m_show;
    QCheckBox *m_keep;
    bool m_isKeepable = false;
};

} // namespace greenline
