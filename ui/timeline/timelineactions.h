#pragma once

#include "app/omnichannel/message.h"

#include <QAction>

class QMenu;
class QUrl;

namespace greenline {

class TimelineView;

/// What can be done to a message, by keys and by menu: all that a click on the bubble does, and copying.
class TimelineActions : public QObject
{
    Q_OBJECT
public:
    explicit TimelineActions(TimelineView &view); ///< Owned by the view.
    void showMenu(const QPoint &globalPosition); ///< For the current message.

Q_SIGNALS:
    void retryRequested(const greenline::MessageId &message);
    void editRequested(const greenline::MessageId &message);
    void discardRequested(const greenline::MessageId &message);
    void linkRequested(const QUrl &url);
    void saveRequested(const greenline::Attachment &attachment);

private:
    QAction *added(const QString &name, const QString &words, const QKeySequence &keys);
    void copy();
    void addRepairs(QMenu &menu, const Message &message);
    void addLinks(QMenu &menu, const Message &message);
    void addFiles(QMenu &menu, const Message &message);
    void ask(bool (*isAllowed)(const Message &), void (TimelineActions::*signal)(const MessageId &));

    TimelineView &m_view;
    QAction *m_copy;
    QAction *m_retry;
    QAction *m_edit;
    QAction *m_discard;
};

} // namespace greenline
