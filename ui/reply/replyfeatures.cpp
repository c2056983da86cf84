#include "ui/reply/replyfeatures.h"

#include "app/storage/settingsfile.h"
#include "ui/composer/cannedpage.h"
#include "ui/composer/composer.h"
#include "ui/composer/replyedit.h"
#include "ui/composer/replyhighlighter.h"
#include "ui/reply/attacher.h"
#include "ui/reply/cannedsupply.h"
#include "ui/reply/cannedwriter.h"
#include "ui/reply/emojiwriter.h"
#include "ui/reply/optoutlock.h"
#include "ui/reply/phonewarning.h"
#include "ui/reply/readfirst.h"
#include "ui/reply/sendandnext.h"
#include "ui/reply/spelling.h"
#include "ui/reply/typingbar.h"
#include "ui/reply/undosend.h"
#include "ui/reply/uploadbar.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

void switchEnter(const ReplyNeeds &needs, QAction &action, QObject *owner)
{
    action.setChecked(needs.settings.isOn(u"enterSends"_s, true));
    needs.composer.setEnterSends(action.isChecked());
    QObject::connect(&action, &QAction::toggled, owner,
                     [&settings = needs.settings, &composer = needs.composer](bool isOn) {
                         settings.setOn(u"enterSends"_s, isOn);
                         composer.setEnterSends(isOn);
                     });
}

/// The same canned responses, beside the conversation.
void addCannedTab(const ReplyNeeds &needs, CannedSupply &supply, CannedWriter &writer)
{
    auto *page = new CannedPage;
    needs.addTab(page, QCoreApplication::translate("Reply", "Canned"));
    const auto fill = [page, &supply] {
        page->setSource(supply.sourceWords());
        page->setEntries(supply.entries());
    };
    QObject::connect(&supply, &CannedSupply::changed, page, fill);
    QObject::connect(page, &CannedPage::shown, &supply, &CannedSupply::prepare);
    QObject::connect(page, &CannedPage::chosen, &writer, &CannedWriter::write);
    QObject::connect(page, &CannedPage::snippetsRequested, &writer, &CannedWriter::editSnippets);
    fill();
}

} // namespace

void addReplyFeatures(const ReplyNeeds &needs, const ReplyActions &actions, QObject *owner)
{
    switchEnter(needs, actions.enterSends, owner);
    auto *highlighter = new ReplyHighlighter(needs.composer.edit().document());
    new Spelling(needs, *highlighter, u"/usr/share/hunspell"_s, owner);
    new PhoneWarning(needs, owner);
    new TypingBar(needs, owner);
    new UndoSend(needs, actions.holdSends, owner);
    new OptOutLock(needs, owner);
    needs.composer.addBar(new UploadBar(needs));
    new Attacher(needs, actions.attach, owner);
    new EmojiWriter(needs, actions.emoji, owner);
    auto *supply = new CannedSupply(needs, owner);
    addCannedTab(needs, *supply, *new CannedWriter(needs, *supply, actions.canned, owner));
    new ReadFirst(needs, owner); // asked last: what another one refuses was not read for
    new SendAndNext(needs, actions.sendAndNext, owner);
}

} // namespace greenline
