#include "ui/check/checkcommand.h"

#include "app/practice/practicesignals.h"
#include "app/secrets/keychainstore.h"
#include "app/storage/accountfile.h"
#include "app/storage/settingsfile.h"
#include "ui/check/checkrun.h"
#include "ui/wizard/checkreport.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int couldNotTell = 3;

/// What is closed when the program starts (">&-") would be the first file or socket that it opens, and be printed into.
/// What is put in its place cannot be written, which is then told; messages alone may get lost.
void fillStandardChannels()
{
    constexpr int modes[]{O_RDONLY, O_RDONLY, O_WRONLY};
    for (int handle = STDIN_FILENO; handle <= STDERR_FILENO; ++handle) {
        if (::fcntl(handle, F_GETFD) < 0 && ::open("/dev/null", modes[handle]) != handle) { // the lowest that is free
            return;
        }
    }
}

QByteArray writingTrouble(int number)
{
    return number == EBADF ? QByteArray("standard output is closed") : QByteArray(std::strerror(number));
}

bool printTo(std::FILE *stream, const QByteArray &text)
{
    const auto size = static_cast<size_t>(text.size());
    return std::fwrite(text.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

/// An answer that nobody gets is none: a script that reads half of it must not take it for the whole. Where a reader
/// has left (`| head`), nobody is told, as is usual; but the end is one of ours and no signal's, which would say
/// nothing.
int endWith(const QByteArray &answer, int status)
{
    if (printTo(stdout, answer)) {
        return status;
    }
    if (const int number = errno; number != EPIPE) {
        printTo(stderr, "greenline check: the report could not be written: " + writingTrouble(number) + '\n');
    }
    return couldNotTell;
}

int answerUsage(const CheckUsage &usage)
{
    if (!usage.isComplaint) {
        return endWith(usage.text.toUtf8(), 0);
    }
    printTo(stderr, usage.text.toUtf8());
    if (!usage.wantsJson) {
        return couldNotTell;
    }
    const QJsonObject failure = checkFailure(usage.reason, {}, SystemClock().now());
    return endWith(QJsonDocument(failure).toJson(QJsonDocument::Compact) + '\n', couldNotTell);
}

/// How far it is, on one line that goes away, where somebody looks on.
void showProgress(int done, int of)
{
    if (::isatty(STDERR_FILENO) != 0) {
        printTo(stderr, done == of ? QByteArray("\r\033[K") : u"\rChecked %1 of %2"_s.arg(done).arg(of).toUtf8());
    }
}

int carryOut(const CheckRequest &request)
{
    const ProfilePaths paths = profilePaths(request.profile);
    SystemClock clock;
    KeychainStore secrets(paths.keyringService);
    AccountFile accounts(paths.accounts);
    if (const Status loaded = accounts.load(); !loaded) {
        printTo(stderr, u"greenline check: %1\n"_s.arg(loaded.error().detail).toUtf8());
    }
    SettingsFile settings(paths.settings);
    Terminal terminal;
    CheckRun run(request, {clock, secrets, accounts, settings, terminal, QProcessEnvironment::systemEnvironment()});
    QObject::connect(&run, &CheckRun::progressed, &run, &showProgress);
    const practice::PracticeSignals interrupted([&run] { run.stop(); });
    // Once the loop runs, for an exit before it is none.
    QMetaObject::invokeMethod(
        &run,
        [&run] {
            run.start({&run, [](const Result<CheckRun::Answer> &answer) {
                           if (!answer->complaint.isEmpty()) {
                               printTo(stderr, u"greenline check: %1\n"_s.arg(answer->complaint).toUtf8());
                           }
                           QCoreApplication::exit(endWith(answer->text, answer->status));
                       }});
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runCheckCommand(const QStringList &arguments)
{
    fillStandardChannels();
    std::signal(SIGPIPE, SIG_IGN);
    // The application wants to see one argument for as long as it lives.
    static char name[] = "greenline";
    static char *argv[] = {name, nullptr};
    static int argc = 1;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"greenline"_s);

    const auto parsed = parseCheckRequest(arguments.mid(2));
    if (const auto *usage = std::get_if<CheckUsage>(&parsed)) {
        return answerUsage(*usage);
    }
    return carryOut(std::get<CheckRequest>(parsed));
}

} // namespace greenline
