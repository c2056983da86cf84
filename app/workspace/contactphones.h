#pragma once

#include "app/base/then.h"
#include "app/rest/directoryapi.h"

#include <QHash>
#include <QObject>

namespace greenline {

/// The phones that the workspace knows of a customer, asked once for each while the program runs, for the route has a
/// limit.
class ContactPhones : public QObject
{
    Q_OBJECT
public:
    explicit ContactPhones(DirectoryApi &api, QObject *parent = nullptr)
        : QObject(parent)
        , m_api(api)
    {
    }
    void of(const VisitorId &visitor, const Then<QStringList> &then);

private:
    DirectoryApi &m_api;
    QHash<VisitorId, QStringList> m_known;
};

} // namespace greenline
