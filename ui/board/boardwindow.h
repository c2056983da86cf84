#pragma once

#include "app/base/clock.h"
#include "app/workspace/boardpicture.h"
#include "ui/words/errortext.h"

#include <QDialog>

#include <functional>
#include <optional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace greenline {

class BoardTable;

/// Who waits, how long, and who works, at a glance. Nothing can be changed here.
class BoardWindow : public QDialog
{
    Q_OBJECT
public:
    using DepartmentName = std::function<QString(const DepartmentId &)>;
    BoardWindow(Clock &clock, const DepartmentName &departmentName, QWidget *parent = nullptr);
    void setPicture(const BoardPicture &picture, const QDateTime &checkedAt);
    void setProblem(const std::optional<ErrorText> &problem); ///< Nothing: the last reading went well.

Q_SIGNALS:
    void closed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QLabel *addTile(QHBoxLayout *tiles, const QString &words);
    void addTable(QVBoxLayout *column, const QString &title, BoardTable *table);
    void say(QLabel *tile, const QString &figure);
    void tick();
    void fillTiles();
    QStringList lineRow(const QString &name, const BoardLine &line) const;
    QString waited(const QDateTime &since) const;

    Clock &m_clock;
    DepartmentName m_departmentName;
    BoardPicture m_picture;
    QDateTime m_checkedAt;
    QLabel *m_waiting = nullptr;
    QLabel *m_longest = nullptr;
    QLabel *m_served = nullptr;
    QLabel *m_available = nullptr;
    BoardTable *m_departments;
    BoardTable *m_numbers;
    BoardTable *m_agents;
    QLabel *m_checked;
    QLabel *m_problem;
    Alarm m_alarm;
};

} // namespace greenline
