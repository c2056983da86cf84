#include "app/workspace/contactphones.h"

namespace greenline {

void ContactPhones::of(const VisitorId &visitor, const Then<QStringList> &then)
{
    const auto known = m_known.constFind(visitor);
    if (known != m_known.constEnd()) {
        then(QStringList(*known));
        return;
    }
    m_api.visitor(visitor, {this, [this, visitor, then](const Result<Contact> &contact) {
                                if (!contact) {
                                    then(contact.error());
                                    return;
                                }
                                m_known.insert(visitor, contact->phones);
                                then(contact->phones);
                            }});
}

} // namespace greenline
