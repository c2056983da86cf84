#include "ui/theme/scrollaccess.h"

#include <QAccessibleWidget>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QAccessibleInterface *scrollAccess(const QString &className, QObject *object)
{
    if (className != "QScrollArea"_L1 && className != "QAbstractScrollArea"_L1) {
        return nullptr;
    }
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr; // which the cache of Qt owns
}

} // namespace

void installScrollAccess()
{
    QAccessible::installFactory(scrollAccess);
}

} // namespace greenline
