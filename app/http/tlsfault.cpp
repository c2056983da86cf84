#include "app/http/tlsfault.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct TlsFaultName {
    QSslError::SslError fault;
    QLatin1StringView code;
};

// In the order in which they are named.
constexpr std::array tlsFaultNames{
    TlsFaultName{QSslError::CertificateExpired, "expired"_L1},
    TlsFaultName{QSslError::CertificateNotYetValid, "not-yet-valid"_L1},
    TlsFaultName{QSslError::HostNameMismatch, "wrong-host"_L1},
    TlsFaultName{QSslError::SelfSignedCertificate, "self-signed"_L1},
    TlsFaultName{QSslError::SelfSignedCertificateInChain, "self-signed"_L1},
    TlsFaultName{QSslError::CertificateRevoked, "revoked"_L1},
    TlsFaultName{QSslError::CertificateBlacklisted, "revoked"_L1},
};

} // namespace

Error tlsFault(const QList<QSslError> &faults)
{
    QStringList words;
    for (const QSslError &fault : faults) {
        if (!words.contains(fault.errorString())) {
            words.append(fault.errorString());
        }
    }
    const auto isPresent = [&faults](const TlsFaultName &name) {
        return std::any_of(faults.begin(), faults.end(),
                           [&name](const QSslError &fault) { return fault.error() == name.fault; });
    };
    const auto named = std::find_if(tlsFaultNames.begin(), tlsFaultNames.end(), isPresent);
    return {Error::Kind::Tls, words.join("; "_L1),
            QString(named != tlsFaultNames.end() ? named->code : "untrusted"_L1)};
}

} // namespace greenline
