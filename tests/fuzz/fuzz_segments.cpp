// The segment counter, at every key press.
#include "fuzz.h"

#include "app/sms/segments.h"

using namespace greenline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    const SegmentCount count = countSegments(text);
    const bool isGsm7 = count.encoding == SegmentCount::Encoding::Gsm7;
    fuzz::demand((count.segments == 0) == text.isEmpty());
    fuzz::demand(count.units >= text.size() && count.units <= count.capacity);
    fuzz::demand(isGsm7 == count.costly.isEmpty());
    fuzz::demand(isGsm7 || (count.units == text.size() && text.contains(count.costly)));
    const QString plain = withPlainCharacters(text);
    fuzz::demand(withPlainCharacters(plain) == plain);
    fuzz::demand(!isGsm7 || countSegments(plain).encoding == SegmentCount::Encoding::Gsm7);
    return 0;
}
