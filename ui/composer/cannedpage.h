#pragma once

#include "ui/composer/cannedlist.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace greenline {

class CannedPreview;

/// Canned responses beside the conversation: a filter, the list, and the chosen one as it would be written. Enter or a
/// double click asks for it to be written.
class CannedPage : public QWidget
{
    Q_OBJECT
public:
    explicit CannedPage(QWidget *parent = nullptr);
    void setSource(const QString &words); ///< Where the list comes from, or why it is empty.
    void setEntries(const QList<CannedEntry> &entries); ///< What was chosen stays chosen.

Q_SIGNALS:
    void chosen(const greenline::CannedEntry &entry);
    void snippetsRequested();
    void shown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fill();
    void choose();
    void preview();
    bool handleKey(const QObject *watched, int key);

    QList<CannedEntry> m_all;
    CannedList *m_entries;
    QLineEdit *m_filter;
    QListView *m_list;
    CannedPreview *m_preview;
    QLabel *m_source;
    QPushButton *m_write;
    QPushButton *m_snippets;
};

} // namespace greenline
