#include "ui/notify/historypopup.h"

#include "ui/notify/historydelegate.h"
#include "ui/notify/noticechoices.h"
#include "ui/notify/noticehistory.h"
#include "ui/notify/notificationwords.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

HistoryPopup::HistoryPopup(NoticeHistory &history, QWidget *window)
    : Popover(window)
    , m_history(history)
    , m_nothing(new QLabel(tr("Nothing yet. What you are told of stands here until you quit."), this))
    , m_list(new QListView(this))
    , m_quiet(new QCheckBox(tr("Do not disturb"), this))
    , m_hour(new QPushButton(tr("For 1 hour"), this))
    , m_until(new QLabel(this))
{
    setAccessibleName(tr("Notifications"));
    build();
    const auto choose = [this](const QModelIndex &index) {
        hide();
        Q_EMIT chosen({index.data(NoticeHistory::RoomRole).toString()});
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, [this, choose](const QModelIndex &index) {
        if (isVisible()) { // a click says it already
            choose(index);
        }
    });
    connect(m_quiet, &QCheckBox::clicked, this, &HistoryPopup::quietWanted);
    connect(m_hour, &QPushButton::clicked, this, &HistoryPopup::quietHourWanted);
    connect(&history, &NoticeHistory::rowsInserted, this, &HistoryPopup::showFilled);
}

void HistoryPopup::build()
{
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("secondary", true);
    m_nothing->setMargin(4 * metrics::grid);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_list->setAccessibleName(tr("Notification history"));
    m_list->setModel(&m_history);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setProperty("quiet", true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    column->addWidget(foot());
    setFixedWidth(fontMetrics().averageCharWidth() * 58);
    showFilled();
}

QWidget *HistoryPopup::foot()
{
    auto *box = new QWidget(this);
    auto *preferences = new QPushButton(tr("Preferences…"), box);
    preferences->setProperty("link", true);
    m_until->setProperty("secondary", true);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(3 * metrics::grid, 2 * metrics::grid, 2 * metrics::grid, 2 * metrics::grid);
    row->addWidget(m_quiet);
    row->addWidget(m_until);
    row->addWidget(m_hour);
    row->addStretch(1);
    row->addWidget(preferences);
    connect(preferences, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT preferencesWanted();
    });
    return box;
}

void HistoryPopup::showChoices(const NoticeChoices &choices)
{
    m_quiet->setChecked(choices.isQuiet);
    m_until->setText(choices.isQuiet ? quietUntilWords(choices) : QString());
    m_until->setVisible(!m_until->text().isEmpty());
    m_hour->setVisible(!choices.isQuiet);
}

void HistoryPopup::openBelow(QWidget &button)
{
    const int rows = qBound(3, m_history.rowCount(), 8);
    const int row = fontMetrics().height() * 2 + 5 * metrics::grid;
    resize(width(), qMin(rows * row + m_quiet->sizeHint().height() + 6 * metrics::grid, parentWidget()->height()));
    m_list->scrollToTop();
    Popover::openBelow(button);
}

QWidget *HistoryPopup::firstFocus()
{
    return m_history.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_quiet;
}

void HistoryPopup::showFilled()
{
    m_list->setVisible(m_history.rowCount() > 0);
    m_nothing->setVisible(m_history.rowCount() == 0);
}

} // namespace greenline
