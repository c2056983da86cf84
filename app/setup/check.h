#pragma once

#include "app/base/then.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace greenline {

/// What was asked and what came back, without secrets: a person reads it, and copies it into a report.
struct Evidence {
    QString asked = {};
    QString answered = {};
    bool operator==(const Evidence &) const = default;
};

/// What a repair would change, said before it is done.
struct RepairPlan {
    struct Change {
        QString where = {}; ///< "sms_url of +1 415-555-0100"
        QString from = {};
        QString to = {};
        bool operator==(const Change &) const = default;
    };
    QString id = {}; ///< Which repair.
    QList<Change> changes = {};
    QStringList alsoMoves = {}; ///< What else it changes things for: other numbers of a service.
    bool isForeign = false; ///< It overwrites what another product set: asked for twice.
    bool operator==(const RepairPlan &) const = default;
};

enum class CheckVerdict {
    Passed,
    Warning,
    Failed,
    Skipped, ///< What it needs has not passed.
    Unknown ///< It could not be told: no answer, no right to look.
};

struct CheckOutcome {
    CheckVerdict verdict = CheckVerdict::Unknown;
    QString cause
        = {}; ///< An id; words are made of it and of the values in ui. Empty when it passed and nothing is to be said.
    QStringList values = {};
    QList<Evidence> evidence = {};
    QList<RepairPlan> repairs = {}; ///< Any one of them would do.
    QString hindrance = {}; ///< Why none is offered although there would be one: an id as cause is.
    bool operator==(const CheckOutcome &) const = default;
};

/// One question about a set-up. run is called anew each time; it answers once, and changes nothing.
struct Check {
    QString id = {};
    QStringList needs = {}; ///< Ids of checks that must pass first; a warning is enough.
    std::function<void(const Then<CheckOutcome> &then)> run = {};
};

} // namespace greenline
