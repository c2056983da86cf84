#pragma once

#include "app/base/result.h"
#include "app/omnichannel/contact.h"
#include "app/omnichannel/customfield.h"

#include <QJsonObject>

namespace greenline {

Result<Contact> decodeContact(const QJsonObject &object); ///< visitors.info `visitor`, with its custom fields.
Result<Contact> decodeKnownContact(const QJsonObject &object); ///< contacts.get `contact`.
Result<CustomField> decodeCustomField(const QJsonObject &object); ///< An element of livechat/custom-fields.
QHash<QString, QString> decodeFieldValues(const QJsonValue &object); ///< livechatData, customFields.

} // namespace greenline
