#pragma once

#include "fidelitytape.h"

/// What was done to the recorded servers without being written down, as steps of their own: each is known by what it
/// left in the recording, and its answer has to have the status given here.
QList<TapeStep> unrecordedSteps(const QString &recording);
