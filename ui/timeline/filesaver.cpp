#include "ui/timeline/filesaver.h"

#include "app/rest/restclient.h"
#include "ui/timeline/filenames.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qint64 largestFile = 104'857'600; // FileUpload_MaxFileSize as servers ship it

} // namespace

FileSaver::FileSaver(RestClient &rest, QWidget *window)
    : QObject(window)
    , m_rest(rest)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
{
}

void FileSaver::save(const Attachment &attachment)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the file"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(savedFileName(attachment));
    connect(dialog, &QFileDialog::fileSelected, this, [this, link = attachment.link](const QString &file) {
        m_folder = QFileInfo(file).absolutePath();
        fetch(link, file);
    });
    dialog->open();
}

void FileSaver::fetch(const QString &link, const QString &file)
{
    m_rest.download(link, largestFile,
                    {this, [this, file](const Result<HttpReply> &reply) {
                         if (!reply) {
                             Q_EMIT failed(errorText(reply.error(), Occasion::LoadingFile));
                             return;
                         }
                         if (reply->status != 200) {
                             Q_EMIT failed(errorText({Error::Kind::NotFound, u"status %1"_s.arg(reply->status)},
                                                     Occasion::LoadingFile));
                             return;
                         }
                         const Status written = write(reply->body, file);
                         if (!written) {
                             Q_EMIT failed(errorText(written.error(), Occasion::LoadingFile));
                         }
                     }});
}

Status FileSaver::write(const QByteArray &bytes, const QString &file) const
{
    QSaveFile target(file);
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.flush()
        && target.commit(); // a full disk shows at the flush alone
    if (!isWritten) {
        return Error{Error::Kind::Storage, target.errorString()};
    }
    return Done();
}

} // namespace greenline
