#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QToolButton;

namespace greenline {

/// Whom Twilio calls when a text arrives; shows the address that it should be.
class WebhookPage : public WizardPage
{
    Q_OBJECT
public:
    explicit WebhookPage(const Needs &needs, QWidget *parent = nullptr);

private:
    void refresh();
    void allowSigning(bool isAllowed);

    QLabel *m_address;
    QToolButton *m_copy;
    QCheckBox *m_sign;
};

} // namespace greenline
