#include "ui/export/transcripttext.h"

#include "app/sms/phonenumber.h"
#include "ui/words/eventphrase.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int pageMargin = 18; // mm

class ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QString titleOf(const Transcript &transcript)
{
    return ExportWords::tr("Conversation with %1").arg(customerName(transcript.conversation));
}

QString momentWords(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().date(), QLocale::LongFormat) + u", "_s + clockTime(moment);
}

QString hiddenWords(const Redaction &redaction)
{
    QStringList hidden;
    if (redaction.hidesNumbers) {
        hidden.append(ExportWords::tr("phone numbers but for two digits"));
    }
    if (redaction.hidesMails) {
        hidden.append(ExportWords::tr("e-mail addresses"));
    }
    if (redaction.hidesNames) {
        hidden.append(ExportWords::tr("the customer's name but for the initials"));
    }
    return hidden.isEmpty() ? QString() : ExportWords::tr("Hidden: %1").arg(hidden.join(u", "_s));
}

/// The facts above the messages, a line each.
QStringList headLines(const Transcript &transcript, const TranscriptFrame &frame)
{
    const Conversation &conversation = transcript.conversation;
    QStringList lines;
    const auto add = [&lines](const QString &words, const QString &fact) {
        if (!fact.isEmpty()) {
            lines.append(words.arg(plainLine(fact)));
        }
    };
    add(ExportWords::tr("Customer's number: %1"), displayNumber(conversation.customerNumber));
    add(ExportWords::tr("Our number: %1"), displayNumber(conversation.ourNumber));
    add(ExportWords::tr("Department: %1"), transcript.department);
    add(ExportWords::tr("Agent: %1"), conversation.servedByName);
    add(ExportWords::tr("Tags: %1"), conversation.tags.join(u", "_s));
    if (conversation.startedAt.isValid()) {
        lines.append(ExportWords::tr("Begun: %1").arg(momentWords(conversation.startedAt)));
    }
    if (conversation.closedAt.isValid()) {
        lines.append(ExportWords::tr("Closed: %1").arg(momentWords(conversation.closedAt)));
    }
    lines.append(
        ExportWords::tr("Exported from %1: %2").arg(plainLine(frame.workspace), momentWords(frame.exportedAt)));
    lines.append(hiddenWords(frame.redaction));
    lines.removeAll(QString());
    return lines;
}

/// "10:21 Ana", with the state of an own message that did not simply go out.
QString authorLine(const Message &message)
{
    QString line = clockTime(message.at) + u' ' + plainLine(message.authorName);
    if (message.author == Message::Author::Agent && message.delivery != Message::Delivery::Saved) {
        line += u" ("_s + deliveryWord(message.delivery) + u')';
    }
    return line;
}

QStringList bodyLines(const Message &message)
{
    QStringList lines;
    if (!message.text.isEmpty()) {
        lines.append(message.text);
    }
    for (const Attachment &attachment : message.attachments) {
        const QString name = plainLine(attachment.title);
        lines.append(name.isEmpty() ? ExportWords::tr("[file]") : ExportWords::tr("[file: %1]").arg(name));
        if (!attachment.text.isEmpty()) {
            lines.append(attachment.text);
        }
    }
    return lines;
}

/// Tells day by day and message by message to whoever writes.
template <typename Writer>
void writeMessages(const QList<Message> &messages, Writer &writer)
{
    QDate day;
    for (const Message &message : messages) {
        const QDate date = message.at.toLocalTime().date();
        if (date != day) {
            day = date;
            writer.day(QLocale().toString(date, QLocale::LongFormat));
        }
        if (message.event != Message::Event::None) {
            const QString said = eventPhrase(message);
            writer.event(clockTime(message.at) + u' ' + (said.isEmpty() ? message.text : said));
        } else {
            writer.message(authorLine(message), bodyLines(message));
        }
    }
}

class TextWriter
{
public:
    void day(const QString &title) { m_text += u"\n— "_s + title + u" —\n"_s; }
    void event(const QString &line) { m_text += u"\n* "_s + line + u'\n'; }
    void message(const QString &head, const QStringList &body)
    {
        m_text += u'\n' + head + u'\n';
        for (const QString &part : body) {
            m_text += u"    "_s + QString(part).replace(u'\n', "\n    "_L1) + u'\n';
        }
    }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

class PageWriter
{
public:
    explicit PageWriter(QTextDocument &document)
        : m_cursor(&document)
    {
        m_strong.setFontWeight(QFont::DemiBold);
        m_quiet.setForeground(QColor(0x5c, 0x62, 0x6a));
    }
    void line(const QString &text, const QTextCharFormat &format, qreal above)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        if (m_isBegun) {
            m_cursor.insertBlock(block, format);
        }
        m_isBegun = true;
        m_cursor.setBlockFormat(block);
        m_cursor.insertText(QString(text).replace(u'\n', QChar(QChar::LineSeparator)), format);
    }
    void title(const QString &text)
    {
        QTextCharFormat large = m_strong;
        large.setFontPointSize(16);
        line(text, large, 0);
    }
    void fact(const QString &text) { line(text, m_quiet, 2); }
    void day(const QString &title) { line(title, m_strong, 18); }
    void event(const QString &text) { line(text, m_quiet, 8); }
    void message(const QString &head, const QStringList &body)
    {
        line(head, m_quiet, 10);
        for (const QString &part : body) {
            line(part, {}, 1);
        }
    }

private:
    QTextCursor m_cursor;
    QTextCharFormat m_strong;
    QTextCharFormat m_quiet;
    bool m_isBegun = false;
};

} // namespace

QString transcriptText(const Transcript &transcript, const TranscriptFrame &frame)
{
    TextWriter writer;
    writeMessages(transcript.messages, writer);
    return titleOf(transcript) + u"\n\n"_s + headLines(transcript, frame).join(u'\n') + u'\n' + writer.text();
}

std::unique_ptr<QTextDocument> transcriptDocument(const Transcript &transcript, const TranscriptFrame &frame)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    QFont font = document->defaultFont();
    font.setPointSize(10);
    document->setDefaultFont(font);
    PageWriter writer(*document);
    writer.title(titleOf(transcript));
    const QStringList head = headLines(transcript, frame);
    for (const QString &line : head) {
        writer.fact(line);
    }
    writeMessages(transcript.messages, writer);
    return document;
}

QByteArray transcriptPdf(const Transcript &transcript, const TranscriptFrame &frame)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&bytes);
    pdf.setTitle(titleOf(transcript));
    pdf.setCreator(u"Greenline"_s);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins(QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin), QPageLayout::Millimeter);
    transcriptDocument(transcript, frame)->print(&pdf);
    return bytes.data();
}

} // namespace greenline
