#include "ui/wizard/wizardparts.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"
#include "ui/words/setupwords.h"

#include <QCoreApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype longestAnswer = 600;
constexpr int longestWord = 60; // a page of usual width holds it
constexpr int longestPiece = 20;

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

QString breakable(const QString &words)
{
    static const QRegularExpression longOnes(u"\\S{%1,}"_s.arg(longestWord));
    static const QRegularExpression piece(u"(\\X{%1})(?=\\X)"_s.arg(longestPiece));
    QString shown;
    qsizetype from = 0;
    for (QRegularExpressionMatchIterator found = longOnes.globalMatch(words); found.hasNext();) {
        const QRegularExpressionMatch word = found.next();
        shown += words.mid(from, word.capturedStart() - from);
        shown += word.captured().replace(piece, u"\\1\u200B"_s);
        from = word.capturedEnd();
    }
    return shown + words.mid(from);
}

QString bulletList(const QStringList &lines)
{
    return u"• "_s + lines.join(u"\n• "_s);
}

QString planWords(const RepairPlan &plan)
{
    QStringList changes;
    for (const RepairPlan::Change &change : plan.changes) {
        changes.append(changeWords(change));
    }
    QStringList lines{repairWords(plan.id), bulletList(changes)};
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

CalmBox::CalmBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void CalmBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
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
