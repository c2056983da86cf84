#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/department.h"
#include "app/omnichannel/outbound.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace greenline {

class AnswerField;
class ProblemBar;
class RecipientField;
class TemplateField;

/// Asks for the first text of a conversation: to whom, from which number, which template, and who gets the answer.
/// Decides nothing: whoever opened it reads what there is to choose, sends, and says how that ended; everything typed
/// stays where it is. After an end that nobody knows it sends again only when a person says so.
class StartDialog : public QDialog
{
    Q_OBJECT
public:
    explicit StartDialog(QWidget *parent = nullptr);
    void setProviders(const QList<OutboundProvider> &providers); ///< Until then it says that it asks.
    void tellUnread(const ErrorText &problem); ///< The providers could not be read; may be tried again.
    RecipientField &recipient() { return *m_recipient; }
    AnswerField &answer() { return *m_answer; }
    void setBusy(bool isBusy);
    bool isBusy() const { return m_isBusy; }
    void tellRefused(const ErrorText &problem);
    void tellUnknown(const ErrorText &problem); ///< It may have left; from then on each try needs a person's word.
    bool mayHaveLeft() const { return m_mayHaveLeft; } ///< In one of the tries so far.
    FirstMessage message() const;

Q_SIGNALS:
    void readRequested();
    void sendRequested(const greenline::FirstMessage &message);

private:
    void build();
    QLayout *leftColumn();
    QLayout *rightColumn();
    QLayout *buttonRow();
    void connectParts();
    void onSender();
    void makeRoom();
    void refresh();
    QString missing() const;

    enum class Reading { Asking, Failed, Done };
    struct Choice {
        QString provider;
        OutboundSender sender;
    };
    Reading m_reading = Reading::Asking;
    QList<Choice> m_choices;
    bool m_isBusy = false;
    bool m_mayHaveLeft = false;
    RecipientField *m_recipient;
    QComboBox *m_sender;
    TemplateField *m_template;
    AnswerField *m_answer;
    ProblemBar *m_problem;
    QCheckBox *m_again;
    QLabel *m_missing;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace greenline
