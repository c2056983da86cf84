#include "ui/palette/palette.h"

#include "app/omnichannel/conversationstore.h"
#include "app/sms/phonenumber.h"
#include "app/storage/settingsfile.h"
#include "ui/palette/palettedialog.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype remembered = 12;
constexpr auto actionPrefix = "action:"_L1;
constexpr auto roomPrefix = "room:"_L1;

PaletteEntry entryOfConversation(const Conversation &conversation)
{
    PaletteEntry entry;
    entry.id = roomPrefix + conversation.id.value;
    entry.title = customerName(conversation);
    const QString number = plainLine(displayNumber(conversation.customerNumber));
    entry.detail = conversation.customerName.isEmpty() || number.isEmpty()
        ? stageWord(conversation.stage)
        : stageWord(conversation.stage) + u" · "_s + number;
    entry.searched = digitsOf(conversation.customerNumber);
    return entry;
}

} // namespace

PaletteEntry entryOf(const QAction &action)
{
    PaletteEntry entry;
    entry.id = actionPrefix + action.objectName();
    entry.title = action.text().remove(u'&');
    entry.isMinor = action.property("minor").toBool();
    entry.keys = action.shortcut().toString(QKeySequence::NativeText);
    if (action.isCheckable() && action.isChecked()) {
        //: Of a switch that is on
        entry.detail = Palette::tr("on");
    }
    if (!action.isEnabled()) {
        const QString tip = action.toolTip();
        const bool isSaid = !tip.isEmpty() && tip != entry.title && tip != QString(entry.title).remove(u'…');
        entry.reason = isSaid ? tip : Palette::tr("Not possible just now");
    }
    return entry;
}

Palette::Palette(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.action, &QAction::triggered, this, &Palette::show);
}

void Palette::show()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new PaletteDialog(entries(), recent(), &m_needs.window);
    connect(m_dialog, &PaletteDialog::chosen, this, &Palette::run);
    m_dialog->open();
}

QList<PaletteEntry> Palette::entries() const
{
    QList<PaletteEntry> entries;
    const QList<QAction *> actions = m_needs.window.actions();
    for (const QAction *action : actions) {
        if (action != &m_needs.action && !action->objectName().isEmpty() && !action->text().isEmpty()
            && action->isVisible()) {
            entries.append(entryOf(*action));
        }
    }
    for (int row = 0; row < m_needs.conversations.size(); ++row) {
        entries.append(entryOfConversation(m_needs.conversations.at(row)));
    }
    return entries;
}

void Palette::run(const QString &id)
{
    QStringList used = recent();
    used.removeAll(id);
    used.prepend(id);
    m_needs.settings.setText(u"palette"_s, used.mid(0, remembered).join(u'\n'));
    if (id.startsWith(roomPrefix)) {
        m_needs.open({id.mid(roomPrefix.size())});
        return;
    }
    const QList<QAction *> actions = m_needs.window.actions();
    for (QAction *action : actions) {
        if (actionPrefix + action->objectName() == id) {
            action->trigger();
            return;
        }
    }
}

QStringList Palette::recent() const
{
    return m_needs.settings.text(u"palette"_s).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace greenline
