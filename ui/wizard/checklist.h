#pragma once

#include "ui/wizard/checkmodel.h"

#include <QListView>

namespace greenline {

/// The list "Checks" of one page.
class CheckList : public QListView
{
    Q_OBJECT
public:
    enum class Height {
        OfRows, ///< As high as its rows; the page scrolls.
        OfPage ///< It scrolls itself.
    };
    CheckList(Checkup &checkup, Clock &clock, const QStringList &ids, Height height, QWidget *parent = nullptr);

    QString current() const; ///< The id of the check; empty: none.
    void setReadOnly(bool isReadOnly) { m_model.setReadOnly(isReadOnly); }
    void showTrouble(); ///< Goes to what failed first; stays when nothing did.

Q_SIGNALS:
    void currentMoved();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    CheckModel m_model;
    Height m_height;
};

} // namespace greenline
