#include "app/http/statuskind.h"

namespace greenline {

Error::Kind kindByStatus(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 429:
        return Error::Kind::RateLimited;
    default:
        break;
    }
    if (status >= 500) {
        return Error::Kind::Network;
    }
    return status < 300 || status >= 400 ? Error::Kind::Rejected : Error::Kind::Protocol;
}

} // namespace greenline
