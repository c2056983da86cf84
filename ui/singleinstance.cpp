#include "ui/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int mostTries = 30;
constexpr auto betweenTries = 100ms;
constexpr auto answerPatience = 3s;
constexpr char heard[] = "raised";

/// Short, for a socket's path may have 107 bytes only; and without the profile's name in it.
QString instanceFile(const QString &profile)
{
    const QByteArray hash = QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/greenline-"_L1
        + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &profile, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_socket(instanceFile(profile) + ".socket"_L1)
    , m_lock(instanceFile(profile) + ".lock"_L1)
{
    m_lock.setStaleLockTime(0); // stale when its process is gone, never by age: a shift is long
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection()) {
            connect(other, &QLocalSocket::disconnected, other, &QLocalSocket::deleteLater);
            Q_EMIT raiseRequested();
            other->write(heard); // a connection alone says nothing: the system accepts it for whoever hangs, too
        }
    });
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock() && m_lock.error() == QLockFile::LockFailedError) {
        return false;
    }
    // Without a lock file (no runtime folder) two consoles at once are better than none.
    QLocalServer::removeServer(m_socket); // left by one that was killed
    m_server.listen(m_socket);
    return true;
}

void SingleInstance::askFirst(const Then<Done> &then)
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::readyRead, this, [socket, then] {
        socket->disconnect();
        socket->deleteLater();
        then(Done());
    });
    m_clock.after(answerPatience, socket, [socket, then] {
        socket->disconnect();
        socket->deleteLater();
        then(Error{Error::Kind::Timeout, u"the first does not answer"_s});
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [this, socket, then] {
        socket->disconnect();
        socket->deleteLater();
        if (++m_tries >= mostTries) {
            then(Error{Error::Kind::Timeout, socket->errorString()});
            return;
        }
        m_clock.after(betweenTries, this, [this, then] { askFirst(then); });
    });
    socket->connectToServer(m_socket);
}

} // namespace greenline
