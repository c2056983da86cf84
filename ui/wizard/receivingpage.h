#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "ui/wizard/wizardpage.h"

class QPushButton;

namespace greenline {

/// "Text this number now": counts a minute down, and shows the conversation that came of it.
class ReceivingPage : public WizardPage
{
    Q_OBJECT
public:
    explicit ReceivingPage(const Needs &needs, QWidget *parent = nullptr);

    void enter() override;
    void leave() override;
    void check() override;
    bool isWaiting() const override;
    void cancel() override;

Q_SIGNALS:
    void watching(); ///< From now on a text may come.
    void openWanted(const greenline::RoomId &room);

private:
    QWidget *buildForm();
    void watch();
    void tick();

    Alarm m_second;
    QLabel *m_number;
    QLabel *m_state;
    QPushButton *m_open;
};

} // namespace greenline
