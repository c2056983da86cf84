#include "ui/notify/sound.h"

#include "ui/notify/noticechoices.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto betweenSounds = 2'000ms;

QString findPlayer()
{
    for (const QString &player : {u"pw-play"_s, u"paplay"_s, u"aplay"_s}) {
        const QString found = QStandardPaths::findExecutable(player);
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

} // namespace

Sound::Sound(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

Sound::~Sound() = default;

void Sound::play(const QString &name)
{
    const auto now = m_clock.monotonic();
    if (m_playedAt && now - *m_playedAt < betweenSounds) {
        return;
    }
    m_playedAt = now;
    playNow(name);
}

void Sound::playNow(const QString &name)
{
    const QString player = findPlayer();
    const QString wav = player.isEmpty() ? QString() : file(name);
    if (wav.isEmpty()) {
        QApplication::beep();
        return;
    }
    auto *process = new QProcess(this);
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::finished, process, &QProcess::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QProcess::deleteLater);
    process->start(player, {wav});
}

QString Sound::file(const QString &name)
{
    if (!m_folder) {
        m_folder = std::make_unique<QTemporaryDir>();
    }
    const QString wav = (soundNames().contains(name) ? name : soundNames().first()) + ".wav"_L1;
    const QString copy = m_folder->filePath(wav);
    if (!QFile::exists(copy)) {
        QFile::copy(":/greenline/sounds/"_L1 + wav, copy);
    }
    return QFile::exists(copy) ? copy : QString();
}

} // namespace greenline
