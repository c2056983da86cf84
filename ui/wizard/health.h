#pragma once

#include "app/base/clock.h"
#include "app/setup/check.h"
#include "ui/wizard/wizarddraft.h"

#include <optional>

namespace greenline {

class CheckRunner;

// When a set-up is looked at again by itself, and what is worth a word.

/// A week after the last time, or when the workspace has another version since; never before it was checked once.
bool isHealthDue(const WizardDraft &draft, const QString &version, const QDateTime &now);
QString verdictId(CheckVerdict verdict); ///< As a draft keeps it.
/// It was well, or less ill, and now something failed.
bool hasDrifted(const QString &before, CheckVerdict now);
/// In one sentence: how many checks fail, and which first.
QString driftWords(const CheckRunner &runner);

} // namespace greenline
