#include "ui/words/optoutwords.h"

#include "ui/words/plainline.h"

#include <QCoreApplication>

namespace greenline {

namespace {

class OptOutWords
{
    Q_DECLARE_TR_FUNCTIONS(OptOutWords)
};

} // namespace

QString optOutReason(const Message &said)
{
    if (said.author == Message::Author::Customer) {
        return OptOutWords::tr("This customer opted out (%1). Texts are refused until they send START.")
            .arg(plainLine(said.text.trimmed().toUpper()));
    }
    return OptOutWords::tr("This customer opted out (STOP): a text to them was refused, and others will be until they "
                           "send START.");
}

} // namespace greenline
