#pragma once

#include "app/base/clock.h"
#include "app/storage/notesdb.h"
#include "app/workspace/customers.h"

#include <QObject>
#include <QSet>

namespace greenline {

/// What agents note about customers, never sent to them. The workspace keeps it when it has a custom field "notes";
/// otherwise only this computer does. What is typed is written down here within a second either way.
class CustomerNotes : public QObject
{
    Q_OBJECT
public:
    enum class Home { Unknown, Customer, Conversation, ThisComputer };
    CustomerNotes(NotesDb &file, Customers &customers, Clock &clock, QObject *parent = nullptr);
    ~CustomerNotes() override; ///< Writes down what it has not yet.
    Status load();

    Home home() const;
    QString text(const CustomerKey &key) const; ///< What was typed last, else what the workspace has.
    bool isUnsaved(const CustomerKey &key) const; ///< The workspace should have it and has not.
    void set(const CustomerKey &key, const QString &text);
    void save(const CustomerKey &key, const Then<FactSaved> &then); ///< In the workspace.
    void keepMine(const CustomerKey &key, const QString &theirs); ///< The next save writes over theirs.
    void takeTheirs(const CustomerKey &key);
    void flush();

Q_SIGNALS:
    void storageFailed(const greenline::Error &error);

private:
    const CustomField *field() const;
    CustomerFact fact() const;
    QString subject(const CustomerKey &key) const;
    QString workspaceText(const CustomerKey &key) const;
    void touch(const QString &subject);

    NotesDb &m_file;
    Customers &m_customers;
    QHash<QString, KeptNote> m_kept;
    QSet<QString> m_unwritten;
    Alarm m_alarm;
};

} // namespace greenline
