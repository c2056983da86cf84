#pragma once

#include "app/secrets/secretstore.h"

#include <QHash>

namespace greenline {

/// Secrets for this session alone: on machines without a keyring, and for people who do not want to be remembered.
class MemoryStore : public SecretStore
{
public:
    void read(const QString &key, const Then<QString> &then) override;
    void write(const QString &key, const QString &secret, const Then<Done> &then) override;
    void remove(const QString &key, const Then<Done> &then) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace greenline
