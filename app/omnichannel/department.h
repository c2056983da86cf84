#pragma once

#include "app/base/id.h"

#include <QString>
#include <QStringList>

namespace greenline {

struct Department {
    DepartmentId id = {};
    QString name = {};
    bool isEnabled = true;
    bool requiresTagToClose = false; ///< requestTagBeforeClosingChat
    QStringList closingTags = {};
    bool operator==(const Department &) const = default;
};

} // namespace greenline
