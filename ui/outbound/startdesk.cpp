#include "ui/outbound/startdesk.h"

#include "app/workspace/abilities.h"
#include "app/workspace/outreach.h"
#include "app/workspace/session.h"
#include "ui/dialogs/problembar.h"
#include "ui/outbound/answerfield.h"
#include "ui/outbound/recipientfield.h"
#include "ui/outbound/startdialog.h"
#include "ui/outbound/startwords.h"
#include "ui/words/abilitywords.h"

#include <QAction>
#include <QEvent>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr std::chrono::milliseconds typingPause = 300ms;
constexpr int shortestSearch = 2;

} // namespace

StartDesk::StartDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_underway(needs.settings, needs.session.signedIn().account.key())
    , m_pause(needs.clock, [this] { search(m_typed); })
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
    if (event->type() == QEvent::Hide && m_isLeftOverTold && m_needs.problem.isEmpty()) {
        m_isLeftOverTold = false;
        m_underway.forget();
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
    if (const std::optional<TextUnderway> text = m_underway.text()) {
        const QString when = QLocale().toString(text->sentAt.toLocalTime(), QLocale::ShortFormat);
        m_isLeftOverTold = true;
        //: %1 is a person or a number, %2 a template, %3 a date and time
        m_needs.problem.inform(tr("The session ended before it was known whether the first text for %1 left (%2, %3).")
                                   .arg(text->recipient, text->form, when));
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
        m_needs.problem.inform(reason);
    } else if (m_dialog) {
        m_dialog->open(); // put away while its text was on its way
    } else {
        open();
    }
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
    Session &session = m_needs.session;
    if (!m_outreach) {
        const SignedIn &signedIn = session.signedIn();
        m_outreach
            = new Outreach(session.rest(), ServerFeatures(signedIn.version), session.abilities(), signedIn.me, this);
    }
    m_dialog = new StartDialog(&m_needs.window);
    connect(m_dialog, &StartDialog::finished, this, &StartDesk::onFinished);
    connect(m_dialog, &StartDialog::readRequested, this, &StartDesk::readProviders);
    connect(m_dialog, &StartDialog::sendRequested, this, &StartDesk::send);
    connect(&m_dialog->recipient(), &RecipientField::typedChanged, this, [this](const QString &typed) {
        m_typed = typed;
        m_pause.start(typingPause);
    });
    connect(&m_dialog->answer(), &AnswerField::departmentChosen, this, &StartDesk::readAgents);
    m_dialog->answer().setNote(note());
    readProviders();
    readDepartments();
    m_dialog->open();
}

void StartDesk::onFinished()
{
    if (m_dialog && !m_dialog->isBusy()) {
        if (m_dialog->mayHaveLeft()) {
            m_underway.forget(); // a person has read it
        }
        m_dialog->deleteLater();
        m_dialog.clear();
    }
}

/// What the account may not choose. May be wrong by now: the workspace has the last word.
QString StartDesk::note() const
{
    const Abilities &abilities = m_needs.session.abilities();
    QStringList notes;
    const Verdict departments = abilities.verdict(Ability::AssignAnyDepartment);
    if (!departments.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignAnyDepartment, departments));
    }
    const Verdict anybody = abilities.verdict(Ability::AssignAnyAgent);
    const Verdict myself = abilities.verdict(Ability::AssignMyself);
    if (!anybody.isAllowed && !myself.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignMyself, myself));
    } else if (!anybody.isAllowed) {
        notes.append(abilityRefusal(Ability::AssignAnyAgent, anybody));
    }
    return notes.join(u' ');
}

void StartDesk::readProviders()
{
    m_outreach->readProviders({m_dialog, [dialog = m_dialog.data()](const Result<QList<OutboundProvider>> &providers) {
                                   if (providers) {
                                       dialog->setProviders(*providers);
                                   } else {
                                       dialog->tellUnread(errorText(providers.error(), Occasion::Starting));
                                   }
                               }});
}

/// Without them the answer goes as the workspace decides, so a failure stops nobody.
void StartDesk::readDepartments()
{
    m_outreach->readDepartments({m_dialog, [dialog = m_dialog.data()](const Result<QList<Department>> &departments) {
                                     if (departments) {
                                         dialog->answer().setDepartments(*departments);
                                     }
                                 }});
}

void StartDesk::readAgents(const DepartmentId &department)
{
    if (department.isEmpty()) {
        return;
    }
    m_outreach->readAgents(department,
                           {m_dialog, [dialog = m_dialog.data(), department](const Result<QList<Agent>> &agents) {
                                if (agents && dialog->answer().department() == department) {
                                    dialog->answer().setAgents(*agents);
                                }
                            }});
}

void StartDesk::search(const QString &typed)
{
    if (!m_dialog || typed.size() < shortestSearch) {
        return;
    }
    m_outreach->findContacts(typed, {m_dialog, [dialog = m_dialog.data(), typed](const Result<QList<Contact>> &found) {
                                         RecipientField &recipient = dialog->recipient();
                                         if (recipient.typed() != typed) {
                                             return;
                                         }
                                         if (found) {
                                             recipient.setContacts(*found);
                                         } else {
                                             recipient.tellNotSearched(
                                                 tr("People could not be looked for. Type the whole number."));
                                         }
                                     }});
}

void StartDesk::send(const FirstMessage &message)
{
    const QString recipient = m_dialog->recipient().shown();
    m_isLeftOverTold = false; // whoever puts that away now does not mean this text
    m_underway.write({recipient, templateWords(message.form), m_needs.clock.now()});
    m_outreach->send(message, {this, [this, recipient](const Status &sent) { onSent(recipient, sent); }});
}

void StartDesk::onSent(const QString &recipient, const Status &sent)
{
    if (!m_dialog) {
        return;
    }
    m_dialog->setBusy(false);
    if (sent || !(m_isExpired || m_dialog->mayHaveLeft() || mayHaveLeft(sent.error()))) {
        m_underway.forget();
    }
    if (m_isExpired) {
        return; // the next session tells what is not known
    }
    if (sent) {
        m_needs.problem.inform(
            tr("The provider has the text for %1. The conversation begins with the answer.").arg(recipient));
        m_dialog->accept();
        onFinished(); // when it was put away before
        return;
    }
    const ErrorText problem = m_dialog->mayHaveLeft() ? repeatProblem(sent.error()) : startProblem(sent.error());
    if (mayHaveLeft(sent.error())) {
        m_dialog->tellUnknown(problem);
    } else {
        m_dialog->tellRefused(problem);
    }
    m_dialog->open();
}

} // namespace greenline
