#include "ui/timeline/questions.h"

#include "ui/timeline/links.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qsizetype longestAddress = 400;

QMessageBox *question(QWidget *parent, const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(title);
    box->setText(text);
    box->setInformativeText(more);
    return box;
}

} // namespace

void askToOpenLink(QWidget *parent, const QUrl &url)
{
    const QString address = QString::fromLatin1(url.toEncoded().left(longestAddress));
    const QString warning = QuestionWords::tr("Look twice: this address looks like another one than it is.");
    QMessageBox *box
        = question(parent, QuestionWords::tr("Open the link"), QuestionWords::tr("Open %1?").arg(linkTarget(url)),
                   isSuspectLink(url) ? warning + u"\n\n"_s + address : address);
    QPushButton *open = box->addButton(QuestionWords::tr("Open"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(open, &QPushButton::clicked, box, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

void askToDiscard(QWidget *parent, const std::function<void()> &discard)
{
    QMessageBox *box
        = question(parent, QuestionWords::tr("Discard the message"), QuestionWords::tr("Discard this message?"),
                   QuestionWords::tr("It was not sent, and its text will be gone."));
    QPushButton *sure = box->addButton(QuestionWords::tr("Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(sure, &QPushButton::clicked, box, discard);
    box->open();
}

} // namespace greenline
