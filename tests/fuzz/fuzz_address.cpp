// What people type and paste as the workspace's address.
#include "fuzz.h"

#include "app/workspace/workspaceprobe.h"

using namespace Qt::StringLiterals;
using namespace greenline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::optional<QUrl> address = workspaceAddress(fuzz::text(data, size));
    if (!address) {
        return 0;
    }
    fuzz::demand(address->isValid() && !address->host().isEmpty());
    fuzz::demand(address->scheme() == "https"_L1 || address->scheme() == "http"_L1);
    fuzz::demand(address->userInfo().isEmpty() && !address->path().endsWith(u'/'));
    fuzz::demand(address->query().isEmpty() && address->fragment().isEmpty());
    fuzz::demand(workspaceAddress(address->toString()) == address); // what is shown can be typed again
    return 0;
}
