#include "ui/wizard/wizardparts.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestAnswer = 600;

class WizardWords
{
    Q_DECLARE_TR_FUNCTIONS(WizardWords)
};

} // namespace

QLabel *wizardText(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *wizardNote(const QString &words, QWidget *parent)
{
    QLabel *label = wizardText(words, parent);
    label->setProperty("secondary", true);
    label->setFont(secondaryFont(label->font()));
    return label;
}

QToolButton *copyButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("quiet", true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(glyphIcon(Glyph::Copy, coloursOf(parent->palette()).secondaryText));
    return button;
}

QString planWords(const RepairPlan &plan)
{
    QStringList lines{repairWords(plan.id)};
    for (const RepairPlan::Change &change : plan.changes) {
        lines.append(u"• "_s + changeWords(change));
    }
    if (!plan.alsoMoves.isEmpty()) {
        lines.append(WizardWords::tr("This also changes where texts to these numbers go: %1")
                         .arg(elidedLine(plan.alsoMoves.join(u", "_s), longestAnswer)));
    }
    if (plan.isForeign) {
        lines.append(WizardWords::tr("Another product has set this. It will get no more texts of this number."));
    }
    return lines.join(u'\n');
}

QString evidenceWords(const QList<Evidence> &evidence)
{
    QStringList lines;
    for (const Evidence &one : evidence) {
        if (!one.asked.isEmpty()) {
            lines.append(WizardWords::tr("Asked: %1").arg(elidedLine(one.asked, longestAnswer)));
        }
        if (!one.answered.isEmpty()) {
            lines.append(WizardWords::tr("Answered: %1").arg(elidedLine(one.answered, longestAnswer)));
        }
    }
    return lines.join(u'\n');
}

Fold::Fold(const QString &words, QWidget &folded, QWidget *parent)
    : QToolButton(parent)
{
    setText(words);
    setCheckable(true);
    setProperty("quiet", true);
    setArrowType(Qt::RightArrow);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    folded.hide();
    connect(this, &QToolButton::toggled, &folded, &QWidget::setVisible);
    connect(this, &QToolButton::toggled, this,
            [this](bool isOpen) { setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow); });
}

} // namespace greenline
