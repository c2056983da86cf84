#pragma once

#include "ui/composer/cannedlist.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace greenline {

class CannedPreview;

/// Canned responses to choose from, over the reply: a list, the chosen one in full with what it costs, and where they
/// come from. The caret stays in the reply; keys are passed on to it.
class CannedPopup : public QFrame
{
    Q_OBJECT
public:
    explicit CannedPopup(QWidget *window);

    void setSource(const QString &words); ///< Where the list comes from, or why it is empty.
    void show(const QList<CannedEntry> &entries, const QWidget &above);
    bool handleKey(int key); ///< True: it was meant for the list.

Q_SIGNALS:
    void chosen(const greenline::CannedEntry &entry);
    void dismissed();
    void snippetsRequested();

private:
    void build();
    void choose();
    void step(int by);
    void preview();
    void place(const QWidget &above);

    CannedList *m_entries;
    QListView *m_list;
    CannedPreview *m_preview;
    QLabel *m_source;
    QPushButton *m_snippets;
};

} // namespace greenline
