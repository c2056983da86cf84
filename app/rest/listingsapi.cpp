#include "app/rest/listingsapi.h"

#include "app/rest/answers.h"
#include "app/wire/roomcodec.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString closedSpan(const ListingRequest &request)
{
    QJsonObject span;
    if (request.closedFrom.isValid()) {
        span.insert(u"start"_s, request.closedFrom.toUTC().toString(Qt::ISODateWithMs));
    }
    if (request.closedUntil.isValid()) {
        span.insert(u"end"_s, request.closedUntil.toUTC().toString(Qt::ISODateWithMs));
    }
    return span.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(span).toJson(QJsonDocument::Compact));
}

Result<ListingPage> listingPage(const QJsonObject &answer)
{
    const Result<QJsonArray> rows = requiredList(answer, "rooms"_L1);
    if (!rows) {
        return rows.error();
    }
    ListingPage page;
    page.rooms = readableOf<Room>(*rows, decodeRoom);
    page.asked = static_cast<int>(rows->size());
    page.total = answer.value("total"_L1).toInt(page.asked);
    return page;
}

} // namespace

void ListingsApi::page(const ListingRequest &request, const Then<ListingPage> &then)
{
    RestCall call;
    call.path = u"livechat/rooms"_s;
    addQuery(call.query, u"open"_s, request.isOpen ? u"true"_s : u"false"_s);
    addQuery(call.query, u"sort"_s, request.isOpen ? u"{\"ts\":-1}"_s : u"{\"closedAt\":-1}"_s);
    addQuery(call.query, u"offset"_s, QString::number(request.offset));
    addQuery(call.query, u"count"_s, QString::number(request.count));
    if (!request.servedBy.isEmpty()) {
        addQuery(call.query, u"agents[]"_s, request.servedBy.value);
    }
    const QString span = closedSpan(request);
    if (!request.isOpen && !span.isEmpty()) {
        addQuery(call.query, u"closedAt"_s, span);
    }
    m_rest.send(call, decodedBy(m_rest, then, listingPage));
}

} // namespace greenline
