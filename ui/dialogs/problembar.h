#pragma once

#include "ui/words/errortext.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace greenline {

/// One sentence that says what happened and what to do, where the person is looking; technical details stay folded
/// until asked for. Takes no room while there is nothing to say.
class ProblemBar : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemBar(QWidget *parent = nullptr);
    void tell(const ErrorText &problem);
    void inform(const QString &sentence); ///< News, not trouble: "Ana took it".
    void withdraw(const QString &sentence); ///< Is no longer so, if it still stands here.
    void clear();
    void dismiss(); ///< A person has read it and puts it away.
    void noteWritten(); ///< The disk takes what is written; words to the contrary go.
    bool isEmpty() const;

Q_SIGNALS:
    void
    dismissed(const QString &sentence); ///< By a person; what clears itself or gives way has perhaps not been read.

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &sentence, const QString &details);
    void fold(bool isOpen);
    void drawGlyph();

    QLabel *m_glyph;
    QLabel *m_sentence;
    QLabel *m_details;
    QToolButton *m_unfold;
    QToolButton *m_dismiss;
    bool m_isNews = false;
    bool m_endsWithAWrite = false;
};

} // namespace greenline
