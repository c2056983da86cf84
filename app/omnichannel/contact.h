#pragma once

#include "app/base/id.h"
#include "app/omnichannel/source.h"

#include <QString>
#include <QStringList>

namespace greenline {

/// A customer as the directory knows them (visitors.info; rocketchat-wire.md 4.3).
struct Contact {
    VisitorId id = {};
    QString name = {};
    QString username = {};
    QStringList phones = {};
    QStringList emails = {};
    Presence presence = Presence::Offline;
    bool operator==(const Contact &) const = default;
};

} // namespace greenline
