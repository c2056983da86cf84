#pragma once

#include <QString>

#include <initializer_list>

class QHBoxLayout;
class QLabel;
class QWidget;

namespace greenline {

// What the pages of the preferences are put together from.
QLabel *pageTitle(const QString &title, QWidget *page);
QLabel *pageNote(const QString &words, QWidget *page); ///< A sentence in small type, on the line of what it explains.
QHBoxLayout *pageRow(std::initializer_list<QWidget *> parts);
QWidget *indented(QWidget *part); ///< Below the words of a check box.

} // namespace greenline
