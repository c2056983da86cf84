#include "app/secrets/keychainstore.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// QtKeychain 0.13 with libsecret says "entry not found" of a locked keyring as of an empty one, "access denied" when
/// writing to a locked one, and "other error" when there is no session bus, no secret service or no libsecret.
Error keychainError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.kind = Error::Kind::NotFound, .detail = job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.kind = Error::Kind::Keychain, .detail = job.errorString(), .code = u"locked"_s};
    default:
        return {.kind = Error::Kind::Keychain, .detail = job.errorString(), .code = u"unavailable"_s};
    }
}

Status keychainStatus(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError) {
        return Done();
    }
    return keychainError(job);
}

/// Jobs delete themselves once they have finished.
void startKeychainJob(QKeychain::Job *job, const QString &key)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
}

} // namespace

KeychainStore::KeychainStore(const QString &service)
    : m_service(service)
{
}

void KeychainStore::read(const QString &key, const Then<QString> &then)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, then] {
        const Status read = keychainStatus(*job);
        then(read ? Result<QString>(job->textData()) : Result<QString>(read.error()));
    });
    startKeychainJob(job, key);
}

void KeychainStore::write(const QString &key, const QString &secret, const Then<Done> &then)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, then] { then(keychainStatus(*job)); });
    startKeychainJob(job, key);
}

void KeychainStore::remove(const QString &key, const Then<Done> &then)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, then] {
        const bool hadNone = job->error() == QKeychain::EntryNotFound;
        then(hadNone ? Status(Done()) : keychainStatus(*job));
    });
    startKeychainJob(job, key);
}

} // namespace greenline
