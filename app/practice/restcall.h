#pragma once

#include "app/practice/httpsite.h"
#include "app/practice/refusal.h"
#include "app/practice/release.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace greenline::practice {

/// One REST call on its way through a handler, which answers it now or later, once. The shapes of success and failure
/// are those of the release that is played (recordings 3.11.6 and 7.7.1).
class RestCall
{
public:
    HttpRequest request = {};
    QJsonObject body = {};
    QStringList captures = {}; ///< What stood for ":rid" and the like, in order.
    QString userId = {}; ///< Who asks; empty on anonymous routes without a sign-in.
    QString token = {};
    Release release = {};
    std::shared_ptr<HttpReply> reply = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};

    QString text(const QString &name) const { return body.value(name).toString(); }
    QString capture(qsizetype index = 0) const { return captures.value(index); }
    QString query(const QString &name) const { return request.queryValue(name); }
    bool isBefore(int major, int minor) const { return release < Release{major, minor}; }

    void answer(QJsonObject fields); ///< 200 with success:true.
    void answerBare(int status, const QJsonObject &fields); ///< Exactly this, dates as REST shows them.
    void answerText(int status, const QByteArray &type, const QByteArray &text);
    void fail(int status, const QString &error); ///< {"success":false,"error"}
    /// A Meteor.Error as the route's own code throws it: "reason [code]" with errorType.
    void refuse(const QString &code, const QString &reason = {}, const QJsonObject &details = {});
    void refuse(const Refusal &refusal);
    /// The same, but as old livechat routes spread it over the answer (3.11.6); refuse() from 5.0 on.
    void refuseSpread(const QString &code, const QString &reason = {}, const QJsonObject &details = {});
    void refuseSpread(const Refusal &refusal);
    void complain(const QString &complaint); ///< 400 of a closed schema.
    void unauthorized(); ///< 401
    void forbid(); ///< 403 of a permission that the route itself asks for.
    void notFound(); ///< What a server says to a route it does not have.

private:
    void send(int status, const QByteArray &type, const QByteArray &body);
};

using CallPtr = std::shared_ptr<RestCall>;

/// The rows [offset, offset+count) of a list as the server pages it; sort is not obeyed here.
void answerPage(RestCall &call, const QString &name, const QJsonArray &rows, int defaultCount = 50);

} // namespace greenline::practice
