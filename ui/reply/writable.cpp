#include "ui/reply/writable.h"

#include "ui/composer/composer.h"
#include "ui/composer/replyedit.h"
#include "ui/dialogs/problembar.h"
#include "ui/timeline/conversationview.h"

#include <QCoreApplication>

namespace greenline {

bool isWritable(const ReplyNeeds &needs)
{
    const ReplyEdit &edit = needs.composer.edit();
    const Conversation &conversation = needs.view.conversation();
    if (!conversation.id.isEmpty() && edit.isVisible() && !edit.isReadOnly()) {
        return true;
    }
    const bool isLocked = conversation.stage == Stage::Mine && edit.isVisible();
    needs.problem.inform(isLocked ? QCoreApplication::translate(
                             "Reply", "Nothing can be written here now; the bar above the box says why.")
                                  : QCoreApplication::translate(
                                      "Reply", "There is nothing to write in. Open a conversation that you serve."));
    return false;
}

} // namespace greenline
