#pragma once

#include "brokenplace.h"

#include <QList>

namespace greenline::test {

/// One thing that is wrong with a set-up, and what is to be said of it.
struct BrokenSetup {
    QByteArray name; ///< What is wrong.
    BrokenPlace::Way way = {};
    QString check = {}; ///< Whose verdict counts.
    CheckVerdict verdict = CheckVerdict::Failed;
    QString cause = {};
    QString repair = {}; ///< Offered, and carried out: then the check passes. Empty: only a person can do it.
    bool isTokenRight = true;
};

QList<BrokenSetup> brokenLogins(); ///< twilio.md 1
QList<BrokenSetup> brokenNumbers(); ///< twilio.md 2.1, 3.4
QList<BrokenSetup> brokenRoutes(); ///< twilio.md 2.2, 3.2, 6.3, 6.4
QList<BrokenSetup> brokenWorkspaces(); ///< rocketchat-wire.md 5 and 6

} // namespace greenline::test
