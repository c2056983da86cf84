#pragma once

#include <QWidget>

namespace greenline {

/// The raised sheet in the middle of the sign-in page.
class SignInCard : public QWidget
{
    Q_OBJECT
public:
    explicit SignInCard(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The card in the middle of a page that scrolls when the window is smaller.
QWidget *scrolledCard(QWidget *card, QWidget *parent);

} // namespace greenline
