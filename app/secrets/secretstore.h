#pragma once

#include "app/base/then.h"

#include <QString>

namespace greenline {

/// Where secrets live. Keys name the account; values are never logged.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// NotFound when there is none; a locked keyring says NotFound too, so the account file remembers that one was
    /// stored.
    virtual void read(const QString &key, const Then<QString> &then) = 0;
    virtual void write(const QString &key, const QString &secret, const Then<Done> &then)
        = 0; ///< Keychain error: no keyring, locked, refused.
    virtual void remove(const QString &key, const Then<Done> &then) = 0;
};

} // namespace greenline
