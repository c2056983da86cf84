#pragma once

#include "ui/composer/replyterms.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

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
    void requestSend(); ///< As the button does.
    /// Nothing can be written or sent until it is unlocked; what was written stays readable.
    void setLocked(bool isLocked);
    void setHasFiles(bool hasFiles); ///< They go with the reply, which may then be empty.
    void setEnterSends(bool enterSends); ///< Else Shift+Enter does.

    // What features of the desk hang on it.
    using Gate = std::function<bool(const QString &text)>;
    void addGate(const Gate &mayGo); ///< Asked before a text is sent; who says no tells why.
    void addTool(QWidget *tool); ///< A button below the text; takes it as its child.
    void addBar(QWidget *bar); ///< Above the box; takes it as its child.
    ReplyEdit &edit() { return *m_edit; }
    QWidget &box() { return *m_box; } ///< Over which lists are opened.

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
    bool canWrite() const { return m_terms.canWrite && !m_isLocked; }
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
    QHBoxLayout *m_tools;
    QVBoxLayout *m_column = nullptr;
    QList<Gate> m_gates;
    QString m_told; // the text as the last edit told it
    bool m_isLocked = false;
    bool m_hasFiles = false;
    bool m_isSetting = false; // text comes from the program, not from a person
    bool m_isNarrow = false;
};

} // namespace greenline
