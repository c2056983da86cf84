#pragma once

#include <QString>

namespace greenline {

/// Text of others as it may be painted: what could hide, reverse or break the text around it becomes a visible mark.
/// Line breaks, tabs, emoji and the marks of right-to-left scripts stay.
QString harmless(const QString &text);
/// The same on one line and without any control of direction: for names inside our own sentences.
QString harmlessName(const QString &name);

/// How much of a text is laid out. Layout is the one costly step, and a customer can send a megabyte.
struct FoldedText {
    QString text = {};
    qsizetype hidden = 0; ///< Characters left out.
    bool canUnfold = false;
};
enum class Fold { Short, Long };
FoldedText folded(const QString &text, Fold fold);

/// A tooltip of Qt that shows the text as it is, whatever it looks like.
QString plainToolTip(const QString &text);

} // namespace greenline
