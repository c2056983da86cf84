#include "ui/settings/preferencesdesk.h"

#include "ui/notify/notifier.h"
#include "ui/settings/awaypage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/preferencesdialog.h"

#include <QAction>

namespace greenline {

PreferencesDesk::PreferencesDesk(const Needs &needs, const Switches &switches, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_switches(switches)
{
    showChoices();
    connect(&needs.notifier, &Notifier::choicesChanged, this, &PreferencesDesk::showChoices);
    connect(&switches.preferences, &QAction::triggered, this, &PreferencesDesk::open);
    connect(&switches.quietForAnHour, &QAction::triggered, &needs.notifier, &Notifier::beQuietForAnHour);
    connect(&switches.doNotDisturb, &QAction::triggered, &needs.notifier, &Notifier::setQuiet);
    connect(&switches.sound, &QAction::triggered, &needs.notifier, &Notifier::setSoundOn);
    connect(&switches.notifications, &QAction::triggered, &needs.notifier, &Notifier::setNotificationsOn);
}

void PreferencesDesk::open()
{
    if (!m_dialog) {
        m_dialog = new PreferencesDialog(&m_needs.window);
        m_dialog->addPage(new NotificationsPage(m_needs.notifier, m_dialog), tr("Notifications"));
        m_dialog->addPage(new AwayPage(m_needs.away, m_dialog), tr("Away"));
    }
    m_dialog->open();
}

void PreferencesDesk::showChoices()
{
    const NoticeChoices &choices = m_needs.notifier.choices();
    m_switches.doNotDisturb.setChecked(choices.isQuiet);
    m_switches.sound.setChecked(choices.hasSound);
    m_switches.notifications.setChecked(choices.hasPopups);
}

} // namespace greenline
