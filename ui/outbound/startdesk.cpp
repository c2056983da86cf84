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

#include <algorithm>
#include <iterator>
#include <utility>

namespace greenline {

namespace {

bool containsTry(const QList<TextUnderway> &texts, const TextUnderway &text)
{
    return std::any_of(texts.cbegin(), texts.cend(), [&text](const TextUnderway &one) { return isSameTry(one, text); });
}

bool isInDoubt(const std::optional<TextUnderway> &text)
{
    return text && text->ending == TextUnderway::Ending::Unknown;
}

} // namespace

StartDesk::StartDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_note(needs.settings, needs.session.signedIn().account.key())
    , m_draft(needs.settings, needs.clock, needs.session.signedIn().account.key())
    , m_leftOver(m_note.untold())
{
    connect(&needs.newConversation, &QAction::triggered, this, &StartDesk::start);
    connect(&needs.session, &Session::connectionChanged, this, &StartDesk::tellLeftOver);
    connect(&needs.session, &Session::expired, this, &StartDesk::onExpired);
    connect(&needs.problem, &ProblemBar::dismissed, this, &StartDesk::onDismissed);
    connect(&m_draft, &StartDraftNote::stored, &needs.problem, &ProblemBar::noteWritten);
    connect(&m_draft, &StartDraftNote::storageFailed, &needs.problem,
            [&problem = needs.problem](const Error &error) { problem.tell(errorText(error, Occasion::Storing)); });
    tellLeftOver();
}

/// Whoever puts the sentence away has read it. Other words take its place, too, or the desk clears it, and then it may
/// not have been read.
void StartDesk::onDismissed(const QString &sentence)
{
    if (sentence == m_said) {
        m_note.markTold(std::exchange(m_toldInWindow, {}));
    }
}

/// The window outlives the desk, and its dialogues with it.
StartDesk::~StartDesk()
{
    m_draft.flush();
    delete m_dialog;
}

/// Once, when the person is in: what is said before is soon said over.
void StartDesk::tellLeftOver()
{
    if (m_needs.session.connection().line != ConnectionState::Line::Live || m_leftOver.isEmpty()) {
        return;
    }
    const QList<TextUnderway> leftOver = std::exchange(m_leftOver, {});
    QList<TextUnderway> untold = m_note.untold(); // how it ended may have become known meanwhile
    untold.removeIf([&leftOver](const TextUnderway &one) { return !containsTry(leftOver, one); });
    if (untold.isEmpty()) {
        return;
    }
    QStringList sentences;
    std::transform(untold.cbegin(), untold.cend(), std::back_inserter(sentences), leftOverSentence);
    m_said = sentences.join(u' ');
    m_toldInWindow = untold;
    m_needs.problem.inform(m_said);
}

/// The sign-in page is on screen: the dialogue does not stand in front of it.
void StartDesk::onExpired()
{
    m_isExpired = true;
    m_draft.flush();
    if (m_dialog) {
        m_dialog->hide();
    }
}

void StartDesk::start()
{
    const QString reason = whyNot();
    if (!reason.isEmpty()) {
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
    m_dialog->setTries(m_note.tries());
    connect(m_dialog, &StartDialog::finished, this, &StartDesk::onFinished);
    connect(m_dialog, &StartDialog::sendRequested, this, &StartDesk::send);
    m_supply = new StartSupply(m_needs.session, m_needs.clock, *m_dialog);
    if (const std::optional<StartDraft> draft = m_draft.kept()) {
        m_dialog->restore(*draft);
    }
    connect(m_dialog, &StartDialog::draftChanged, this, [this] { m_draft.set(m_dialog->draft()); });
    connect(m_dialog, &StartDialog::discardRequested, this, &StartDesk::onDiscarded);
    m_dialog->open();
}

void StartDesk::onDiscarded()
{
    m_draft.forget();
    m_dialog->reject();
}

void StartDesk::onFinished()
{
    m_draft.flush();
    if (m_dialog && !m_dialog->isBusy()) {
        m_note.markTold(std::exchange(m_toldInDialog, {})); // a person has read it
        m_dialog->disconnect(this);
        m_dialog->deleteLater();
        m_dialog.clear();
        m_supply = nullptr;
    }
}

void StartDesk::send(const FirstMessage &message)
{
    m_before = sameText(m_note.tries(), message);
    m_sending = TextUnderway{m_dialog->recipient().shown(), templateWords(message.form), m_needs.clock.now(),
                             message.to, printOf(message)};
    if (const Status declared = m_note.declare(*m_sending); !declared) {
        m_sending.reset();
        m_dialog->tellRefused(unwrittenProblem(declared.error()));
        return;
    }
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
        succeed(text);
    } else {
        tell(text, sent.error());
    }
    Q_EMIT ended();
}

void StartDesk::succeed(const TextUnderway &text)
{
    m_needs.problem.inform(
        tr("The provider has the text for %1. The conversation begins with the answer.").arg(text.recipient));
    m_dialog->setBusy(false);
    m_dialog->accept();
    onFinished(); // when it was put away before
}

void StartDesk::remember(const TextUnderway &text, const Status &sent)
{
    if (sent || !mayHaveLeft(sent.error())) {
        settle(text, sent);
    }
    m_dialog->setTries(m_note.tries());
}

/// After the end of the session the next one tells how it ended, for the dialogue is gone by then. The answer that ends
/// the session comes here before it does.
void StartDesk::settle(TextUnderway text, const Status &sent)
{
    const bool isOver = m_isExpired || (!sent && sent.error().kind == Error::Kind::Unauthorized);
    if (!sent && m_before) {
        m_before->isTold = m_before->isTold && !isOver;
        m_note.put(*m_before);
    } else if (isOver) {
        text.ending = sent ? TextUnderway::Ending::Sent : TextUnderway::Ending::Refused;
        m_note.put(text);
    } else {
        m_note.forget(text);
    }
    if (sent) {
        disconnect(m_dialog.data(), &StartDialog::draftChanged, this, nullptr);
        m_draft.forget(); // after the note: one write takes both
    }
}

/// In the dialogue, and where that was put away in the window: nothing comes to the front by itself.
void StartDesk::tell(const TextUnderway &text, const Error &error)
{
    const ErrorText problem = isInDoubt(m_before) ? repeatProblem(error) : startProblem(error);
    m_dialog->tellRefused(problem);
    const TextUnderway told = m_before && !mayHaveLeft(error) ? *m_before : text;
    m_toldInDialog.append(told);
    if (!m_dialog->isHidden()) {
        return;
    }
    const ErrorText notice = awayProblem(problem, text.recipient);
    m_noticed = notice.oneLine();
    m_said = m_noticed;
    m_toldInWindow = {told};
    m_needs.problem.tell(notice);
}

} // namespace greenline
