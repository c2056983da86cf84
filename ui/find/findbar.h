#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace greenline {

/// The line above the messages in which one looks for a phrase. It asks and shows; what is found is for others.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(); ///< Shows itself, ready to be typed into; what was looked for last is chosen.
    QString phrase() const;
    void setCount(int place, int count, const QString &note); ///< place: from 1, the newest first; 0: none.
    void setOlderOffered(bool isOffered);
    void setBusy(bool isBusy); ///< The workspace is being asked.

Q_SIGNALS:
    void phraseChanged(const QString &phrase);
    void nextRequested(); ///< An older one.
    void previousRequested();
    void olderRequested(); ///< Ask the workspace.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void drawGlyphs();

    QLineEdit *m_edit;
    QLabel *m_count;
    QToolButton *m_next;
    QToolButton *m_previous;
    QPushButton *m_older;
    QToolButton *m_close;
};

} // namespace greenline
