#include "ui/board/boardwindow.h"

#include "app/sms/phonenumber.h"
#include "ui/board/boardtable.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto boardTick = 1'000ms;

QString boardPresence(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return BoardWindow::tr("online");
    case Presence::Away:
        return BoardWindow::tr("away");
    case Presence::Busy:
        return BoardWindow::tr("busy");
    case Presence::Offline:
        break;
    }
    return BoardWindow::tr("offline");
}

} // namespace

BoardWindow::BoardWindow(Clock &clock, const DepartmentName &departmentName, QWidget *parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_departmentName(departmentName)
    , m_departments(
          new BoardTable(tr("Departments"), {tr("Department"), tr("Waiting"), tr("Longest"), tr("Being served")}, this))
    , m_numbers(new BoardTable(tr("Numbers"), {tr("Number"), tr("Waiting"), tr("Longest"), tr("Being served")}, this))
    , m_agents(new BoardTable(tr("Agents"), {tr("Agent"), tr("Availability"), tr("Presence"), tr("Chats")}, this))
    , m_checked(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_alarm(clock, [this] { tick(); })
{
    setWindowTitle(tr("Manager board"));
    setAccessibleName(tr("Manager board"));
    setProperty("panel", true);
    build();
    fillTiles();
    tick();
}

void BoardWindow::build()
{
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(10 * metrics::grid);
    m_waiting = addTile(tiles, tr("waiting"));
    m_longest = addTile(tiles, tr("longest wait"));
    m_served = addTile(tiles, tr("being served"));
    m_available = addTile(tiles, tr("agents available"));
    tiles->addStretch(1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("error", true);
    m_problem->hide();
    m_checked->setProperty("secondary", true);
    m_checked->setFont(secondaryFont(font()));
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::grid);
    addTable(left, tr("Departments"), m_departments);
    left->addSpacing(3 * metrics::grid);
    addTable(left, tr("Our numbers"), m_numbers);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::grid);
    addTable(right, tr("Agents"), m_agents);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(metrics::margin);
    tables->addLayout(left, 1);
    tables->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 12);
    column->setSpacing(metrics::margin);
    column->addLayout(tiles);
    column->addWidget(m_problem);
    column->addLayout(tables, 1);
    column->addWidget(m_checked);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 34);
}

QLabel *BoardWindow::addTile(QHBoxLayout *tiles, const QString &words)
{
    auto *figure = new QLabel(this);
    QFont large = titleFont(font());
    large.setPointSizeF(large.pointSizeF() * 1.6);
    figure->setFont(large);
    auto *label = new QLabel(words, this);
    label->setProperty("secondary", true);
    auto *tile = new QVBoxLayout;
    tile->setSpacing(0);
    tile->addWidget(figure);
    tile->addWidget(label);
    tiles->addLayout(tile);
    figure->setProperty("words", words);
    return figure;
}

void BoardWindow::addTable(QVBoxLayout *column, const QString &title, BoardTable *table)
{
    auto *label = new QLabel(title, this);
    label->setFont(strongFont(font()));
    column->addWidget(label);
    column->addWidget(table, 1);
}

void BoardWindow::setPicture(const BoardPicture &picture, const QDateTime &checkedAt)
{
    m_picture = picture;
    m_checkedAt = checkedAt;
    fillTiles();
    tick();
}

void BoardWindow::setProblem(const std::optional<ErrorText> &problem)
{
    m_problem->setVisible(problem.has_value());
    m_problem->setText(problem ? problem->oneLine() : QString());
    m_problem->setAccessibleName(m_problem->text());
}

void BoardWindow::say(QLabel *tile, const QString &figure)
{
    tile->setText(figure);
    tile->setAccessibleName(figure + u' ' + tile->property("words").toString());
}

/// All that time alone does not change.
void BoardWindow::fillTiles()
{
    say(m_waiting, QString::number(m_picture.all.waiting));
    say(m_served, QString::number(m_picture.all.served));
    //: So many agents of so many
    say(m_available, tr("%1 of %2").arg(m_picture.available).arg(m_picture.agents.size()));
    QList<QStringList> agents;
    for (const BoardAgent &one : std::as_const(m_picture.agents)) {
        const QString name = plainLine(one.agent.name.isEmpty() ? one.agent.username : one.agent.name);
        const QString chats = one.agent.maximumChats.value_or(0) > 0
            ? tr("%1 of %2").arg(one.chats).arg(*one.agent.maximumChats)
            : QString::number(one.chats);
        agents.append({name, availabilityWord(one.agent.availability), boardPresence(one.agent.presence), chats});
    }
    m_agents->setRows(agents);
}

QString BoardWindow::waited(const QDateTime &since) const
{
    return since.isValid() ? waitingTime(std::chrono::milliseconds(since.msecsTo(m_clock.now()))) : u"–"_s;
}

QStringList BoardWindow::lineRow(const QString &name, const BoardLine &line) const
{
    return {name, QString::number(line.waiting), waited(line.longestSince), QString::number(line.served)};
}

void BoardWindow::tick()
{
    say(m_longest, waited(m_picture.all.longestSince));
    QList<QStringList> departments;
    for (const BoardLine &line : std::as_const(m_picture.departments)) {
        const QString name = line.key.isEmpty() ? tr("No department") : plainLine(m_departmentName({line.key}));
        departments.append(lineRow(name.isEmpty() ? tr("Another department") : name, line));
    }
    m_departments->setRows(departments);
    QList<QStringList> numbers;
    for (const BoardLine &line : std::as_const(m_picture.numbers)) {
        numbers.append(lineRow(displayNumber(line.key), line));
    }
    m_numbers->setRows(numbers);
    const QString partly = m_picture.isPartial ? tr("There are more conversations than could be counted.") : QString();
    m_checked->setText(m_checkedAt.isNull()
                           ? tr("Reading…")
                           : tr("Live, checked %1. %2")
                                 .arg(ageWords(std::chrono::milliseconds(m_checkedAt.msecsTo(m_clock.now()))), partly)
                                 .trimmed());
    m_checked->setAccessibleName(m_checked->text());
    m_alarm.start(boardTick);
}

void BoardWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    m_alarm.stop();
    Q_EMIT closed();
}

} // namespace greenline
