#pragma once

#include <QLineEdit>

class QToolButton;

namespace greenline {

/// Where the list is narrowed. Escape empties it and Down leaves it, both for the list.
class FilterBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterBox(QWidget *parent = nullptr);

Q_SIGNALS:
    void leftForList();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeClear();
    void drawGlyph();

    QToolButton *m_clear = nullptr;
};

} // namespace greenline
