#include "recordings.h"

#include "app/wire/agentcodec.h"
#include "app/wire/contactcodec.h"
#include "app/wire/inquirycodec.h"
#include "app/wire/messagecodec.h"
#include "app/wire/roomcodec.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recordings {

namespace {

const QString &root()
{
    static const QString folder = QStringLiteral(GREENLINE_FIXTURES "/recordings/");
    return folder;
}

QByteArray contents(const QString &file)
{
    QFile opened(root() + file);
    if (!opened.open(QIODevice::ReadOnly)) {
        qFatal("no such recording: %s", qPrintable(file));
    }
    return opened.readAll();
}

bool hasAll(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    return std::all_of(keys.begin(), keys.end(), [&object](QLatin1StringView key) { return object.contains(key); });
}

} // namespace

QStringList files(const QString &suffix)
{
    QStringList found;
    QDirIterator walk(root(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (path.endsWith(suffix) && !path.endsWith("twilio_outgoing.jsonl"_L1)) {
            found.append(path.mid(root().size()));
        }
    }
    found.sort();
    return found;
}

QList<Line> lines(const QString &file)
{
    QList<Line> all;
    const QList<QByteArray> rows = contents(file).split('\n');
    for (int row = 0; row < rows.size(); ++row) {
        const QJsonObject event = QJsonDocument::fromJson(rows.at(row)).object();
        if (!event.isEmpty()) {
            all.append({row, event.value("mark"_L1).toString(), event.value("dir"_L1).toString() == "<"_L1,
                        event.value("frame"_L1).toObject()});
        }
    }
    return all;
}

QList<QJsonValue> bodies(const QString &file)
{
    QList<QJsonValue> all;
    const QJsonArray exchanges = QJsonDocument::fromJson(contents(file)).array();
    for (const QJsonValue &exchange : exchanges) {
        all.append(exchange.toObject().value("response"_L1).toObject().value("body"_L1));
    }
    return all;
}

QList<QJsonValue> serverSide(const QString &file)
{
    if (file.endsWith(".json"_L1)) {
        return bodies(file);
    }
    QList<QJsonValue> all;
    for (const Line &line : lines(file)) {
        if (line.isFromServer) {
            all.append(line.frame);
        }
    }
    return all;
}

Kind kindOf(const QJsonObject &object)
{
    const bool isLivechat = object.value("t"_L1).toString() == "l"_L1;
    if (hasAll(object, {"rid"_L1, "msg"_L1, "ts"_L1})) {
        return Kind::Message;
    }
    if (hasAll(object, {"rid"_L1, "u"_L1, "unread"_L1})) {
        return isLivechat ? Kind::Subscription : Kind::None;
    }
    if (hasAll(object, {"rid"_L1, "status"_L1, "name"_L1})) {
        return Kind::Inquiry;
    }
    if (isLivechat && hasAll(object, {"fname"_L1, "v"_L1})) {
        return Kind::Room;
    }
    if (hasAll(object, {"username"_L1, "emails"_L1, "statusLivechat"_L1, "_id"_L1})) {
        return Kind::Agent;
    }
    if (hasAll(object, {"name"_L1, "showOnRegistration"_L1, "_id"_L1})) {
        return Kind::Department;
    }
    return hasAll(object, {"token"_L1, "username"_L1, "phone"_L1}) ? Kind::Visitor : Kind::None;
}

void eachDocument(const QJsonValue &value, const std::function<void(Kind, const QJsonObject &)> &visit)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            eachDocument(element, visit);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    if (const Kind kind = kindOf(object); kind != Kind::None) {
        visit(kind, object);
    }
    for (const QJsonValue &field : object) {
        eachDocument(field, visit);
    }
}

QString faultOf(Kind kind, const QJsonObject &object)
{
    using namespace greenline;
    const auto fault = [](const auto &result) { return result ? QString() : result.error().detail; };
    switch (kind) {
    case Kind::Message:
        return fault(decodeMessage(object));
    case Kind::Room:
        return fault(decodeRoom(object));
    case Kind::Subscription:
        return fault(decodeSubscription(object));
    case Kind::Inquiry:
        return fault(decodeInquiry(object));
    case Kind::Agent:
        return fault(decodeAgent(object));
    case Kind::Department:
        return fault(decodeDepartment(object));
    case Kind::Visitor:
        return fault(decodeContact(object));
    case Kind::None:
        break;
    }
    return u"no kind"_s;
}

} // namespace recordings
