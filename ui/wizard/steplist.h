#pragma once

#include "app/setup/checkrunner.h"

#include <QListWidget>

namespace greenline {

/// The pages of the set-up at the side, each with a mark of how far it is.
class StepList : public QListWidget
{
    Q_OBJECT
public:
    explicit StepList(const CheckRunner &runner, QWidget *parent = nullptr);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    const CheckRunner &m_runner;
};

/// With what it is of above it: the left side of the window.
QWidget *sideOf(StepList *steps, const QString &title, QWidget *parent);

} // namespace greenline
