#include "ui/find/finder.h"

#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "ui/dialogs/problembar.h"
#include "ui/find/finddialog.h"
#include "ui/timeline/conversationview.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostFound = 50;

} // namespace

Finder::Finder(const Needs &needs, const Keys &keys, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_jumps({needs.session, needs.view, needs.clock, keys.toNewest, keys.toUnread, keys.toDate})
    , m_inConversation({needs.session, needs.view, m_jumps, keys.find, keys.findNext, keys.findPrevious})
{
    connect(&keys.findEverywhere, &QAction::triggered, this, &Finder::findEverywhere);
    connect(&m_jumps, &Jumps::told, &needs.problem, &ProblemBar::inform);
    connect(&m_jumps, &Jumps::failed, &needs.problem, &ProblemBar::tell);
    connect(&m_inConversation, &ConversationFinder::told, &needs.problem, &ProblemBar::inform);
    connect(&m_inConversation, &ConversationFinder::failed, &needs.problem, &ProblemBar::tell);
}

void Finder::findEverywhere()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_needs.session.finding().search.prepare();
    m_dialog = new FindDialog(m_needs.clock, &m_needs.window);
    connect(m_dialog, &FindDialog::typedChanged, this, &Finder::lookHere);
    connect(m_dialog, &FindDialog::workspaceRequested, this, &Finder::askWorkspace);
    connect(m_dialog, &FindDialog::chosen, this, &Finder::openFound);
    m_dialog->setTyped(m_last);
    m_dialog->open();
}

void Finder::lookHere(const QString &typed)
{
    m_last = typed;
    m_dialog->showFound(m_needs.session.finding().search.here(typed, mostFound));
}

void Finder::askWorkspace()
{
    const QPointer<FindDialog> dialog = m_dialog;
    const QString typed = dialog->typed();
    dialog->setAsking(true);
    m_needs.session.finding().search.inWorkspace(
        typed, mostFound, {dialog, [dialog, typed](const Result<QList<Found>> &found) {
                               dialog->setAsking(false);
                               if (dialog->typed() != typed) {
                                   return; // something else is looked for by now
                               }
                               if (found) {
                                   dialog->addFromWorkspace(*found);
                               } else {
                                   dialog->tell(errorText(found.error(), Occasion::LoadingHistory));
                               }
                           }});
}

void Finder::openFound(const Found &found)
{
    m_needs.session.finding().search.makeKnown(
        found.conversation.id, {this, [this, found](const Status &known) {
                                    if (known) {
                                        showFound(found);
                                    } else {
                                        m_needs.problem.tell(errorText(known.error(), Occasion::LoadingHistory));
                                    }
                                }});
}

void Finder::showFound(const Found &found)
{
    m_needs.open(found.conversation.id);
    if (found.message && m_needs.view.isReadable() && m_needs.view.room() == found.conversation.id) {
        m_jumps.toMessage(found.message->id, found.message->at);
    }
}

} // namespace greenline
