#pragma once

#include "app/base/clock.h"
#include "app/setup/checkup.h"
#include "ui/wizard/verdictlook.h"

#include <QAbstractListModel>

namespace greenline {

/// Some checks as rows: what each asks, how it ended, what was found, why that is not repaired from here, and when it
/// was found where that was some time ago. Where nothing is told now: what was last known.
class CheckModel : public QAbstractListModel
{
    Q_OBJECT
public:
    CheckModel(Checkup &checkup, Clock &clock, const QStringList &ids, QObject *parent = nullptr);
    void setReadOnly(bool isReadOnly); ///< No repair may be carried out.

    /// What stands in a row.
    struct Line {
        QString title = {};
        QString found = {}; ///< Or why it is asked; line by line.
        CheckMark mark = {};
    };
    Line line(int row) const;
    QString idAt(int row) const { return m_ids.value(row); }
    const QStringList &ids() const { return m_ids; }
    int troubleRow() const; ///< The first that failed, else the first that did not pass; -1: none.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void noteChange(const QString &id);
    void noteAll();
    void onMinute();
    QString hindrance(const CheckOutcome &outcome) const; ///< As an outcome names it.
    QString moment(const QString &id) const; ///< Empty: it is of now.
    QString known(const QString &id) const; ///< From some time ago, where nothing is told now.
    CheckMark mark(const QString &id) const;

    const Checkup &m_checkup;
    const LastLooks &m_looks;
    const CheckRunner &m_runner;
    Clock &m_clock;
    QStringList m_ids;
    bool m_isReadOnly = false;
    QDateTime m_opened;
    QDateTime m_now; // as the rows are shown
    Alarm m_minute;
};

} // namespace greenline
