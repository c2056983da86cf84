#include "ui/customer/foreignlabel.h"

#include <QLabel>

namespace greenline {

QLabel *foreignLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // one endless word must not widen the window
    return label;
}

} // namespace greenline
