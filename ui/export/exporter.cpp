#include "ui/export/exporter.h"

#include "app/base/clock.h"
#include "app/omnichannel/agentstore.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "ui/dialogs/problembar.h"
#include "ui/export/transcripttext.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/phrases.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QLatin1StringView suffixOf(ExportDialog::Form form)
{
    switch (form) {
    case ExportDialog::Form::Pdf:
        return "pdf"_L1;
    case ExportDialog::Form::Text:
        return "txt"_L1;
    case ExportDialog::Form::Json:
        break;
    }
    return "json"_L1;
}

/// Without names and numbers: a file's name is seen by more people than the file.
QString offeredName(const Conversation &conversation, ExportDialog::Form form)
{
    const QDate day = conversation.startedAt.toLocalTime().date();
    return u"conversation-%1.%2"_s.arg(day.isValid() ? day.toString(Qt::ISODate) : conversation.id.value.left(6),
                                       suffixOf(form));
}

} // namespace

Exporter::Exporter(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_button(new QToolButton)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    addButton();
    connect(&needs.action, &QAction::triggered, this, &Exporter::ask);
    connect(&needs.session.finding().history, &WholeHistory::progressed, this, [this](int messages) {
        if (m_dialog) {
            m_dialog->showProgress(messages);
        }
    });
}

void Exporter::addButton()
{
    m_button->setProperty("quiet", true);
    m_button->setAccessibleName(tr("Export"));
    m_button->setToolTip(tr("Export conversation…"));
    m_button->setIcon(glyphIcon(Glyph::File, coloursOf(m_needs.window.palette()).secondaryText));
    m_button->installEventFilter(this);
    m_button->hide();
    m_needs.view.addTool(m_button);
    connect(m_button, &QToolButton::clicked, this, &Exporter::ask);
    connect(&m_needs.view, &ConversationView::timelineChanged, m_button,
            [this] { m_button->setVisible(m_needs.view.isReadable()); });
}

bool Exporter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_button->setIcon(glyphIcon(Glyph::File, coloursOf(m_button->palette()).secondaryText));
    }
    return QObject::eventFilter(watched, event);
}

void Exporter::ask()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    if (!m_needs.view.isReadable()) {
        m_needs.problem.inform(tr("Open the conversation that you want to export."));
        return;
    }
    m_conversation = m_needs.view.conversation();
    m_dialog = new ExportDialog(customerName(m_conversation), &m_needs.window);
    connect(m_dialog, &ExportDialog::exportRequested, this, &Exporter::askWhere);
    connect(m_dialog, &ExportDialog::rejected, this, [this] { m_needs.session.finding().history.cancel(); });
    m_dialog->open();
}

void Exporter::askWhere()
{
    auto *where = new QFileDialog(m_dialog, tr("Export conversation to"), m_folder);
    where->setAttribute(Qt::WA_DeleteOnClose);
    where->setAcceptMode(QFileDialog::AcceptSave);
    where->setDefaultSuffix(suffixOf(m_dialog->form()));
    where->selectFile(offeredName(m_conversation, m_dialog->form()));
    connect(where, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_folder = QFileInfo(file).absolutePath();
        readInto(file);
    });
    where->open();
}

void Exporter::readInto(const QString &file)
{
    if (!m_dialog) {
        return;
    }
    m_dialog->showProgress(0);
    m_needs.session.finding().history.read(
        m_conversation.id, {m_dialog, [this, file](const Result<QList<Message>> &messages) {
                                if (messages) {
                                    write(file, *messages);
                                } else if (messages.error().kind != Error::Kind::Cancelled) {
                                    m_dialog->stop(errorText(messages.error(), Occasion::LoadingHistory));
                                }
                            }});
}

void Exporter::write(const QString &file, const QList<Message> &messages)
{
    const QByteArray bytes = bytesOf(messages);
    QSaveFile target(file);
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.flush()
        && target.commit(); // a full disk shows at the flush alone
    if (!isWritten) {
        m_dialog->stop({tr("The file could not be written."), tr("Choose another folder, or make room on the disk."),
                        target.errorString()});
        return;
    }
    m_dialog->accept();
    m_needs.problem.inform(tr("The conversation was exported to %1").arg(QDir::toNativeSeparators(file)));
}

QByteArray Exporter::bytesOf(const QList<Message> &messages) const
{
    Transcript whole{m_conversation, m_needs.session.agent().departmentName(m_conversation.department), messages};
    whole.messages.removeIf([](const Message &message) { return message.event == Message::Event::Hidden; });
    const Redaction redaction = m_dialog->redaction();
    const Transcript transcript = redacted(whole, redaction);
    const TranscriptFrame frame{m_needs.session.signedIn().account.workspaceName, m_needs.clock.now(), redaction};
    switch (m_dialog->form()) {
    case ExportDialog::Form::Pdf:
        return transcriptPdf(transcript, frame);
    case ExportDialog::Form::Text:
        return transcriptText(transcript, frame).toUtf8();
    case ExportDialog::Form::Json:
        break;
    }
    return transcriptJson(transcript);
}

} // namespace greenline
