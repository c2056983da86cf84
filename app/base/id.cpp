#include "app/base/id.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace greenline {

MessageId newMessageId()
{
    static constexpr QLatin1StringView alphabet("23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz");
    QString id(17, QChar(u'\0'));
    for (QChar &character : id) {
        character = alphabet.at(QRandomGenerator::system()->bounded(int(alphabet.size())));
    }
    return {id};
}

} // namespace greenline
