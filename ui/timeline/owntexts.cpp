#include "ui/timeline/owntexts.h"

#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/timeline/questions.h"
#include "ui/timeline/timelineview.h"

using namespace Qt::StringLiterals;

namespace greenline {

OwnTexts::OwnTexts(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.composer, &Composer::sendRequested, this, &OwnTexts::send);
    connect(&needs.timeline, &TimelineView::retryRequested, this, &OwnTexts::retry);
    connect(&needs.timeline, &TimelineView::editRequested, this, &OwnTexts::takeBack);
    connect(&needs.timeline, &TimelineView::discardRequested, this, &OwnTexts::onDiscard);
}

void OwnTexts::send(const QString &text)
{
    const RoomId here = m_needs.room();
    const Result<MessageId> sent = m_needs.session.outbox().send(here, text, m_needs.session.drafts().files(here));
    if (!sent) {
        m_needs.composer.showProblem(errorText(sent.error(), Occasion::Sending).oneLine());
        return;
    }
    m_needs.session.drafts().forget(here);
    m_needs.composer.setText({});
    m_needs.timeline.jumpToNewest();
    Q_EMIT this->sent(here);
}

void OwnTexts::retry(const MessageId &message)
{
    m_needs.session.outbox().retry(message);
    m_needs.timeline.jumpToNewest();
}

void OwnTexts::takeBack(const MessageId &message)
{
    const RoomId here = m_needs.room();
    const Result<QString> text = m_needs.session.outbox().takeBack(message);
    if (!text) {
        tell(text.error());
        return;
    }
    const QString draft = m_needs.composer.text();
    const bool isOneEmpty = draft.isEmpty() || text->isEmpty();
    const QString joined = isOneEmpty ? *text + draft : *text + u'\n' + draft;
    m_needs.composer.setText(joined);
    m_needs.session.drafts().set(here, joined);
    m_needs.composer.focusReply();
}

/// A refused one stays where it stands, so there is nothing to lose and nothing to ask.
void OwnTexts::onDiscard(const MessageId &message)
{
    const MessageStore *store = m_needs.session.timelines().find(m_needs.room());
    const int row = store ? store->rowOf(message) : -1;
    if (row >= 0 && store->at(row).delivery == Message::Delivery::Refused) {
        discard(message);
    } else {
        askToDiscard(&m_needs.window, [this, message] { discard(message); });
    }
}

void OwnTexts::discard(const MessageId &message)
{
    const Status discarded = m_needs.session.outbox().discard(message);
    if (!discarded) {
        tell(discarded.error());
    }
}

void OwnTexts::tell(const Error &error)
{
    if (error.code == "sending"_L1) {
        Q_EMIT problem({tr("This message is on its way and cannot be called back."), {}, error.detail});
    } else {
        Q_EMIT problem(errorText(error, error.kind == Error::Kind::Storage ? Occasion::Storing : Occasion::Sending));
    }
}

} // namespace greenline
