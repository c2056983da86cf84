#include "ui/lists/shiftenddialog.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/abilities.h"
#include "app/workspace/handover.h"
#include "app/workspace/session.h"
#include "ui/handover/offers.h"
#include "ui/lists/bulkwords.h"
#include "ui/theme/metrics.h"
#include "ui/words/errortext.h"
#include "ui/words/phrases.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

ShiftEndDialog::ShiftEndDialog(Session &session, Clock &clock, Going going, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_going(going)
    , m_bulk(clock)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_state(new QLabel(this))
    , m_return(new QPushButton(tr("Return all"), this))
    , m_go(new QPushButton(going == Going::Quit ? tr("Quit anyway") : tr("Sign out anyway"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Open conversations"));
    setAccessibleName(tr("Open conversations"));
    setProperty("panel", true);
    build();
    fill();
    const QString reason = whyNotReturned();
    m_return->setEnabled(reason.isEmpty());
    m_return->setToolTip(reason);
    m_return->setAccessibleDescription(reason);
    m_return->setFocus();
    connect(m_return, &QPushButton::clicked, this, &ShiftEndDialog::returnAll);
    connect(m_go, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT goingOn();
    });
    connect(&m_bulk, &Bulk::changed, this, &ShiftEndDialog::onProgress);
    connect(&m_bulk, &Bulk::finished, this, &ShiftEndDialog::onFinished);
}

QList<RoomId> ShiftEndDialog::openOnes(Session &session)
{
    QList<RoomId> rooms;
    const ConversationStore &conversations = session.conversations();
    for (int row = 0; row < conversations.size(); ++row) {
        if (conversations.at(row).stage == Stage::Mine) {
            rooms.append(conversations.at(row).id);
        }
    }
    return rooms;
}

void ShiftEndDialog::build()
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(titleFont(font()));
    m_title->setWordWrap(true);
    m_list->setAccessibleName(tr("Open conversations"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setText(
        tr("They stay yours, and their customers wait for you. Once returned to the queue, others can take "
           "them. Drafts stay on this computer."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_state);
    column->addLayout(buttons());
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().lineSpacing() * 18);
}

QHBoxLayout *ShiftEndDialog::buttons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_return->setProperty("primary", true);
    m_return->setDefault(true);
    m_go->setAutoDefault(false);
    cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_go);
    row->addWidget(m_return);
    connect(cancel, &QPushButton::clicked, this, &ShiftEndDialog::reject);
    return row;
}

void ShiftEndDialog::fill()
{
    m_list->clear();
    const QList<RoomId> rooms = openOnes(m_session);
    for (const RoomId &room : rooms) {
        const Conversation &conversation = *m_session.conversations().find(room);
        m_names.insert(room, customerName(conversation));
        //: Customer and the last text
        m_list->addItem(tr("%1 – %2").arg(customerName(conversation), previewText(conversation)));
    }
    m_title->setText(tr("You still serve %n conversation(s).", nullptr, int(rooms.size())));
}

QString ShiftEndDialog::whyNotReturned() const
{
    const QList<RoomId> rooms = openOnes(m_session);
    const Conversation *first = rooms.isEmpty() ? nullptr : m_session.conversations().find(rooms.first());
    return first ? whyNot(Deed::ReturnToQueue, *first, m_session.abilities()) : QString();
}

void ShiftEndDialog::returnAll()
{
    m_return->setEnabled(false);
    m_bulk.start(openOnes(m_session), [this](const RoomId &room, const Then<Done> &then) {
        m_session.handover().returnToQueue(room, then);
    });
}

void ShiftEndDialog::onProgress()
{
    if (m_bulk.isRunning()) {
        m_state->setText(bulkProgress(BulkBar::Deed::Return, m_bulk));
        m_state->setAccessibleName(m_state->text());
    }
}

void ShiftEndDialog::onFinished()
{
    if (m_bulk.failures().isEmpty() && !m_bulk.isCancelled()) {
        accept();
        Q_EMIT goingOn();
        return;
    }
    QStringList words{bulkOutcome(BulkBar::Deed::Return, m_bulk)};
    for (const Bulk::Failure &failure : m_bulk.failures()) {
        //: Customer and why
        words.append(
            tr("%1: %2").arg(m_names.value(failure.room), errorText(failure.error, Occasion::Returning).oneLine()));
    }
    fill();
    m_state->setText(words.join(u'\n'));
    m_state->setAccessibleName(m_state->text());
    m_return->setEnabled(!openOnes(m_session).isEmpty());
}

/// While they are returned, Cancel stops that; what is under way is waited for.
void ShiftEndDialog::reject()
{
    if (m_bulk.isRunning()) {
        m_bulk.cancel();
    } else {
        QDialog::reject();
    }
}

} // namespace greenline
