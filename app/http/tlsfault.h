#pragma once

#include "app/base/result.h"

#include <QList>
#include <QSslError>

namespace greenline {

/// The Tls error of a refused connection. Of several faults the code names the one that a person can do most about:
/// "expired", "not-yet-valid", "wrong-host", "self-signed", "revoked", else "untrusted"; the detail has all of them in
/// OpenSSL's words.
Error tlsFault(const QList<QSslError> &faults);

} // namespace greenline
