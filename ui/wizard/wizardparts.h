#pragma once

#include "app/setup/check.h"

#include <QToolButton>

class QLabel;

namespace greenline {

// What the pages of the set-up are put together from.
QLabel *wizardText(const QString &words, QWidget *parent); ///< Plain text that wraps and can be copied.
QLabel *wizardNote(const QString &words, QWidget *parent); ///< The same, quiet and small.
QToolButton *copyButton(const QString &name, QWidget *parent); ///< What it copies is its user's.
/// Everything that a repair changes, and for whom else, line by line.
QString planWords(const RepairPlan &plan);
/// What was asked and what was answered, line by line.
QString evidenceWords(const QList<Evidence> &evidence);

/// A line that shows and hides what stands below it.
class Fold : public QToolButton
{
    Q_OBJECT
public:
    Fold(const QString &words, QWidget &folded, QWidget *parent);
};

} // namespace greenline
