#include "ui/words/filewords.h"

#include "ui/words/errortext.h"
#include "ui/words/plainline.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

constexpr qsizetype longestShownName = 60;

QString reasonWords(const FileRefusal &refusal)
{
    const QString &code = refusal.error.code;
    if (code == "file-too-large"_L1) {
        return FileWords::tr("This workspace takes files of at most %1. Make it smaller, then attach it again.")
            .arg(fileSizeWords(refusal.limit));
    }
    if (code == "mms-too-large"_L1) {
        return FileWords::tr("A text message carries at most %1. Make it smaller, then attach it again.")
            .arg(fileSizeWords(refusal.limit));
    }
    if (code == "too-many-files"_L1) {
        return FileWords::tr("A reply takes %1 files at most. Send it, then attach this one.")
            .arg(QLocale().toString(refusal.limit));
    }
    return errorText(refusal.error, refusal.error.kind == Error::Kind::Storage ? Occasion::Storing : Occasion::Sending)
        .oneLine();
}

} // namespace

QString fileRefusalWords(const FileRefusal &refusal, const QString &name)
{
    //: %1 is the name of a file, %2 says why
    return FileWords::tr("“%1” was not attached. %2").arg(elidedLine(name, longestShownName), reasonWords(refusal));
}

QString fileSizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace greenline
