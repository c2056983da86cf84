#pragma once

#include <QString>

#include <optional>

namespace greenline {

/// How well a text answers what was typed: every letter of it in this order, whatever its case and accents. Higher is
/// better: whole words before their beginnings, these before letters strewn about. Nothing: it does not.
std::optional<int> fuzzyScore(const QString &text, const QString &typed);

} // namespace greenline
