#include "ui/dialogs/leavedialog.h"

#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

namespace {

QLabel *leaveSentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

LeaveDialog::LeaveDialog(const QString &workspace, int unsent, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign out"));
    setAccessibleName(tr("Sign out"));
    setProperty("panel", true);
    auto *title = leaveSentence(tr("Sign out of %1?").arg(workspace), this);
    title->setFont(titleFont(font()));
    auto *signOut = new QPushButton(tr("Sign out"), this);
    auto *quit = new QPushButton(tr("Quit"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    signOut->setAutoDefault(false);
    quit->setAutoDefault(false);
    cancel->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(quit);
    buttons->addWidget(signOut);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(title);
    column->addWidget(leaveSentence(tr("Signing out makes you not available: the workspace gives you no new "
                                       "conversations, and this computer forgets your sign-in."),
                                    this));
    column->addWidget(leaveSentence(
        tr("Quit only closes the window. You stay as available as you are now, and are signed in at the next start."),
        this));
    if (unsent > 0) {
        column->addWidget(leaveSentence(
            tr("%n message(s) still wait here to be sent. They are kept, and leave when you sign in again.", nullptr,
               unsent),
            this));
    }
    column->addSpacing(metrics::grid);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());

    connect(cancel, &QPushButton::clicked, this, &LeaveDialog::reject);
    connect(quit, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT quitChosen();
    });
    connect(signOut, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT signOutChosen();
    });
}

} // namespace greenline
