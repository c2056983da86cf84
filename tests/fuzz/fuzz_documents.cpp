// The codecs, from JSON as it comes over the wire.
#include "decodeall.h"
#include "fuzz.h"

#include <QJsonDocument>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::decodeAll(QJsonDocument::fromJson(fuzz::bytes(data, size)).object());
    return 0;
}
