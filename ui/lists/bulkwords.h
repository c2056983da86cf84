#pragma once

#include "ui/lists/bulkbar.h"

#include <chrono>

namespace greenline {

class Bulk;

QString bulkProgress(BulkBar::Deed deed, const Bulk &bulk); ///< "Returning 3 of 7…", or why it waits.
QString bulkOutcome(BulkBar::Deed deed, const Bulk &bulk); ///< "7 of 7 conversations returned to the queue."

} // namespace greenline
