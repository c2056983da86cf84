#include "ui/outbound/startdesk.h"

#include "app/workspace/abilities.h"
#include "app/workspace/session.h"
#include "ui/dialogs/problembar.h"
#include "ui/outbound/recipientfield.h"
#include "ui/outbound/startdialog.h"
#include "ui/outbound/startsupply.h"
#include "ui/outbound/startwords.h"
#include "ui/words/abilitywords.h"

#include <QAction>
#include <QEvent>
#include <QLocale>

#include <utility>

namespace greenline {

StartDesk::StartDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_note(needs.settings, needs.session.signedIn().account.key())
{
    connect(&needs.newConversation, &QAction::triggered, this, &StartDesk::start);
    connect(&needs.session, &Session::connectionChanged, this, &StartDesk::tellLeftOver);
    connect(&needs.session, &Session::expired, this, &StartDesk::onExpired);
    needs.problem.installEventFilter(this);
    tellLeftOver();
}

/// Whoever puts the sentence away has read it. It goes with its window, too, and then it is not read.
bool StartDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !m_toldInWindow.isEmpty() && m_needs.problem.isEmpty()) {
        m_note.markTold(std::exchange(m_toldInWindow, {}));
    }
    return QObject::eventFilter(watched, event);
}

/// The window outlives the desk, and its dialogues with it.
StartDesk::~StartDesk()
{
    delete m_dialog;
}

/// Once, when the person is in: what is said before is soon said over.
void StartDesk::tellLeftOver()
{
    if (m_needs.session.connection().line != ConnectionState::Line::Live || std::exchange(m_isStarted, true)) {
        return;
    }
    m_toldInWindow = m_note.untold();
    QStringList sentences;
    for (const TextUnderway &text : std::as_const(m_toldInWindow)) {
        const QString when = QLocale().toString(text.sentAt.toLocalTime(), QLocale::ShortFormat);
        //: %1 is a person or a number, %2 a template, %3 a date and time
        sentences.append(tr("The session ended before it was known whether the first text for %1 left (%2, %3).")
                             .arg(text.recipient, text.form, when));
    }
    if (!sentences.isEmpty()) {
        m_needs.problem.inform(sentences.join(u' '));
    }
}

/// The sign-in page is on screen: the dialogue does not stand in front of it.
void StartDesk::onExpired()
{
    m_isExpired = true;
    if (m_dialog) {
        m_dialog->hide();
    }
}

void StartDesk::start()
{
    const QString reason = whyNot();
    if (!reason.isEmpty()) {
        m_toldInWindow.clear();
        m_needs.problem.inform(reason);
    } else if (m_dialog) {
        showAgain();
    } else {
        open();
    }
}

/// It was put away while its text was on its way.
void StartDesk::showAgain()
{
    m_needs.problem.withdraw(m_noticed);
    m_dialog->open();
}

/// Rocket.Chat itself begins conversations through apps of its Enterprise edition only, from templates that they keep;
/// its SMS service answers customers and begins nothing.
QString StartDesk::whyNot() const
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::Outbound);
    const QString refusal = abilityRefusal(Ability::Outbound, verdict);
    const QString meanwhile = tr("Ask the customer to text one of your numbers; the conversation then begins here.");
    return refusal.isEmpty() ? QString() : refusal + QChar(u' ') + meanwhile;
}

void StartDesk::open()
{
    m_dialog = new StartDialog(&m_needs.window);
    m_dialog->setTries(m_note.texts());
    connect(m_dialog, &StartDialog::finished, this, &StartDesk::onFinished);
    connect(m_dialog, &StartDialog::sendRequested, this, &StartDesk::send);
    m_supply = new StartSupply(m_needs.session, m_needs.clock, *m_dialog);
    m_dialog->open();
}

void StartDesk::onFinished()
{
    if (m_dialog && !m_dialog->isBusy()) {
        m_note.markTold(std::exchange(m_toldInDialog, {})); // a person has read it
        m_dialog->deleteLater();
        m_dialog.clear();
        m_supply = nullptr;
    }
}

void StartDesk::send(const FirstMessage &message)
{
    m_before = sameText(m_note.texts(), message);
    m_sending = TextUnderway{m_dialog->recipient().shown(), templateWords(message.form), m_needs.clock.now(),
                             message.to, printOf(message)};
    m_toldInWindow.removeIf([this](const TextUnderway &one) { // whoever puts that away now does not mean this try
        return one.number == m_sending->number && one.print == m_sending->print;
    });
    m_note.write(*m_sending);
    m_supply->outreach().send(message, {this, [this](const Status &sent) { onSent(sent); }});
}

void StartDesk::onSent(const Status &sent)
{
    if (!m_dialog || !m_sending) {
        return;
    }
    const TextUnderway text = *std::exchange(m_sending, std::nullopt);
    remember(text, sent);
    if (m_isExpired) {
        m_dialog->setBusy(false);
    } else if (sent) {
        m_toldInWindow.clear(); // what stood there was not put away
        m_needs.problem.inform(
            tr("The provider has the text for %1. The conversation begins with the answer.").arg(text.recipient));
        m_dialog->setBusy(false);
        m_dialog->accept();
        onFinished(); // when it was put away before
    } else {
        tell(text, sent.error());
    }
    Q_EMIT ended();
}

/// After the end of the session the next one tells whatever became of it, for the dialogue is gone by then.
void StartDesk::remember(const TextUnderway &text, const Status &sent)
{
    if (sent) {
        m_note.forget(text);
    } else if (!m_isExpired && !mayHaveLeft(sent.error())) {
        m_note.forget(text);
        if (m_before) {
            m_note.write(*m_before);
        }
    }
    m_dialog->setTries(m_note.texts());
}

/// In the dialogue, and where that was put away in the window: nothing comes to the front by itself.
void StartDesk::tell(const TextUnderway &text, const Error &error)
{
    const ErrorText problem = m_before ? repeatProblem(error) : startProblem(error);
    const bool isUnknown = m_before || mayHaveLeft(error);
    m_dialog->tellRefused(problem);
    if (isUnknown) {
        m_toldInDialog.append(text);
    }
    if (!m_dialog->isHidden()) {
        return;
    }
    const ErrorText notice = awayProblem(problem, text.recipient);
    m_noticed = notice.oneLine();
    m_needs.problem.tell(notice);
    m_toldInWindow = isUnknown ? QList<TextUnderway>{text} : QList<TextUnderway>();
}

} // namespace greenline
