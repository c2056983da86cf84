#pragma once

#include "app/omnichannel/conversation.h"
#include "app/rest/contactsapi.h"
#include "ui/customer/factedit.h"

#include <QWidget>

#include <utility>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace greenline {

class AgentStore;
class TagChips;

/// What is known of a customer and of the conversation; name, e-mail and custom fields can be changed in place.
class DetailsPage : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPage(AgentStore &agent, QWidget *parent = nullptr);
    void setConversation(const Conversation &conversation);
    void setNow(const QDateTime &now); ///< For the customer's local time.
    void setPhones(const QStringList &phones); ///< All that the workspace has of the customer.
    void setNotice(const QString &notice); ///< What could not be read; empty: nothing.

    using Facts = std::vector<std::pair<CustomerFact, FactEdit *>>;
    const Facts &facts() const { return m_facts; }
    FactEdit *factEdit(const CustomerFact &fact) const;
    void setFields(const QList<CustomField> &fields); ///< The workspace's own, below the e-mail.

Q_SIGNALS:
    void saveRequested(const greenline::CustomerFact &fact);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A caption and below it what it says; both hidden while there is nothing to say.
    struct Field {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    void build();
    void addFact(QVBoxLayout *column, const CustomerFact &fact, const QString &caption, const QString &name);
    Field addField(QVBoxLayout *column, const QString &caption);
    void addPhone(QVBoxLayout *column);
    void fill(const Field &field, const QString &text);
    void showConversation();
    void showPhone();
    void copyPhone();
    void setFonts();
    void drawGlyphs();

    AgentStore &m_agent;
    Conversation m_conversation;
    QDateTime m_now;
    QStringList m_phones;
    QList<CustomField> m_fields;
    Facts m_facts;
    QLabel *m_notice = nullptr;
    Field m_phone;
    QLabel *m_place = nullptr;
    QToolButton *m_copy = nullptr;
    Field m_otherPhones;
    QVBoxLayout *m_custom = nullptr;
    Field m_department;
    Field m_tags;
    TagChips *m_chips = nullptr;
    Field m_ourNumber;
    Field m_servedBy;
    Field m_started;
    QList<QLabel *> m_captions;
};

} // namespace greenline
