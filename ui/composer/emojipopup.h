#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace greenline {

class EmojiList;

/// Emoji to choose from, by name or by eye; says what one would cost before it is written.
class EmojiPopup : public QFrame
{
    Q_OBJECT
public:
    explicit EmojiPopup(QWidget *window);

    using CostWords = std::function<QString(const QString &emoji)>; ///< Empty: it costs nothing more.
    void setCost(const CostWords &cost);
    void open(const QStringList &recent, const QWidget &above);

Q_SIGNALS:
    void chosen(const QString &emoji);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void filter();
    void describe();
    void choose();
    bool handleKey(int key);
    void step(int by);

    EmojiList *m_emoji;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_about;
    CostWords m_cost;
    QStringList m_recent;
};

} // namespace greenline
