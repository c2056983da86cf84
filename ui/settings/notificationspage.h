#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace greenline {

class Notifier;
struct NoticeChoices;

/// How one is told: pop-ups and what they show, sounds, the alarm of the queue, and when nothing may disturb.
class NotificationsPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationsPage(Notifier &notifier, QWidget *parent = nullptr);

private:
    void build();
    void addSound(QVBoxLayout *column, const QString &label, QComboBox *sound, const QString &forWhat);
    void connectParts();
    void show(const NoticeChoices &choices);
    void adopt();

    Notifier &m_notifier;
    QCheckBox *m_quiet;
    QLabel *m_until;
    QPushButton *m_hour;
    QCheckBox *m_popups;
    QComboBox *m_privacy;
    QCheckBox *m_sound;
    QComboBox *m_textSound;
    QComboBox *m_queueSound;
    QCheckBox *m_alarm;
    QSpinBox *m_seconds;
};

} // namespace greenline
