#include "app/rest/answers.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int pageSize = 100; // the usual API_Upper_Count_Limit
constexpr int mostPages = 50;

struct PagedList {
    RestCall call;
    QLatin1StringView name;
    QJsonArray read;
    int pages = 0;
};

void sendPage(RestClient &rest, const PagedList &list, const Then<QJsonArray> &then)
{
    RestCall page = list.call;
    addQuery(page.query, u"count"_s, QString::number(pageSize));
    addQuery(page.query, u"offset"_s, QString::number(list.read.size()));
    rest.send(page, {&rest, [&rest, list, then](const Result<QJsonObject> &answer) {
                         if (!answer) {
                             then(answer.error());
                             return;
                         }
                         const Result<QJsonArray> rows = requiredList(*answer, list.name);
                         if (!rows) {
                             then(rows.error());
                             return;
                         }
                         PagedList next = list;
                         for (const QJsonValue &row : *rows) {
                             next.read.append(row);
                         }
                         ++next.pages;
                         // A server that does not page tells no total.
                         const bool isLast = rows->isEmpty() || next.read.size() >= answer->value("total"_L1).toInt()
                             || next.pages >= mostPages;
                         if (isLast) {
                             then(next.read);
                         } else {
                             sendPage(rest, next, then);
                         }
                     }});
}

} // namespace

Result<QJsonArray> requiredList(const QJsonObject &answer, QLatin1StringView key)
{
    const QJsonValue list = answer.value(key);
    return list.isArray() ? Result(list.toArray()) : Error{Error::Kind::Protocol, u"%1 is missing"_s.arg(key)};
}

void sendPages(RestClient &rest, const RestCall &call, QLatin1StringView list, const Then<QJsonArray> &then)
{
    sendPage(rest, {call, list, {}, 0}, then);
}

} // namespace greenline
