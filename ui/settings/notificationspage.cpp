#include "ui/settings/notificationspage.h"

#include "ui/notify/notificationwords.h"
#include "ui/notify/notifier.h"
#include "ui/settings/pageparts.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <initializer_list>

namespace greenline {

NotificationsPage::NotificationsPage(Notifier &notifier, QWidget *parent)
    : QWidget(parent)
    , m_notifier(notifier)
    , m_quiet(new QCheckBox(tr("Do not disturb"), this))
    , m_until(new QLabel(this))
    , m_hour(new QPushButton(tr("For 1 hour"), this))
    , m_popups(new QCheckBox(tr("Desktop notifications"), this))
    , m_privacy(new QComboBox(this))
    , m_sound(new QCheckBox(tr("Sounds"), this))
    , m_textSound(new QComboBox(this))
    , m_queueSound(new QComboBox(this))
    , m_alarm(new QCheckBox(tr("Repeat the sound until nobody waits, every"), this))
    , m_seconds(new QSpinBox(this))
{
    build();
    show(notifier.choices());
    connectParts();
}

void NotificationsPage::build()
{
    m_privacy->setAccessibleName(tr("What notifications show"));
    m_privacy->addItems({tr("Name and text"), tr("Name only"), tr("Only that there is something new")});
    m_seconds->setAccessibleName(tr("Seconds between alarms"));
    m_seconds->setRange(shortestAlarm, longestAlarm);
    m_seconds->setSingleStep(5);
    m_seconds->setSuffix(tr(" s"));
    for (QComboBox *sound : {m_textSound, m_queueSound}) {
        sound->addItems({tr("Chime"), tr("Bell"), tr("Knock")}); // in the order of soundNames()
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::grid, metrics::margin, metrics::grid, 0);
    column->setSpacing(2 * metrics::grid);
    column->addLayout(pageRow({m_quiet, m_until, m_hour}));
    column->addWidget(pageNote(tr("Nothing pops up, sounds or blinks; the bell keeps what you missed."), this));
    column->addWidget(pageTitle(tr("Pop-ups"), this));
    column->addLayout(pageRow({m_popups}));
    column->addLayout(pageRow({indented(new QLabel(tr("They show"), this)), m_privacy}));
    column->addWidget(pageTitle(tr("Sounds"), this));
    column->addLayout(pageRow({m_sound}));
    addSound(column, tr("New text"), m_textSound, tr("new text"));
    addSound(column, tr("Somebody waits"), m_queueSound, tr("somebody waits"));
    column->addLayout(pageRow({m_alarm, m_seconds}));
    column->addStretch(1);
}

void NotificationsPage::addSound(QVBoxLayout *column, const QString &label, QComboBox *sound, const QString &forWhat)
{
    sound->setAccessibleName(tr("Sound: %1").arg(forWhat));
    auto *play = new QPushButton(tr("Play now"), this);
    play->setAccessibleName(tr("Play now: %1").arg(forWhat));
    auto *words = new QLabel(label, this);
    words->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Somebody waits")));
    column->addLayout(pageRow({indented(words), sound, play}));
    connect(play, &QPushButton::clicked, this,
            [this, sound] { m_notifier.playNow(soundNames().value(sound->currentIndex())); });
}

void NotificationsPage::connectParts()
{
    connect(m_quiet, &QCheckBox::clicked, &m_notifier, &Notifier::setQuiet);
    connect(m_hour, &QPushButton::clicked, &m_notifier, &Notifier::beQuietForAnHour);
    connect(&m_notifier, &Notifier::choicesChanged, this, [this] { show(m_notifier.choices()); });
    for (QCheckBox *box : {m_popups, m_sound, m_alarm}) {
        connect(box, &QCheckBox::toggled, this, &NotificationsPage::adopt);
    }
    for (QComboBox *choice : {m_privacy, m_textSound, m_queueSound}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &NotificationsPage::adopt);
    }
    connect(m_seconds, &QSpinBox::valueChanged, this, &NotificationsPage::adopt);
}

void NotificationsPage::show(const NoticeChoices &choices)
{
    const QSignalBlocker blockers[]{QSignalBlocker(m_popups),    QSignalBlocker(m_privacy),    QSignalBlocker(m_sound),
                                    QSignalBlocker(m_textSound), QSignalBlocker(m_queueSound), QSignalBlocker(m_alarm),
                                    QSignalBlocker(m_seconds)};
    m_quiet->setChecked(choices.isQuiet);
    m_until->setText(choices.isQuiet ? quietUntilWords(choices) : QString());
    m_hour->setVisible(!choices.isQuiet);
    m_popups->setChecked(choices.hasPopups);
    m_privacy->setCurrentIndex(static_cast<int>(choices.privacy));
    m_privacy->setEnabled(choices.hasPopups);
    m_sound->setChecked(choices.hasSound);
    m_textSound->setCurrentIndex(qMax(0, int(soundNames().indexOf(choices.textSound))));
    m_queueSound->setCurrentIndex(qMax(0, int(soundNames().indexOf(choices.queueSound))));
    m_alarm->setChecked(choices.hasQueueAlarm);
    m_seconds->setValue(choices.alarmSeconds);
    m_seconds->setEnabled(choices.hasQueueAlarm);
}

void NotificationsPage::adopt()
{
    NoticeChoices choices = m_notifier.choices();
    choices.hasPopups = m_popups->isChecked();
    choices.privacy = static_cast<Privacy>(m_privacy->currentIndex());
    choices.hasSound = m_sound->isChecked();
    choices.textSound = soundNames().value(m_textSound->currentIndex());
    choices.queueSound = soundNames().value(m_queueSound->currentIndex());
    choices.hasQueueAlarm = m_alarm->isChecked();
    choices.alarmSeconds = m_seconds->value();
    m_notifier.setChoices(choices);
}

} // namespace greenline
