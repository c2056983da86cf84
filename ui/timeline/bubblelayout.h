#pragma once

#include "app/base/clock.h"
#include "app/omnichannel/agent.h"
#include "ui/timeline/bubble.h"

#include <QCache>
#include <QFont>
#include <QSet>

#include <vector>

namespace greenline {

class MessageModel;
class Pictures;

/// The laid-out rows of a timeline. Heights are kept for every row, for a list view asks for all of them at each
/// change; the layouts themselves for the rows looked at last, by id, revision of the content, width and font.
class BubbleLayout : public QObject
{
    Q_OBJECT
public:
    BubbleLayout(MessageModel &model, Pictures &pictures, Clock &clock, QObject *parent = nullptr);

    void setWidth(int width);
    void setFont(const QFont &font);
    void setMe(const AgentId &me);
    void setHighlight(const QString &phrase); ///< Changes no heights.
    int height(int row);
    const Bubble &bubble(int row); ///< Valid until the next call.
    void showAll(int row); ///< Of a folded message.

Q_SIGNALS:
    void heightsChanged();

private:
    struct Entry {
        size_t revision = 0;
        Bubble bubble = {};
    };
    void connectModel();
    void forget(int first, int last);
    void forgetAll();
    void onPicture(const QString &link);
    void awaitMidnight();
    size_t revisionOf(int row) const;
    const Bubble &laidOut(int row, size_t revision);

    MessageModel &m_model;
    Pictures &m_pictures;
    Clock &m_clock;
    Alarm m_midnight; // "Today" becomes "Yesterday"
    int m_width = 400;
    QFont m_font;
    AgentId m_me;
    QString m_highlight;
    std::vector<int> m_heights; // by row; -1: not known
    QCache<MessageId, Entry> m_entries;
    QSet<MessageId> m_unfolded;
};

} // namespace greenline
