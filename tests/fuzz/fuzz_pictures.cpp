// Pictures as agents attach them. The first byte says what one is called.
#include "fuzz.h"

#include "app/workspace/picturecleaner.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace greenline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array names{QString(),      u"image/jpeg"_s,    u"image/png"_s,  u"image/webp"_s,
                                  u"image/gif"_s, u"image/tiff"_s,    u"image/heif"_s, u"image/avif"_s,
                                  u"image/bmp"_s, u"image/svg+xml"_s, u"text/plain"_s};
    if (size == 0) {
        return 0;
    }
    const QString &name = names.at(data[0] % names.size());
    const Result<QByteArray> clean = cleanedPicture(fuzz::bytes(data + 1, size - 1), name);
    if (!clean) {
        const QString code = clean.error().code;
        fuzz::demand(code == "damaged-picture"_L1 || code == "uncleanable-picture"_L1);
        return 0;
    }
    const Result<QByteArray> again = cleanedPicture(*clean, name);
    fuzz::demand(again && *again == *clean); // nothing was left, and it is still what it was
    return 0;
}
