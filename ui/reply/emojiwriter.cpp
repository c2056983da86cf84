#include "ui/reply/emojiwriter.h"

#include "app/sms/segments.h"
#include "app/storage/settingsfile.h"
#include "ui/composer/composer.h"
#include "ui/composer/composertool.h"
#include "ui/composer/emojipopup.h"
#include "ui/composer/replyedit.h"
#include "ui/reply/writable.h"
#include "ui/timeline/conversationview.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostRecent = 20;

} // namespace

EmojiWriter::EmojiWriter(const ReplyNeeds &needs, QAction &open, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_popup(new EmojiPopup(&needs.window))
    , m_recent(needs.settings.text(u"recentEmoji"_s).split(u' ', Qt::SkipEmptyParts))
{
    auto *button = new ComposerTool(Glyph::Emoji, tr("Emoji"), &needs.composer.box());
    button->setToolTip(tr("Emoji (%1)").arg(open.shortcut().toString(QKeySequence::NativeText)));
    needs.composer.addTool(button);
    m_popup->setCost([this](const QString &emoji) { return costOf(emoji); });
    connect(button, &QToolButton::clicked, this, &EmojiWriter::open);
    connect(&open, &QAction::triggered, this, &EmojiWriter::open);
    connect(&needs.view, &ConversationView::timelineChanged, m_popup, &QWidget::hide);
    connect(m_popup, &EmojiPopup::chosen, this, &EmojiWriter::insert);
    connect(m_popup, &EmojiPopup::dismissed, this, [this] {
        if (m_popup->isVisible()) {
            m_popup->hide();
            m_needs.composer.focusReply();
        }
    });
}

EmojiWriter::~EmojiWriter()
{
    delete m_popup; // the window outlives the desk
}

void EmojiWriter::open()
{
    if (m_popup->isVisible()) {
        m_popup->hide();
    } else if (isWritable(m_needs)) {
        m_popup->open(m_recent, m_needs.composer.box());
    }
}

void EmojiWriter::insert(const QString &emoji)
{
    m_recent.removeAll(emoji);
    m_recent.prepend(emoji);
    m_recent = m_recent.mid(0, mostRecent);
    m_needs.settings.setText(u"recentEmoji"_s, m_recent.join(u' '));
    m_popup->hide();
    m_needs.composer.edit().insertPlainText(emoji);
    m_needs.composer.focusReply();
}

QString EmojiWriter::costOf(const QString &emoji) const
{
    if (m_needs.view.conversation().source != Source::Sms) {
        return {};
    }
    const QString text = m_needs.composer.text();
    const int now = qMax(1, countSegments(text).segments);
    const SegmentCount then = countSegments(text + emoji);
    if (then.segments > now) {
        return tr("%n SMS instead of %1", nullptr, then.segments).arg(now);
    }
    //: An emoji makes a text hold 70 characters in place of 160
    return countSegments(text).costly.isEmpty() ? tr("one SMS then holds %1 characters").arg(then.capacity) : QString();
}

} // namespace greenline
