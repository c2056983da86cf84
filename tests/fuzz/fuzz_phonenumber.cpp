// Phone numbers in any spelling, from servers and from people.
#include "fuzz.h"

#include "app/sms/phonenumber.h"

using namespace greenline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    fuzz::demand(isSameNumber(text, text));
    fuzz::demand(displayNumber(text).isEmpty() == text.isEmpty());
    const std::optional<PhoneNumber> number = parsePhoneNumber(text);
    if (number) {
        fuzz::demand(number->e164.startsWith(u'+') && digitsOf(number->e164).size() == number->e164.size() - 1);
        fuzz::demand(number->e164.size() <= 18 && !number->display.isEmpty());
    }
    return 0;
}
