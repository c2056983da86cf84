#pragma once

#include "app/base/id.h"

#include <QString>

namespace greenline {

/// A text that is kept to be sent again and again, called by its shortcut.
struct CannedResponse {
    enum class Scope {
        Mine, ///< In the workspace, for the signed-in agent alone.
        Department, ///< For conversations of one department.
        Everybody,
        ThisComputer ///< A snippet: the workspace does not know it.
    };
    QString id = {};
    QString shortcut = {}; ///< Without the slash.
    QString text = {}; ///< With its placeholders.
    Scope scope = Scope::Everybody;
    DepartmentId department = {};
    bool operator==(const CannedResponse &) const = default;
};

} // namespace greenline
