#pragma once

#include "ui/timeline/bubblelayout.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/placekeeper.h"

#include <QListView>

#include <optional>

namespace greenline {

class MessageDelegate;
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
    bool isLoadingOlder() const { return m_isLoading && m_hasAskedOlder; }
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
    struct Hit {
        int row = -1;
        BubbleSpot spot = {};
        bool operator==(const Hit &other) const { return row == other.row && spot.place == other.spot.place; }
    };
    void connectParts();
    std::optional<Hit> hitAt(const QPoint &point);
    void sinkToEnd();
    bool isNewest(int row) const;
    void onRowsInserted(int first, int last);
    void onScrolled();
    void lookAroundSoon();
    void lookAround();
    void wantPictures();
    void askForOlder();

    Pictures &m_pictures;
    MessageModel m_model;
    BubbleLayout m_layout;
    PlaceKeeper m_place;
    TimelineActions *m_actions = nullptr;
    std::optional<Hit> m_pressed;
    int m_newBelow = 0;
    bool m_isLoading = false;
    bool m_hasAskedOlder = false; // and nothing has come yet
    bool m_isLayingOut = false;
    bool m_willLook = false;
};

} // namespace greenline
