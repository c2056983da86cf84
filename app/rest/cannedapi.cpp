#include "app/rest/cannedapi.h"

#include "app/rest/answers.h"
#include "app/wire/cannedcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

void CannedApi::all(const Then<QList<CannedResponse>> &then)
{
    RestCall call;
    call.path = u"canned-responses.get"_s;
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return readableOf<CannedResponse>(requiredList(answer, "responses"_L1), decodeCannedResponse);
                }));
}

} // namespace greenline
