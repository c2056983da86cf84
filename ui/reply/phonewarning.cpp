#include "ui/reply/phonewarning.h"

#include "app/sms/phonenumber.h"
#include "app/workspace/contactphones.h"
#include "app/workspace/session.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/termsof.h"
#include "ui/words/plainline.h"

namespace greenline {

PhoneWarning::PhoneWarning(const ReplyNeeds &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.composer))
{
    m_bar->setButton(tr("Understood"));
    needs.composer.addBar(m_bar);
    connect(m_bar, &NoticeBar::pressed, m_bar, [this] { m_bar->setText({}); });
    connect(&needs.view, &ConversationView::timelineChanged, this, &PhoneWarning::follow);
}

void PhoneWarning::follow()
{
    m_bar->setText({});
    const Conversation &conversation = m_needs.view.conversation();
    if (!m_needs.view.isReadable() || conversation.source != Source::Sms || conversation.visitor.isEmpty()
        || !isAnswerable(conversation)) {
        return;
    }
    m_needs.session.contactPhones().of(conversation.visitor,
                                       {this, [this, room = conversation.id](const Result<QStringList> &phones) {
                                            if (phones && room == m_needs.view.room()) {
                                                show(*phones);
                                            }
                                        }});
}

void PhoneWarning::show(const QStringList &phones)
{
    if (phones.size() > 1) {
        m_bar->setText(tr("This contact has %n numbers. The workspace texts the first one, %1.", nullptr,
                          static_cast<int>(phones.size()))
                           .arg(plainLine(displayNumber(phones.first()))));
    }
}

} // namespace greenline
