#pragma once

#include "app/practice/refusal.h"

#include <QJsonObject>

namespace greenline::practice {

class State;

/// What room.saveInfo and livechat:saveInfo do: name, e-mail and custom fields of the visitor; topic, tags and custom
/// fields of the room. A phone is ignored, for the room lives by it. What is empty changes nothing, and custom fields
/// must be those of the workspace. error-invalid-room, error-not-allowed, error-invalid-custom-field-value.
Refused saveCustomerInfo(State &state, const QString &userId, const QJsonObject &guest, const QJsonObject &given);

/// What contacts.update does: lists and custom fields replace those that were there, and the conversations of the
/// contact take its name. Answers the contact.
Outcome<QJsonObject> updateContact(State &state, const QJsonObject &change);

} // namespace greenline::practice
