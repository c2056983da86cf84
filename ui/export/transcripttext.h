#pragma once

#include "app/workspace/transcript.h"

#include <QDateTime>
#include <QString>

#include <memory>

class QTextDocument;

namespace greenline {

/// What stands above and around the messages of an exported conversation.
struct TranscriptFrame {
    QString workspace = {};
    QDateTime exportedAt = {};
    Redaction redaction = {};
};

/// The conversation for people: who, when, and every message with its time and what is known of its way.
QString transcriptText(const Transcript &transcript, const TranscriptFrame &frame);
/// The same laid out for paper. Texts of others go in as they are, never as markup.
std::unique_ptr<QTextDocument> transcriptDocument(const Transcript &transcript, const TranscriptFrame &frame);
QByteArray transcriptPdf(const Transcript &transcript, const TranscriptFrame &frame);

} // namespace greenline
