#pragma once

#include "app/setup/check.h"
#include "ui/words/errortext.h"

#include <QUrl>

#include <optional>

namespace greenline {

// Words of the set-up: its pages, its checks, what they found, and what a person can do about it. What Twilio or the
// workspace said stands in them as data, on one line.

QStringList setupPages(); ///< "workspace" … "report", in their order; a check belongs to the one before its dot.
QString setupPageOf(const QString &check); ///< "number" of "number.owned"
QString setupPageTitle(const QString &page); ///< "Phone number"
QString setupPageIntro(const QString &page); ///< What is proved there, in a sentence or two.

QStringList setupChecks(); ///< All ids, in the order in which they are shown.
QString checkTitle(const QString &check); ///< "The number belongs to the account"; the id of an unknown one.
QString checkReason(const QString &check); ///< Why it matters.
QString verdictWord(CheckVerdict verdict); ///< "Passed", "Warning", "Failed", "Skipped", "Unknown"

/// What a check found and what to do next; both empty when it passed.
struct CauseText {
    QString happened = {};
    QString next = {};
    bool operator==(const CauseText &) const = default;
};
CauseText causeText(const CheckOutcome &outcome);
bool hasCauseWords(const QString &cause); ///< Of its own, not a sentence for all.

/// Why no repair is offered though there is one; empty: nothing hinders it.
QString hindranceText(const QString &hindrance);

QString joinedPhrase(const QStringList &parts); ///< With commas, but not behind a sentence; empty ones left out.

/// The row of a check as a person is told it: title, verdict word, what was found.
QString checkPhrase(const QString &check, const CheckOutcome &outcome);

/// Where a person does what Greenline cannot do.
struct SetupLink {
    QString words = {}; ///< "Geo permissions in the Twilio console"
    QUrl address = {};
};
std::optional<SetupLink> setupLink(const CheckOutcome &outcome, const QUrl &workspace);

QString repairWords(const QString &repair); ///< What a repair does, by its id: "Set the number's webhook"
/// "Site_Url: “http://old” becomes “https://new”"
QString changeWords(const RepairPlan::Change &change);

ErrorText changeFailure(const Error &error); ///< Why a repair or a saving came to nothing.

/// What a word of the field means.
struct SetupTerm {
    QString name = {};
    QString meaning = {};
};
QList<SetupTerm> setupTerms(const QString &page); ///< Those that its checks speak of.

} // namespace greenline
