#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace greenline {

/// A file that an agent attached, as it survives a crash: where it lies, and enough to see that it is another one now.
struct KeptFile {
    QString path = {};
    QString name = {}; ///< Under which it is sent.
    QString mimeType = {};
    qint64 bytes = 0;
    QByteArray hash = {}; ///< SHA-256 of what was attached.
    bool isAsItIs = false; ///< A picture that leaves with what may be hidden in it, for the agent said so.
    bool operator==(const KeptFile &) const = default;
};

/// The file of a message on its way out, and how far it has come. The workspace makes the ids of files and of their
/// messages itself, so what was posted is found again by these facts, not by an id of ours.
struct OutgoingFile {
    KeptFile file = {};
    QDateTime newestBefore = {}; ///< Server time of the room's newest message before the file was posted.
    QString uploadId = {}; ///< Brought, and to be confirmed.
    bool operator==(const OutgoingFile &) const = default;
};

QString packedFile(const KeptFile &file);
QString packedFile(const OutgoingFile &file);
std::optional<OutgoingFile> unpackedFile(const QString &text); ///< Nothing: not as packed here.

} // namespace greenline
