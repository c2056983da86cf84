#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

class TimelineView;

/// The timeline with what floats above it: the way back to the newest message, and the word that older ones are on
/// their way.
class TimelinePane : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePane(TimelineView *view, QWidget *parent = nullptr); ///< Takes the view as its child.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void place();
    void colour();

    TimelineView *m_view;
    QPushButton *m_jump;
    QLabel *m_loading;
};

} // namespace greenline
