#pragma once

#include "app/omnichannel/message.h"

#include <QAction>

class QMenu;
class QUrl;

namespace greenline {

struct BubbleSpot;
class Pictures;
class TimelineView;

/// What can be done to a message: by clicks on its bubble, and all of that by keys and by menu, too.
class TimelineActions : public QObject
{
    Q_OBJECT
public:
    TimelineActions(TimelineView &view, Pictures &pictures); ///< Owned by the view.
    void follow(int row, const BubbleSpot &spot); ///< It was clicked.
    QString toolTipOf(int row, const BubbleSpot &spot) const;
    void showMenu(const QPoint &globalPosition); ///< For the current message.

Q_SIGNALS:
    void retryRequested(const greenline::MessageId &message);
    void editRequested(const greenline::MessageId &message);
    void discardRequested(const greenline::MessageId &message);
    void linkRequested(const QUrl &url);
    void saveRequested(const greenline::Attachment &attachment);
    void dayPressed(const QDate &day);

private:
    QAction *added(const QString &name, const QString &words, const QKeySequence &keys);
    void copy();
    void addRepairs(QMenu &menu, const Message &message);
    void addLinks(QMenu &menu, const Message &message);
    void addFiles(QMenu &menu, const Message &message);
    void ask(bool (*isAllowed)(const Message &), void (TimelineActions::*signal)(const MessageId &));

    TimelineView &m_view;
    Pictures &m_pictures;
    QAction *m_copy;
    QAction *m_retry;
    QAction *m_edit;
    QAction *m_discard;
};

} // namespace greenline
