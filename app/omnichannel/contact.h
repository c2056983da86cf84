#pragma once

#include "app/base/id.h"
#include "app/omnichannel/source.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace greenline {

/// A customer as the directory knows them: a visitor, and from 7.0 on the contact that visitors belong to
/// (rocketchat-wire.md 4.3).
struct Contact {
    VisitorId id = {};
    ContactId contact = {}; ///< Empty: read as a visitor.
    QString name = {};
    QString username = {};
    QStringList phones = {};
    QStringList emails = {};
    QHash<QString, QString> fields = {}; ///< Custom fields by id.
    Presence presence = Presence::Offline;
    bool operator==(const Contact &) const = default;
};

} // namespace greenline
