#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/department.h"
#include "app/omnichannel/outbound.h"
#include "ui/outbound/startdraft.h"
#include "ui/outbound/textunderway.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace greenline {

class AnswerField;
class ConsentField;
class ProblemBar;
class RecipientField;
class SenderField;
class TemplateField;

/// Asks for the first text of a conversation: to whom, from which number, which template, and who gets the answer.
/// Decides nothing: whoever opened it reads what there is to choose, sends, and says how that ended; everything typed
/// stays where it is, and is kept when it is closed. What may have left already, and what goes to somebody who opted
/// out, it sends only when a person says so.
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
    void setTries(const QList<TextUnderway> &tries); ///< Which may have left: the same text needs a person's word.
    // Of the recipient; another one is above suspicion until something else is said.
    void setRefusal(const QString &why); ///< They are not texted at all.
    void setOptOut(const QString &reason); ///< They are texted when a person says so.
    FirstMessage message() const;
    StartDraft draft() const;
    void restore(const StartDraft &draft); ///< And says so. Before the providers are there.

Q_SIGNALS:
    void readRequested();
    void sendRequested(const greenline::FirstMessage &message);
    void draftChanged();
    void discardRequested(); ///< What was typed is not wanted any more.

private:
    void build();
    QLayout *leftColumn();
    QLayout *rightColumn();
    QLayout *buttonRow();
    void connectParts();
    void onRecipient();
    void onSender();
    void onSend();
    void makeRoom();
    void refresh();
    QString missing() const;

    enum class Reading { Asking, Failed, Done };
    Reading m_reading = Reading::Asking;
    bool m_isBusy = false;
    bool m_isAsking = false; // for a word
    QList<TextUnderway> m_tries;
    QString m_refusal;
    RecipientField *m_recipient;
    SenderField *m_sender;
    TemplateField *m_template;
    AnswerField *m_answer;
    ProblemBar *m_problem;
    ConsentField *m_consent;
    QLabel *m_missing;
    QPushButton *m_retry;
    QPushButton *m_discard;
    QPushButton *m_close;
    QPushButton *m_send;
};

} // namespace greenline
