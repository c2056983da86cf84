#pragma once

#include "app/workspace/commands.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace greenline {

class ProblemBar;
class TranscriptOption;

/// Asks for the comment and the tags with which a conversation ends. Says in words what is still missing. Decides
/// nothing: whoever opened it sends the request and either closes the dialogue or tells it what went wrong, with
/// everything typed still there.
class CloseDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CloseDialog(const QString &customer, QWidget *parent = nullptr);
    void setRules(const CloseRules &rules); ///< Until then it is not known what is required, and closing has to wait.
    void setTags(const QStringList &tags); ///< Those the conversation has already, checked.
    void hideTranscript(); ///< It may not be e-mailed by this account, or here.
    void setBusy(bool isBusy);
    void setPause(const QString &words); ///< Why it takes long, in place of what it is busy with; empty: no pause.
    void tell(const ErrorText &problem); ///< Not closed; may be tried again.
    void tellUnknownRules(const ErrorText &problem); ///< The rules could not be read; closing checks them once more.
    CloseRequest request() const;

Q_SIGNALS:
    void closeRequested(const greenline::CloseRequest &request);

private:
    void build(const QString &customer);
    void setUpFields();
    void addTag(const QString &tag, Qt::CheckState state);
    void addTypedTag();
    void fitTags();
    void grow();
    void refresh();
    QString missing() const;

    CloseRules m_rules;
    bool m_knowsRules = false;
    bool m_isBusy = false;
    QString m_pause;
    QPlainTextEdit *m_comment;
    QListWidget *m_tags;
    QLineEdit *m_newTag;
    QPushButton *m_addTag;
    TranscriptOption *m_transcript;
    QLabel *m_missing;
    ProblemBar *m_problem;
    QPushButton *m_close;
    QPushButton *m_cancel;
};

} // namespace greenline
