#include "ui/dialogs/leavedialog.h"

#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

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
    , m_signingOut(leaveSentence({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign out"));
    setAccessibleName(tr("Sign out"));
    setProperty("panel", true);
    setConnected(true);
    build(workspace, unsent);
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

/// Only the logout on the socket makes an agent not available (seen on 7.7.1); the token is revoked by REST alone.
void LeaveDialog::setConnected(bool isConnected)
{
    m_signingOut->setText(isConnected
                              ? tr("Signing out makes you not available: the workspace gives you no new conversations, "
                                   "and this computer forgets your sign-in.")
                              : tr("There is no connection now, so signing out leaves you as available as you are: the "
                                   "workspace may go on giving you conversations, and this computer forgets your "
                                   "sign-in."));
}

void LeaveDialog::build(const QString &workspace, int unsent)
{
    auto *title = leaveSentence(tr("Sign out of %1?").arg(plainLine(workspace)), this);
    title->setFont(titleFont(font()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(title);
    column->addWidget(m_signingOut);
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
    column->addLayout(buttons());
}

QHBoxLayout *LeaveDialog::buttons()
{
    auto *signOut = new QPushButton(tr("Sign out"), this);
    auto *quit = new QPushButton(tr("Quit"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    signOut->setAutoDefault(false);
    quit->setAutoDefault(false);
    cancel->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(quit);
    row->addWidget(signOut);
    connect(cancel, &QPushButton::clicked, this, &LeaveDialog::reject);
    connect(quit, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT quitChosen();
    });
    connect(signOut, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT signOutChosen();
    });
    return row;
}

} // namespace greenline
