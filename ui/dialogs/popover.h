#pragma once

#include <QFrame>
#include <QPointer>

namespace greenline {

/// A card over the window, below the button that opened it; gone when somebody turns elsewhere. It is a part of the
/// window, for screen readers do not find what Qt opens as a pop-up.
class Popover : public QFrame
{
    Q_OBJECT
public:
    explicit Popover(QWidget *window);
    void openBelow(QWidget &anchor); ///< Or puts it away, when it is there already.

protected:
    virtual QWidget *firstFocus() { return this; }
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void place();

    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_focusBefore;
};

} // namespace greenline
