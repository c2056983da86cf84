#pragma once

#include <QString>

#include <optional>

namespace greenline {

/// Septets that a character costs in the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1): 1, 2 from the extension
/// table; nothing: not in it.
std::optional<int> septetsOf(QChar character);

/// The GSM-7 spelling of a typographic look-alike (curly quotes, dashes, ellipsis, odd spaces); null when there is
/// none.
QString plainSpelling(QChar character);

} // namespace greenline
