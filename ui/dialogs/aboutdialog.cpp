#include "ui/dialogs/aboutdialog.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Greenline"));
    setProperty("panel", true);
    auto *logo = new QLabel(this);
    logo->setPixmap(glyphPixmap(Glyph::Logo, coloursOf(palette()).sms, 48, devicePixelRatioF()));
    auto *name = new QLabel(tr("Greenline %1").arg(QStringLiteral(GREENLINE_VERSION)), this);
    name->setFont(titleFont(font()));
    auto *what = new QLabel(tr("Answer customers' text messages through a Rocket.Chat workspace."), this);
    what->setWordWrap(true);
    auto *made
        = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. Built on Qt %1.")
                         .arg(QString::fromLatin1(qVersion())),
                     this);
    made->setWordWrap(true);
    made->setFont(secondaryFont(font()));
    auto *done = new QPushButton(tr("Close"), this);
    done->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(logo);
    column->addWidget(name);
    column->addWidget(what);
    column->addWidget(made);
    column->addSpacing(2 * metrics::grid);
    column->addWidget(done, 0, Qt::AlignRight);
    resize(fontMetrics().averageCharWidth() * 56, sizeHint().height());
    connect(done, &QPushButton::clicked, this, &AboutDialog::accept);
}

} // namespace greenline
