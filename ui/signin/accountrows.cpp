#include "ui/signin/accountrows.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// Buttons read "&" as the mark of a shortcut; names are data.
QString literally(const QString &name)
{
    return QString(name).replace(u'&', "&&"_L1);
}

QString accountName(const Account &account)
{
    return plainLine(account.displayName.isEmpty() ? account.username : account.displayName);
}

} // namespace

AccountRows::AccountRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::grid);
    auto *caption = new QLabel(tr("On this computer"), this);
    caption->setFont(strongFont(secondaryFont(font())));
    m_column->addWidget(caption);
    hide();
}

void AccountRows::show(const QList<Account> &accounts)
{
    if (m_rows) {
        m_rows->deleteLater(); // we may have been called by one of its buttons
        m_rows->hide();
    }
    m_rows = new QWidget(this);
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::grid);
    for (const Account &account : accounts) {
        rows->addWidget(row(account));
    }
    m_column->addWidget(m_rows);
    setVisible(!accounts.isEmpty());
}

QWidget *AccountRows::row(const Account &account)
{
    const QString name = accountName(account);
    auto *line = new QWidget(m_rows);
    auto *choose = new QPushButton(literally(tr("%1 at %2").arg(name, account.workspace.host())), line);
    choose->setIcon(glyphIcon(Glyph::Person, coloursOf(palette()).action));
    auto *remove = new QToolButton(line);
    remove->setIcon(glyphIcon(Glyph::Close, coloursOf(palette()).secondaryText));
    remove->setProperty("quiet", true);
    remove->setAccessibleName(tr("Remove %1 from this computer").arg(name));
    remove->setToolTip(tr("Remove this account from this computer"));
    auto *side = new QHBoxLayout(line);
    side->setContentsMargins({});
    side->setSpacing(metrics::grid);
    side->addWidget(choose, 1);
    side->addWidget(remove);
    connect(choose, &QPushButton::clicked, this, [this, account] { Q_EMIT chosen(account); });
    connect(remove, &QToolButton::clicked, this, [this, account] { Q_EMIT removeRequested(account); });
    return line;
}

} // namespace greenline
