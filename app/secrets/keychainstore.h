#pragma once

#include "app/secrets/secretstore.h"

namespace greenline {

/// Secrets in the desktop keyring. Never falls back to a plain file. A locked keyring may ask the person to unlock it,
/// and the answer comes when they have, however long that takes.
class KeychainStore : public SecretStore
{
public:
    /// service: the program's name in the keyring, another for each profile.
    explicit KeychainStore(const QString &service);

    void read(const QString &key, const Then<QString> &then) override;
    void write(const QString &key, const QString &secret, const Then<Done> &then) override;
    void remove(const QString &key, const Then<Done> &then) override; ///< Done also when there was none.

private:
    QString m_service;
};

} // namespace greenline
