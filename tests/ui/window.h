#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QTest>
#include <QWidget>

#include <algorithm>

/// Finds what a person would look for, by accessible name or by words.
template <typename Widget>
Widget *named(const QWidget &parent, const QString &name)
{
    const QList<Widget *> all = parent.findChildren<Widget *>();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [&name](const Widget *one) { return one->accessibleName() == name; });
    return found == all.cend() ? nullptr : *found;
}

inline QAbstractButton *button(const QWidget &parent, const QString &words)
{
    const QList<QAbstractButton *> all = parent.findChildren<QAbstractButton *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&words](const QAbstractButton *one) {
        return one->isVisibleTo(one->window()) && (one->text() == words || one->accessibleName() == words);
    });
    return found == all.cend() ? nullptr : *found;
}

inline void clickRow(QAbstractItemView &list, int row)
{
    const QModelIndex index = list.model()->index(row, 0);
    list.scrollTo(index);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
}

inline bool says(const QWidget &parent, const QString &part)
{
    const QList<QLabel *> all = parent.findChildren<QLabel *>();
    return std::any_of(all.cbegin(), all.cend(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}
