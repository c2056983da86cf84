#include "ui/notify/noticebell.h"

#include "ui/notify/historypopup.h"
#include "ui/notify/notificationwords.h"
#include "ui/notify/notifier.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"

#include <QEvent>

namespace greenline {

NoticeBell::NoticeBell(Notifier &notifier, Clock &clock, QWidget *parent)
    : QToolButton(parent)
    , m_notifier(notifier)
    , m_history(clock)
{
    setAccessibleName(tr("Notifications"));
    setProperty("quiet", true);
    showChoices();
    connect(this, &QToolButton::clicked, this, &NoticeBell::open);
    connect(&notifier, &Notifier::told, &m_history, &NoticeHistory::add);
    connect(&notifier, &Notifier::choicesChanged, this, &NoticeBell::showChoices);
}

NoticeBell::~NoticeBell()
{
    delete m_popup; // shows our history
}

void NoticeBell::open()
{
    popup().showChoices(m_notifier.choices());
    popup().openBelow(*this);
}

HistoryPopup &NoticeBell::popup()
{
    if (!m_popup) {
        m_popup = new HistoryPopup(m_history, window());
        connect(m_popup, &HistoryPopup::chosen, this, &NoticeBell::chosen);
        connect(m_popup, &HistoryPopup::preferencesWanted, this, &NoticeBell::preferencesWanted);
        connect(m_popup, &HistoryPopup::quietHourWanted, &m_notifier, &Notifier::beQuietForAnHour);
        connect(m_popup, &HistoryPopup::quietWanted, &m_notifier, &Notifier::setQuiet);
    }
    return *m_popup;
}

void NoticeBell::showChoices()
{
    const Colours &colours = coloursOf(palette());
    const NoticeChoices &choices = m_notifier.choices();
    setIcon(glyphIcon(choices.isQuiet ? Glyph::Quiet : Glyph::Bell, colours.secondaryText));
    const QString words = choices.isQuiet ? quietWords(choices) : tr("What you were told of");
    setToolTip(words);
    setAccessibleDescription(words);
    if (m_popup) {
        m_popup->showChoices(choices);
    }
}

void NoticeBell::hideEvent(QHideEvent *event)
{
    QToolButton::hideEvent(event);
    if (m_popup) {
        m_popup->hide();
    }
}

void NoticeBell::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showChoices();
    }
}

} // namespace greenline
