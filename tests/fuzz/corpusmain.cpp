// Ordinary builds have no libFuzzer: here every kept seed is tried once, as a test.
#include "fuzz.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    int tried = 0;
    QDirIterator walk(QString::fromLocal8Bit(argv[argc - 1]), QDir::Files);
    while (walk.hasNext()) {
        QFile seed(walk.next());
        if (!seed.open(QIODevice::ReadOnly)) {
            return EXIT_FAILURE;
        }
        const QByteArray bytes = seed.readAll();
        for (qsizetype size = bytes.size(); size >= 0;
             size = size > 64 ? size - 37 : size - 1) { // cut off anywhere, as on a broken line
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(size));
            ++tried;
        }
    }
    return tried > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
