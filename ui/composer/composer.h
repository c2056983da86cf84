#pragma once

#include "ui/composer/replyterms.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace greenline {

class NoticeBar;
class NumbersLine;
class ReplyEdit;
class SegmentMeter;

/// Where a reply is written: the box, what it costs, from which number to which, and the bars above. It decides
/// nothing: what may be done comes in as ReplyTerms, what is wanted goes out as signals.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    void setTerms(const ReplyTerms &terms);
    QString text() const;
    void setText(const QString &text); ///< Of a draft; not told as an edit.
    void showProblem(const QString &words); ///< Until the next edit.
    void focusReply();
    bool canSend() const;

Q_SIGNALS:
    void sendRequested(const QString &text);
    void textEdited(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void applyTerms();
    void onTextChanged();
    void requestSend();
    void weigh();
    void arrange();
    QString limitWords() const;

    ReplyTerms m_terms;
    NoticeBar *m_termsBar;
    NoticeBar *m_problemBar;
    QWidget *m_box;
    ReplyEdit *m_edit;
    NumbersLine *m_numbers;
    SegmentMeter *m_meter;
    QPushButton *m_send;
    QGridLayout *m_footer;
    bool m_isSetting = false; // text comes from the program, not from a person
    bool m_isNarrow = false;
};

} // namespace greenline
