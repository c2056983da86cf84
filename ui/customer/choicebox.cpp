#include "ui/customer/choicebox.h"

#include "ui/words/plainline.h"

#include <QWheelEvent>

namespace greenline {

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long value widens no pane
    setMinimumContentsLength(8);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this, [this](int index) { Q_EMIT chosen(itemData(index).toString()); });
}

void ChoiceBox::setChoices(const QStringList &choices)
{
    clear();
    //: A field of a customer that is not filled in
    addItem(tr("(nothing)"), QString());
    for (const QString &choice : choices) {
        addItem(plainLine(choice), choice);
    }
    m_known = count();
}

void ChoiceBox::showValue(const QString &value)
{
    int index = findData(value);
    if (index < 0) {
        while (count() > m_known) {
            removeItem(count() - 1);
        }
        //: %1 is a value that the workspace no longer offers
        addItem(tr("%1 (no longer offered)").arg(plainLine(value)), value);
        index = count() - 1;
    }
    setCurrentIndex(index);
}

/// Who turns the wheel over it wants to see more of the page.
void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace greenline
