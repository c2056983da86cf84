#include "app/practice/practicecommand.h"
#include "app/practice/practicesignals.h"
#include "app/sms/phonenumber.h"
#include "ui/appcontext.h"
#include "ui/check/checkcommand.h"
#include "ui/singleinstance.h"
#include "ui/theme/scrollaccess.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ours also in English, for the plural forms; Qt's own for what its dialogues say.
void loadTranslations(QTranslator &ours, QTranslator &qts)
{
    if (ours.load(QLocale(), u"greenline"_s, u"_"_s, u":/i18n"_s) || ours.load(u":/i18n/greenline_en.qm"_s)) {
        QCoreApplication::installTranslator(&ours);
    }
    if (qts.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qts);
    }
}

QStringList argumentsOf(int count, char *values[])
{
    QStringList arguments;
    for (int place = 0; place < count; ++place) {
        arguments.append(QString::fromLocal8Bit(values[place]));
    }
    return arguments;
}

int answerOnTerminal(const greenline::CommandAnswer &answer)
{
    std::fputs(qPrintable(answer.text), answer.status == 0 ? stdout : stderr);
    return answer.status;
}

} // namespace

int main(int argc, char *argv[])
{
    const QStringList arguments = argumentsOf(argc, argv);
    if (arguments.value(1) == "practice"_L1) {
        return greenline::practice::runPracticeCommand(arguments);
    }
    if (arguments.value(1) == "check"_L1) {
        return greenline::runCheckCommand(arguments);
    }
    const auto parsed = greenline::parseCommandLine(arguments.mid(1));
    if (const auto *answer = std::get_if<greenline::CommandAnswer>(&parsed)) {
        return answerOnTerminal(*answer);
    }
    const auto &options = std::get<greenline::CommandLine>(parsed);

    // Beside the start of Qt, for the first row painted needs them.
    const std::future<void> rules = std::async(std::launch::async, greenline::loadPhoneNumberRules);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"greenline"_s);
    QApplication::setApplicationVersion(QStringLiteral(GREENLINE_VERSION));
    QApplication::setDesktopFileName(u"chat.greenline.Greenline"_s);
    greenline::installScrollAccess();
    QTranslator ours;
    QTranslator qts;
    loadTranslations(ours, qts);

    const greenline::ProfilePaths paths = greenline::profilePaths(options.profile);
    greenline::SystemClock clock;
    greenline::SingleInstance instance(options.isPractice ? paths.settings + u'+' : paths.settings, clock);
    if (!instance.claim()) {
        // Once the loop runs, for the answer may come at once, and an exit before the loop is none.
        clock.after(0ms, &instance, [&instance] {
            instance.askFirst({&instance, [](const greenline::Status &raised) {
                                   if (!raised) {
                                       std::fputs("greenline: it is running already, and does not answer\n", stderr);
                                   }
                                   QCoreApplication::exit(raised ? 0 : 1);
                               }});
        });
        return QApplication::exec();
    }
    greenline::AppContext context(options, paths, application);
    QObject::connect(&instance, &greenline::SingleInstance::raiseRequested, &context,
                     &greenline::AppContext::bringToFront);
    const greenline::practice::PracticeSignals ending([&context] { context.quitNow(); });
    context.start();
    return QApplication::exec();
}
