#include "app/practice/twilioroutes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

struct TwilioPage {
    QJsonArray elements = {};
    int number = 0;
    int size = 0;
    QString next = {}; ///< Path and query; empty: this was the last.
};

QString withoutPaging(const HttpRequest &request)
{
    Fields kept;
    for (const auto &field : request.query) {
        if (field.first != "Page"_L1 && field.first != "PageToken"_L1 && field.first != "PageSize"_L1) {
            kept.append(field);
        }
    }
    return QString::fromLatin1(formEncoded(kept));
}

/// Page without PageToken is no offset (twilio.md 7).
TwilioPage cut(const TwilioCall &call, const QList<QJsonObject> &all)
{
    const int asked = call.request.queryValue(u"PageSize"_s).toInt();
    TwilioPage page;
    page.size = qMin(asked > 0 ? asked : 50, call.state.scene.pageSize);
    const bool isFollowed = !call.request.queryValue(u"PageToken"_s).isEmpty();
    page.number = isFollowed ? call.request.queryValue(u"Page"_s).toInt() : 0;
    const qsizetype first = qMin(qsizetype(page.number) * page.size, all.size());
    const qsizetype end = qMin(first + page.size, all.size());
    for (const QJsonObject &element : all.mid(first, end - first)) {
        page.elements.append(element);
    }
    if (end < all.size()) {
        const QString filters = withoutPaging(call.request);
        page.next = call.request.path
            + u"?%1PageSize=%2&Page=%3&PageToken=PA%4"_s.arg(filters.isEmpty() ? QString() : filters + u'&')
                  .arg(page.size)
                  .arg(page.number + 1)
                  .arg(all.at(end - 1).value("sid"_L1).toString());
    }
    return page;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

HttpAnswer apiPage(const TwilioCall &call, const QString &key, const QList<QJsonObject> &all)
{
    const TwilioPage page = cut(call, all);
    const int first = page.number * page.size;
    return twilioDocument({{key, page.elements},
                           {u"page"_s, page.number},
                           {u"page_size"_s, page.size},
                           {u"start"_s, first},
                           {u"end"_s, first + qMax(0, int(page.elements.size()) - 1)},
                           {u"uri"_s, QString::fromLatin1(call.request.target)},
                           {u"first_page_uri"_s, call.request.path + u"?PageSize=%1&Page=0"_s.arg(page.size)},
                           {u"previous_page_uri"_s, QJsonValue::Null},
                           {u"next_page_uri"_s, orNull(page.next)}});
}

HttpAnswer hostPage(const TwilioCall &call, const QString &host, const QString &key, const QList<QJsonObject> &all)
{
    const TwilioPage page = cut(call, all);
    const QString origin = u"https://"_s + host;
    const QJsonObject meta{{u"page"_s, page.number},
                           {u"page_size"_s, page.size},
                           {u"first_page_url"_s, origin + call.request.path + u"?PageSize=%1&Page=0"_s.arg(page.size)},
                           {u"previous_page_url"_s, QJsonValue::Null},
                           {u"next_page_url"_s, orNull(page.next.isEmpty() ? QString() : origin + page.next)},
                           {u"url"_s, origin + QString::fromLatin1(call.request.target)},
                           {u"key"_s, key}};
    return twilioDocument({{u"meta"_s, meta}, {key, page.elements}});
}

} // namespace greenline::practice
