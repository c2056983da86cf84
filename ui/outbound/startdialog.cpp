#include "ui/outbound/startdialog.h"

#include "ui/dialogs/problembar.h"
#include "ui/outbound/answerfield.h"
#include "ui/outbound/consentfield.h"
#include "ui/outbound/recipientfield.h"
#include "ui/outbound/senderfield.h"
#include "ui/outbound/templatefield.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QLabel *startCaption(const QString &text, QWidget *field)
{
    auto *caption = new QLabel(text, field->parentWidget());
    caption->setFont(strongFont(caption->font()));
    caption->setBuddy(field);
    return caption;
}

} // namespace

StartDialog::StartDialog(QWidget *parent)
    : QDialog(parent)
    , m_recipient(new RecipientField(this))
    , m_sender(new SenderField(this))
    , m_template(new TemplateField(this))
    , m_answer(new AnswerField(this))
    , m_problem(new ProblemBar(this))
    , m_consent(new ConsentField(this))
    , m_missing(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_discard(new QPushButton(tr("Discard draft"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_send(new QPushButton(tr("Send first message"), this))
{
    setWindowTitle(tr("Start conversation"));
    setAccessibleName(tr("Start conversation"));
    setProperty("panel", true);
    build();
    connectParts();
    m_recipient->setFocus();
    refresh();
}

void StartDialog::build()
{
    auto *about = new QLabel(tr("You text first, from a template of the workspace. The conversation begins when "
                                "the customer answers."),
                             this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_retry->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 20, 20, 16);
    grid->setHorizontalSpacing(6 * metrics::grid);
    grid->setVerticalSpacing(2 * metrics::grid);
    grid->addWidget(about, 0, 0, 1, 2);
    grid->addLayout(leftColumn(), 1, 0);
    grid->addLayout(rightColumn(), 1, 1);
    grid->addWidget(m_problem, 2, 0, 1, 2);
    grid->addWidget(m_consent, 3, 0, 1, 2);
    grid->addLayout(buttonRow(), 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    resize(fontMetrics().averageCharWidth() * 116, sizeHint().height());
}

QLayout *StartDialog::leftColumn()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * metrics::grid);
    column->addWidget(startCaption(tr("Recipient"), m_recipient));
    column->addWidget(m_recipient);
    column->addWidget(startCaption(tr("Sender"), m_sender));
    column->addWidget(m_sender);
    column->addWidget(startCaption(tr("Who gets the answer"), m_answer));
    column->addWidget(m_answer);
    column->addStretch(1);
    return column;
}

QLayout *StartDialog::rightColumn()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * metrics::grid);
    column->addWidget(startCaption(tr("Template"), m_template));
    column->addWidget(m_template, 1);
    return column;
}

QLayout *StartDialog::buttonRow()
{
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    m_missing->setFont(secondaryFont(font()));
    m_send->setProperty("primary", true);
    m_send->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_close->setToolTip(tr("What you typed is kept."));
    m_close->setAccessibleDescription(m_close->toolTip());
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * metrics::grid);
    row->addWidget(m_missing, 1);
    for (QPushButton *button : {m_retry, m_discard, m_close, m_send}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return row;
}

void StartDialog::connectParts()
{
    connect(m_recipient, &RecipientField::changed, this, &StartDialog::onRecipient);
    connect(m_template, &TemplateField::changed, this, &StartDialog::refresh);
    connect(m_answer, &AnswerField::changed, this, &StartDialog::refresh);
    connect(m_consent, &ConsentField::changed, this, &StartDialog::refresh);
    connect(m_sender, &QComboBox::currentIndexChanged, this, &StartDialog::onSender);
    connect(m_close, &QPushButton::clicked, this, &StartDialog::reject);
    connect(m_discard, &QPushButton::clicked, this, &StartDialog::discardRequested);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_reading = Reading::Asking;
        m_retry->hide();
        m_problem->clear();
        refresh();
        Q_EMIT readRequested();
    });
    connect(m_send, &QPushButton::clicked, this, &StartDialog::onSend);
}

void StartDialog::onSend()
{
    if (!missing().isEmpty()) {
        return;
    }
    m_problem->clear();
    setBusy(true); // before anything else: the second click of two finds nothing to press
    m_consent->withdraw(); // the next try needs another word
    Q_EMIT sendRequested(message());
}

void StartDialog::setProviders(const QList<OutboundProvider> &providers)
{
    m_reading = Reading::Done;
    m_sender->setProviders(providers);
    onSender();
}

void StartDialog::tellUnread(const ErrorText &problem)
{
    m_reading = Reading::Failed;
    m_retry->show();
    m_problem->tell(problem);
    makeRoom();
    refresh();
}

/// A window grows by itself only as far as its lines need that do not wrap.
void StartDialog::makeRoom()
{
    const int needed = layout()->totalMinimumHeightForWidth(width());
    if (needed > height()) {
        resize(width(), needed);
    }
}

void StartDialog::onRecipient()
{
    m_refusal.clear();
    m_consent->setOptOut({});
    refresh();
}

void StartDialog::onSender()
{
    m_template->setSender(m_sender->choice().sender);
    refresh();
}

void StartDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget *field :
         {static_cast<QWidget *>(m_recipient), static_cast<QWidget *>(m_sender), static_cast<QWidget *>(m_template),
          static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_consent)}) {
        field->setEnabled(!isBusy);
    }
    refresh();
}

void StartDialog::tellRefused(const ErrorText &problem)
{
    setBusy(false);
    m_problem->tell(problem);
    makeRoom();
    refresh();
}

void StartDialog::setTries(const QList<TextUnderway> &tries)
{
    m_tries = tries;
    refresh();
}

void StartDialog::setRefusal(const QString &why)
{
    m_refusal = why;
    refresh();
}

void StartDialog::setOptOut(const QString &reason)
{
    m_consent->setOptOut(reason);
    refresh();
}

FirstMessage StartDialog::message() const
{
    const SenderField::Choice choice = m_sender->choice();
    return {choice.provider,      choice.sender.number,   m_recipient->number(), m_template->form(),
            m_template->values(), m_answer->department(), m_answer->agent()};
}

StartDraft StartDialog::draft() const
{
    const SenderField::Choice sender = m_sender->kept();
    return {m_recipient->typed(),
            {sender.provider,
             sender.sender.number,
             {},
             m_template->keptForm(),
             m_template->keptValues(),
             m_answer->keptDepartment(),
             m_answer->keptAgent()},
            m_template->typed()};
}

void StartDialog::restore(const StartDraft &draft)
{
    m_sender->restore(draft.message.provider, draft.message.from);
    m_recipient->setTyped(draft.recipient);
    m_template->restore(draft.message.form, draft.message.values, draft.typed);
    m_answer->restore(draft.message.department, draft.message.agent);
    m_problem->inform(tr("What you typed before is here again."));
    makeRoom();
    refresh();
}

QString StartDialog::missing() const
{
    if (m_isBusy) {
        return tr("Sending…");
    }
    if (m_reading != Reading::Done) {
        return m_reading == Reading::Asking ? tr("Asking the workspace who texts for it…")
                                            : tr("Nothing to send from.");
    }
    if (m_sender->count() == 0) {
        return tr("No app of this workspace texts first. An administrator can add one from its marketplace.");
    }
    if (m_recipient->number().isEmpty()) {
        return tr("Choose a recipient, or type a number.");
    }
    if (!m_refusal.isEmpty()) {
        return m_refusal;
    }
    const QString unsaid = m_consent->missing();
    return unsaid.isEmpty() ? m_template->missing() : unsaid;
}

void StartDialog::refresh()
{
    if (!m_isBusy) {
        m_consent->setTry(sameText(m_tries, message()));
    }
    const QString reason = missing();
    m_missing->setText(reason);
    m_send->setEnabled(reason.isEmpty());
    m_send->setToolTip(reason);
    m_send->setAccessibleDescription(reason);
    m_discard->setEnabled(!m_isBusy && !draft().isEmpty());
    const bool wasAsking = std::exchange(m_isAsking, m_consent->isAsking());
    if (m_isAsking && !wasAsking) {
        makeRoom();
    }
    Q_EMIT draftChanged();
}

} // namespace greenline
