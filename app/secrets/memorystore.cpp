#include "app/secrets/memorystore.h"

using namespace Qt::StringLiterals;

namespace greenline {

void MemoryStore::read(const QString &key, const Then<QString> &then)
{
    const auto secret = m_secrets.constFind(key);
    if (secret == m_secrets.constEnd()) {
        then(Error{.kind = Error::Kind::NotFound, .detail = u"not in memory"_s});
        return;
    }
    then(QString(*secret));
}

void MemoryStore::write(const QString &key, const QString &secret, const Then<Done> &then)
{
    m_secrets.insert(key, secret);
    then(Done());
}

void MemoryStore::remove(const QString &key, const Then<Done> &then)
{
    m_secrets.remove(key);
    then(Done());
}

} // namespace greenline
