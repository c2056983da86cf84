#pragma once

#include "ui/export/exportdialog.h"
#include "ui/words/errortext.h"

#include <QObject>
#include <QPointer>

class QAction;
class QToolButton;

namespace greenline {

class Clock;
class ConversationView;
class Session;

/// Exports the open conversation: asks in which form and where to, reads all of it, hides what is to be hidden, and
/// writes the file in one go.
class Exporter : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationView &view;
        ProblemBar &problem;
        Clock &clock;
        QWidget &window;
        QAction &action;
    };
    explicit Exporter(const Needs &needs, QObject *parent = nullptr);
    void ask();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addButton();
    void askWhere();
    void readInto(const QString &file);
    void write(const QString &file, const QList<Message> &messages);
    QByteArray bytesOf(const QList<Message> &messages) const;

    Needs m_needs;
    QToolButton *m_button;
    QPointer<ExportDialog> m_dialog;
    Conversation m_conversation; // as it was when asked
    QString m_folder; // of the last one
};

} // namespace greenline
