#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

class TimelineView;

/// The timeline with what floats above it: the way back to the newest message, the way on to earlier conversations, and
/// the word that older messages are on their way.
class TimelinePane : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePane(TimelineView *view, QWidget *parent = nullptr); ///< Takes the view as its child.
    /// What may be had above the first message; seen only there.
    enum class Above { Nothing, Earlier, Loading, NoMore };
    void setAbove(Above above);

Q_SIGNALS:
    void earlierRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void place();
    void colour();
    void showAbove();

    TimelineView *m_view;
    QPushButton *m_jump;
    QPushButton *m_earlier;
    Above m_above = Above::Nothing;
    QLabel *m_loading;
};

} // namespace greenline
