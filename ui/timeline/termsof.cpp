#include "ui/timeline/termsof.h"

#include "app/sms/phonenumber.h"
#include "ui/timeline/showntext.h"

#include <QCoreApplication>

namespace greenline {

namespace {

class TermsWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString whyNot(const Conversation &conversation)
{
    switch (conversation.stage) {
    case Stage::Queue:
        return TermsWords::tr("Take this conversation to answer");
    case Stage::Closed:
        return TermsWords::tr("This conversation is closed");
    case Stage::Elsewhere:
        return conversation.servedByName.isEmpty()
            ? TermsWords::tr("This conversation is no longer yours")
            : TermsWords::tr("%1 answers this conversation now").arg(harmlessName(conversation.servedByName));
    case Stage::Mine:
    case Stage::OnHold:
        break;
    }
    return {};
}

/// What does not stop a reply, but should be known before it is written.
QString warning(const Conversation &conversation, ConnectionState::Line line)
{
    // After 5.0.1 a text can make a new visitor without a number; replies then reach nobody (Rocket.Chat issue 26566).
    if (conversation.source == Source::Sms && conversation.customerNumber.isEmpty()) {
        return TermsWords::tr("This contact has no phone number, so a text will not reach them");
    }
    switch (line) {
    case ConnectionState::Line::Waiting:
    case ConnectionState::Line::Trying:
        return TermsWords::tr("Sends when the connection is back");
    case ConnectionState::Line::SignedOut:
        return TermsWords::tr("Sends after you have signed in again");
    default:
        return {};
    }
}

} // namespace

bool isAnswerable(const Conversation &conversation)
{
    return conversation.stage == Stage::Mine || conversation.stage == Stage::OnHold;
}

ReplyTerms termsOf(const Conversation &conversation, ConnectionState::Line line)
{
    ReplyTerms terms;
    terms.canWrite = isAnswerable(conversation);
    terms.isSms = conversation.source == Source::Sms;
    if (terms.isSms) {
        terms.from = harmlessName(displayNumber(conversation.ourNumber));
        terms.to = harmlessName(displayNumber(conversation.customerNumber));
    }
    terms.notice = terms.canWrite ? warning(conversation, line) : whyNot(conversation);
    return terms;
}

} // namespace greenline
