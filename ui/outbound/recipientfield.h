#pragma once

#include "app/omnichannel/contact.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace greenline {

/// To whom: a number that is typed, or somebody found by name or number.
class RecipientField : public QWidget
{
    Q_OBJECT
public:
    static constexpr int shortestSearch = 2; ///< So many letters find somebody.

    explicit RecipientField(QWidget *parent = nullptr);
    QString typed() const; ///< Without blanks around it.
    void setTyped(const QString &typed); ///< As if somebody typed it.
    QString number() const { return m_number; } ///< E.164; empty: nobody yet.
    QString shown() const; ///< Who it is, for a sentence.
    void setContacts(const QList<Contact> &contacts); ///< That fit what is typed.
    void tellNotSearched(const QString &why);

Q_SIGNALS:
    void typedChanged(const QString &typed); ///< What was found before is gone.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onTyped();
    void choose(QListWidgetItem *item);
    void showHint(const QString &hint);
    QString hint() const;

    QLineEdit *m_edit;
    QLabel *m_hint;
    QListWidget *m_found;
    QString m_number;
    QString m_name; // of who was chosen
};

} // namespace greenline
