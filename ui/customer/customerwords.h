#pragma once

#include "app/base/result.h"

#include <QString>

namespace greenline {

/// Why a change of a customer was not saved, and what to do next.
QString notSavedWords(const Error &error);
/// Why a customer could not be read.
QString notReadWords(const Error &error);

} // namespace greenline
