#pragma once

#include "ui/timeline/bubblelayout.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/placekeeper.h"
#include "ui/timeline/timelinehit.h"

#include <QListView>

#include <optional>

namespace greenline {

class Foresight;
class Pictures;
class TimelineActions;

/// The messages of one conversation. It keeps the reader's place, asks for older ones near the top, and tells what was
/// clicked; what becomes of a click is for others.
class TimelineView : public QListView
{
    Q_OBJECT
public:
    TimelineView(Pictures &pictures, Clock &clock, QWidget *parent = nullptr);
    ~TimelineView() override;

    void setStore(MessageStore *store); ///< Null: empty.
    void setMe(const AgentId &me);
    void setLoading(bool isLoading);
    void jumpToNewest();
    bool showMessage(const MessageId &message); ///< In the middle, and chosen; false: it is not loaded.
    void setHighlight(const QString &phrase); ///< Marked wherever it stands; empty: nothing.

    MessageModel &messages() { return m_model; }
    bool isAtNewest() const { return m_place.isAtEnd(); }
    int newBelow() const { return m_newBelow; } ///< Customer's messages that came while the reader was elsewhere.
    bool isLoadingOlder() const;
    const Message *currentMessage() const; ///< Null: none.
    QList<int> selectedRows() const; ///< In order.
    void showAll(int row) { m_layout.showAll(row); }
    bool isFolded(int row);

    void doItemsLayout() override;
    void keyboardSearch(const QString &) override { } // a message is not found by its first letters

Q_SIGNALS:
    void wantsOlder();
    void placeChanged(); ///< isAtNewest, newBelow or isLoadingOlder is another.
    void retryRequested(const greenline::MessageId &message);
    void editRequested(const greenline::MessageId &message);
    void discardRequested(const greenline::MessageId &message);
    void linkRequested(const QUrl &url);
    void saveRequested(const greenline::Attachment &attachment);
    void dayPressed(const QDate &day, const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void connectParts();
    void sinkToEnd();
    bool isNewest(int row) const;
    void onRowsInserted(int first, int last);
    void onScrolled();

    Pictures &m_pictures;
    MessageModel m_model;
    BubbleLayout m_layout;
    PlaceKeeper m_place;
    TimelineActions *m_actions = nullptr;
    Foresight *m_foresight = nullptr;
    std::optional<TimelineHit> m_pressed;
    int m_newBelow = 0;
    bool m_isLayingOut = false;
};

} // namespace greenline
