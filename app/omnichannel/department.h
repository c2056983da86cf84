#pragma once

#include "app/base/id.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace greenline {

struct Department {
    DepartmentId id = {};
    QString name = {};
    bool isEnabled = true;
    bool requiresTagToClose = false; ///< requestTagBeforeClosingChat
    QStringList closingTags = {};
    QList<DepartmentId> forwardsTo = {}; ///< departmentsAllowedToForward; none: to every one.
    bool operator==(const Department &) const = default;
};

} // namespace greenline
