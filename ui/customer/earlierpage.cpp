#include "ui/customer/earlierpage.h"

#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int earlierRoom = Qt::UserRole;

QString dayAndTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    //: Day and time
    return EarlierPage::tr("%1, %2").arg(QLocale().toString(local.date(), EarlierPage::tr("d MMM yyyy")),
                                         clockTime(local));
}

/// When and with whom; below it the tags, else the last words.
QString earlierWords(const Room &room)
{
    QString first = dayAndTime(room.startedAt);
    const QString agent = plainLine(room.servedByName.isEmpty() ? room.closedBy : room.servedByName);
    if (!agent.isEmpty()) {
        //: %1 is a day, %2 an agent
        first = EarlierPage::tr("%1 · %2").arg(first, agent);
    }
    if (room.isOpen) {
        first = EarlierPage::tr("%1 · still open").arg(first);
    }
    const QString last = room.lastMessage ? plainLine(room.lastMessage->text) : QString();
    const QString second = room.tags.isEmpty() ? last : plainLine(room.tags.join(u", "_s));
    return second.isEmpty() ? first : first + u'\n' + second;
}

} // namespace

EarlierPage::EarlierPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_words(new QLabel(this))
    , m_again(new QPushButton(tr("Try again"), this))
{
    setProperty("panel", true);
    m_list->setAccessibleName(tr("Earlier conversations"));
    m_list->setProperty("quiet", true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    m_words->setWordWrap(true);
    m_words->setProperty("secondary", true);
    m_words->setMargin(metrics::margin);
    m_words->setAlignment(Qt::AlignHCenter);
    m_again->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::grid, metrics::grid, metrics::grid, metrics::grid);
    column->addWidget(m_words);
    column->addWidget(m_again, 0, Qt::AlignHCenter);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT openRequested({item->data(earlierRoom).toString()}); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT openRequested({item->data(earlierRoom).toString()}); });
    connect(m_again, &QPushButton::clicked, this, &EarlierPage::readRequested);
}

void EarlierPage::tell(const QString &words)
{
    m_list->clear();
    m_list->hide();
    m_again->hide();
    m_words->setText(words);
    m_words->show();
}

void EarlierPage::setRooms(const QList<Room> &rooms)
{
    if (rooms.isEmpty()) {
        tell(tr("No earlier conversations with this customer."));
        return;
    }
    m_list->clear();
    for (const Room &room : rooms) {
        auto *item = new QListWidgetItem(earlierWords(room), m_list);
        item->setData(earlierRoom, room.id.value);
        item->setToolTip(tr("Open to read"));
    }
    m_words->hide();
    m_again->hide();
    m_list->show();
}

void EarlierPage::setLoading()
{
    tell(tr("Looking for earlier conversations…"));
}

void EarlierPage::setProblem(const QString &problem)
{
    tell(problem);
    m_again->show();
}

} // namespace greenline
