#include "ui/settings/pageparts.h"

#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>

namespace greenline {

namespace {

constexpr int checkWidth = 26; // of the box before its words

} // namespace

QLabel *pageTitle(const QString &title, QWidget *page)
{
    auto *label = new QLabel(title, page);
    label->setFont(strongFont(page->font()));
    label->setContentsMargins(0, 3 * metrics::grid, 0, 0);
    return label;
}

QLabel *pageNote(const QString &words, QWidget *page)
{
    auto *label = new QLabel(words, page);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(secondaryFont(page->font()));
    label->setProperty("secondary", true);
    label->setContentsMargins(checkWidth, 0, 0, 0);
    return label;
}

QHBoxLayout *pageRow(std::initializer_list<QWidget *> parts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * metrics::grid);
    for (QWidget *part : parts) {
        row->addWidget(part);
    }
    row->addStretch(1);
    return row;
}

QWidget *indented(QWidget *part)
{
    part->setContentsMargins(checkWidth, 0, 0, 0);
    return part;
}

} // namespace greenline
