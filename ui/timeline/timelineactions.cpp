#include "ui/timeline/timelineactions.h"

#include "ui/timeline/caption.h"
#include "ui/timeline/links.h"
#include "ui/timeline/pictures.h"
#include "ui/timeline/showntext.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/timelinewords.h"
#include "ui/words/eventphrase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// A menu takes "&" for the mark of a key.
QString menuWords(QString words)
{
    return words.replace(u'&', "&&"_L1);
}

QString copiedText(const Message &message)
{
    return isQuietLine(message) && message.text.isEmpty() ? eventPhrase(message) : message.text;
}

} // namespace

TimelineActions::TimelineActions(TimelineView &view, Pictures &pictures)
    : QObject(&view)
    , m_view(view)
    , m_pictures(pictures)
    , m_copy(added(u"copyMessage"_s, tr("Copy text"), QKeySequence::Copy))
    , m_retry(added(u"retryMessage"_s, tr("Retry"), QKeySequence(Qt::Key_Return)))
    , m_edit(added(u"editMessage"_s, tr("Edit"), QKeySequence(Qt::CTRL | Qt::Key_E)))
    , m_discard(added(u"discardMessage"_s, tr("Discard"), QKeySequence(Qt::Key_Delete)))
{
    connect(m_copy, &QAction::triggered, this, &TimelineActions::copy);
    connect(m_retry, &QAction::triggered, this, [this] { ask(canRetry, &TimelineActions::retryRequested); });
    connect(m_edit, &QAction::triggered, this, [this] { ask(canEdit, &TimelineActions::editRequested); });
    connect(m_discard, &QAction::triggered, this, [this] { ask(canDiscard, &TimelineActions::discardRequested); });
}

QAction *TimelineActions::added(const QString &name, const QString &words, const QKeySequence &keys)
{
    auto *action = new QAction(words, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(action);
    return action;
}

void TimelineActions::follow(int row, const BubbleSpot &spot)
{
    const Message message = m_view.messages().message(row); // a copy: what follows may change the rows
    const Attachment attachment = message.attachments.value(spot.attachment);
    switch (spot.kind) {
    case BubbleSpot::Kind::Link:
        Q_EMIT linkRequested(spot.url);
        break;
    case BubbleSpot::Kind::ShowAll:
        m_view.showAll(row);
        break;
    case BubbleSpot::Kind::Retry:
        Q_EMIT retryRequested(message.id);
        break;
    case BubbleSpot::Kind::Edit:
        Q_EMIT editRequested(message.id);
        break;
    case BubbleSpot::Kind::Discard:
        Q_EMIT discardRequested(message.id);
        break;
    case BubbleSpot::Kind::Picture:
        if (m_pictures.state(attachment.link) == Pictures::State::Failed) {
            m_pictures.retry(attachment.link);
            break;
        }
        [[fallthrough]];
    case BubbleSpot::Kind::File:
        if (!attachment.link.isEmpty()) { // one of ours that has not left lies here anyway
            Q_EMIT saveRequested(attachment);
        }
        break;
    case BubbleSpot::Kind::Day:
        Q_EMIT dayPressed(message.at.toLocalTime().date());
        break;
    }
}

QString TimelineActions::toolTipOf(int row, const BubbleSpot &spot) const
{
    switch (spot.kind) {
    case BubbleSpot::Kind::Link:
        //: %1 is a host, an address or a number; %2 the whole link
        return plainToolTip(tr("Opens %1 after asking\n%2").arg(linkTarget(spot.url), spot.url.toDisplayString()));
    case BubbleSpot::Kind::Picture:
    case BubbleSpot::Kind::File:
        return plainToolTip(
            tr("Save “%1”…").arg(fileNameWords(m_view.messages().message(row).attachments.value(spot.attachment))));
    case BubbleSpot::Kind::Day:
        return plainToolTip(tr("Go to a date…"));
    default:
        return {};
    }
}

void TimelineActions::showMenu(const QPoint &globalPosition)
{
    const Message *current = m_view.currentMessage();
    if (!current) {
        return;
    }
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_copy);
    const int row = m_view.currentIndex().row();
    if (m_view.isFolded(row)) {
        connect(menu->addAction(tr("Show all")), &QAction::triggered, &m_view, [this, row] { m_view.showAll(row); });
    }
    addRepairs(*menu, *current);
    addLinks(*menu, *current);
    addFiles(*menu, *current);
    menu->popup(globalPosition);
}

void TimelineActions::addRepairs(QMenu &menu, const Message &message)
{
    menu.addSeparator();
    m_retry->setText(retryWord(message));
    m_discard->setText(discardWord(message));
    const std::pair<QAction *, bool> repairs[]
        = {{m_retry, canRetry(message)}, {m_edit, canEdit(message)}, {m_discard, canDiscard(message)}};
    for (const auto &[action, isAllowed] : repairs) {
        if (isAllowed) {
            menu.addAction(action);
        }
    }
}

void TimelineActions::addLinks(QMenu &menu, const Message &message)
{
    const QList<TextLink> links = linksIn(folded(message.text, Fold::Long).text);
    if (!links.isEmpty()) {
        menu.addSeparator();
    }
    for (const TextLink &link : links.first(qMin<qsizetype>(links.size(), 8))) {
        QAction *open = menu.addAction(menuWords(tr("Open %1…").arg(linkTarget(link.url).left(80))));
        connect(open, &QAction::triggered, this, [this, url = link.url] { Q_EMIT linkRequested(url); });
    }
}

void TimelineActions::addFiles(QMenu &menu, const Message &message)
{
    menu.addSeparator();
    for (const Attachment &attachment : message.attachments) {
        if (!attachment.link.isEmpty()) {
            QAction *save = menu.addAction(menuWords(tr("Save “%1”…").arg(fileNameWords(attachment))));
            connect(save, &QAction::triggered, this, [this, attachment] { Q_EMIT saveRequested(attachment); });
        }
    }
}

void TimelineActions::copy()
{
    QStringList texts;
    const QList<int> rows = m_view.selectedRows();
    for (const int row : rows) {
        texts.append(copiedText(m_view.messages().message(row)));
    }
    texts.removeAll(QString());
    if (!texts.isEmpty()) {
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    }
}

void TimelineActions::ask(bool (*isAllowed)(const Message &), void (TimelineActions::*signal)(const MessageId &))
{
    const Message *current = m_view.currentMessage();
    if (current && isAllowed(*current)) {
        const MessageId id = current->id; // a copy: what follows may take the row away
        Q_EMIT(this->*signal)(id);
    }
}

} // namespace greenline
