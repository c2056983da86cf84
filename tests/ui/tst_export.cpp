#include "ui/export/transcripttext.h"

#include "tests/ui/window.h"
#include "ui/export/exportdialog.h"

#include <QCheckBox>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

Transcript talk(const QString &text)
{
    Transcript transcript;
    transcript.conversation = {.id = {u"r"_s}, .customerName = u"Ida"_s, .customerNumber = u"+351912345678"_s};
    transcript.department = u"Berlin"_s;
    const QDateTime at(QDate(2026, 11, 24), QTime(9, 5), Qt::UTC);
    transcript.messages = {{.id = {u"1"_s}, .authorName = u"Ida"_s, .text = text, .at = at},
                           {.id = {u"2"_s},
                            .author = Message::Author::System,
                            .at = at.addSecs(60),
                            .event = Message::Event::Taken,
                            .subject = u"Ana"_s},
                           {.id = {u"3"_s},
                            .author = Message::Author::Agent,
                            .authorName = u"Ana"_s,
                            .text = u"Sorry"_s,
                            .at = at.addDays(1),
                            .attachments = {{.title = u"map.pdf"_s}},
                            .delivery = Message::Delivery::Refused}};
    return transcript;
}

const TranscriptFrame frame{u"Support"_s, QDateTime(QDate(2026, 11, 26), QTime(8, 0), Qt::UTC), {true, false, false}};

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textTellsTheWholeConversation();
    void paperTakesNoMarkup();
    void writesAPdf();
    void asksForFormAndRedaction();
};

void ExportTest::textTellsTheWholeConversation()
{
    const QString text = transcriptText(talk(u"Where is it?\nStill nothing"_s), frame);
    for (const QString &part :
         {u"Conversation with Ida"_s, u"Department: Berlin"_s, u"Hidden: phone numbers"_s, u"09:05 Ida"_s,
          u"    Where is it?\n    Still nothing"_s, u"Ana"_s, u"09:05 Ana (Refused)"_s, u"[file: map.pdf]"_s}) {
        QVERIFY2(text.contains(part), qPrintable(part + u" in\n"_s + text));
    }
    QCOMPARE(text.count(u"— "_s), 2); // two days
}

void ExportTest::paperTakesNoMarkup()
{
    const QString hostile = u"<b>bold</b> <img src=\"file:///etc/passwd\"> &amp;"_s;
    const std::unique_ptr<QTextDocument> document = transcriptDocument(talk(hostile), frame);
    QVERIFY(document->toPlainText().contains(hostile));
}

void ExportTest::writesAPdf()
{
    const QByteArray pdf = transcriptPdf(talk(u"Olá 😀 שלום"_s), frame);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.size() > 2'000);
}

void ExportTest::asksForFormAndRedaction()
{
    ExportDialog dialog(u"Ida"_s, nullptr);
    dialog.show();
    QCOMPARE(dialog.form(), ExportDialog::Form::Pdf);
    button(dialog, u"JSON, for programs"_s)->click();
    button(dialog, u"E-mail addresses"_s)->click();
    QCOMPARE(dialog.form(), ExportDialog::Form::Json);
    QCOMPARE(dialog.redaction(), (Redaction{false, true, false}));
    dialog.showProgress(400);
    QVERIFY(!button(dialog, u"Export"_s)->isEnabled());
    QVERIFY(button(dialog, u"Cancel"_s)->isEnabled());
    dialog.stop({u"It broke."_s, u"Try again."_s, {}});
    QVERIFY(says(dialog, u"It broke."_s));
    QVERIFY(button(dialog, u"Export"_s)->isEnabled());
}

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
