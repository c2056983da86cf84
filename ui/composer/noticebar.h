#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace greenline {

/// An amber line above the box or the timeline: what to know before answering, with one button at most. Hidden while it
/// has no words.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void setText(const QString &text); ///< Plain text. Empty hides the bar.
    QString text() const;
    void setButton(const QString &words);

Q_SIGNALS:
    void pressed();

private:
    QLabel *m_words;
    QPushButton *m_button;
};

} // namespace greenline
