#pragma once

#include "app/setup/check.h"

#include <QComboBox>
#include <QToolButton>

class QLabel;

namespace greenline {

// What the pages of the set-up are put together from.
QLabel *wizardText(const QString &words, QWidget *parent); ///< Plain text that wraps and can be copied.
QLabel *wizardNote(const QString &words, QWidget *parent); ///< The same, quiet and small.
QToolButton *copyButton(const QString &name, QWidget *parent); ///< What it copies is its user's.
QString bulletList(const QStringList &lines);
/// Everything that a repair changes, and for whom else, line by line.
QString planWords(const RepairPlan &plan);
/// For the eye: a word that would make the page wider than its window may be broken. Not for what is copied.
QString breakable(const QString &words);
/// What was asked and what was answered, line by line.
QString evidenceWords(const QList<Evidence> &evidence);

/// Turning the wheel scrolls the page and never chooses: what stands under the pointer is closed.
class CalmBox : public QComboBox
{
    Q_OBJECT
public:
    explicit CalmBox(QWidget *parent);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

/// A line that shows and hides what stands below it.
class Fold : public QToolButton
{
    Q_OBJECT
public:
    Fold(const QString &words, QWidget &folded, QWidget *parent);
};

} // namespace greenline
