#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

namespace greenline::test {

/// Certificates made by openssl for one test run.
class Certificates
{
public:
    /// Self-signed, for an address ("IP:127.0.0.1", "DNS:other.example"), good for so many days from now; below 0 it
    /// has expired.
    QSslConfiguration make(const QString &name, const QString &address, int days) const
    {
        const QString key = m_folder.filePath(name + QStringLiteral(".key"));
        const QString made = m_folder.filePath(name + QStringLiteral(".pem"));
        const QString dated = m_folder.filePath(name + QStringLiteral(".dated.pem"));
        run(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 9 -subj /CN=greenline -addext subjectAltName=%1 "
                           "-keyout %2 -out %3")
                .arg(address, key, made));
        // Only this command takes days that have gone by. -clrext is not given, so the address stays in.
        run(QStringLiteral("x509 -in %1 -signkey %2 -days %3 -out %4").arg(made, key, QString::number(days), dated));
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate::fromPath(dated).value(0));
        QFile keyFile(key);
        if (keyFile.open(QIODevice::ReadOnly)) {
            configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        }
        return configuration;
    }

    static bool canBeMade() { return QProcess::execute(QStringLiteral("openssl"), {QStringLiteral("version")}) == 0; }

    static QSslServer *server(const QSslConfiguration &configuration)
    {
        auto *made = new QSslServer;
        made->setSslConfiguration(configuration);
        return made;
    }

private:
    static void run(const QString &arguments)
    {
        QProcess openssl;
        openssl.setStandardErrorFile(QProcess::nullDevice());
        openssl.start(QStringLiteral("openssl"), arguments.split(u' '));
        openssl.waitForFinished();
    }

    QTemporaryDir m_folder;
};

} // namespace greenline::test
