#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace greenline {

/// What can be done with all the marked conversations at once, and how far it has come. Hidden while neither is so.
class BulkBar : public QFrame
{
    Q_OBJECT
public:
    enum class Deed { Return, Forward, Close };
    explicit BulkBar(QWidget *parent = nullptr);

    void showMarked(int count); ///< Less than two: nothing to do at once.
    void setWhyNot(Deed deed, const QString &reason); ///< Empty: it may be tried.
    struct Progress {
        QString words;
        int answered = 0;
        int total = 0;
    };
    void showProgress(const Progress &progress);

Q_SIGNALS:
    void requested(greenline::BulkBar::Deed deed);
    void cancelRequested(); ///< Of the deed, or of the marks.

private:
    QPushButton *button(Deed deed) const;

    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_return;
    QPushButton *m_forward;
    QPushButton *m_close;
    QPushButton *m_cancel;
};

} // namespace greenline
