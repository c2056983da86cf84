#include "app/omnichannel/customfield.h"

#include <QRegularExpression>

namespace greenline {

bool fits(const CustomField &field, const QString &value)
{
    if (value.trimmed().isEmpty()) {
        return !field.isRequired;
    }
    if (!field.choices.isEmpty()) {
        return field.choices.contains(value);
    }
    const QRegularExpression pattern(field.pattern);
    return field.pattern.isEmpty() || !pattern.isValid() || pattern.match(value).hasMatch();
}

} // namespace greenline
