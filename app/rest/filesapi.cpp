#include "app/rest/filesapi.h"

#include "app/rest/answers.h"
#include "app/rest/messagesapi.h"
#include "app/rest/publicsettings.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

/// Of silence: the server works on the file, and waits for the provider, before it answers.
constexpr auto filePatience = 65'000ms;

constexpr auto enabledSetting = "FileUpload_Enabled"_L1;
constexpr auto sizeSetting = "FileUpload_MaxFileSize"_L1;
constexpr auto acceptedSetting = "FileUpload_MediaTypeWhiteList"_L1;
constexpr auto blockedSetting = "FileUpload_MediaTypeBlackList"_L1;

QStringList typesIn(const QJsonValue &list)
{
    QStringList types;
    const QStringList parts = list.toString().split(u',');
    for (const QString &part : parts) {
        const QString type = part.trimmed().toLower();
        if (!type.isEmpty()) {
            types.append(type);
        }
    }
    return types;
}

FileRules rulesIn(const QHash<QString, QJsonValue> &settings)
{
    FileRules rules;
    rules.isOn = settings.value(enabledSetting).toBool(true);
    const qint64 most = settings.value(sizeSetting).toInteger(-1);
    rules.maximumBytes = most < 0 ? std::nullopt : std::optional(most); // -1 is the server's word for "no limit"
    rules.acceptedTypes = typesIn(settings.value(acceptedSetting));
    rules.blockedTypes = typesIn(settings.value(blockedSetting));
    return rules;
}

} // namespace

bool FilesApi::isConfirmed() const
{
    const Route route = m_features.route(Action::SendFile);
    return route.isConfirmed && !m_rest.lacks(route.path);
}

RestCall FilesApi::callFor(const Route &route, const RoomId &room) const
{
    RestCall call;
    call.verb = "POST";
    call.path = route.path.arg(pathSegment(room.value));
    call.timeout = filePatience;
    call.mayWait = false; // the conversation may be closed by then; whoever sends waits and looks again
    call.isOnce = true;
    return call;
}

void FilesApi::bring(const RoomId &room, const FilePart &file, Transfer *transfer, const Then<QString> &then)
{
    const Route route = m_features.route(Action::SendFile);
    RestCall call = callFor(route, room);
    call.form = formBody({}, file);
    call.isOnce = false; // nobody sees what was brought in vain
    call.transfer = transfer;
    const bool hasOtherWay = m_features.olderRoute(Action::SendFile).has_value();
    m_rest.send(call,
                {&m_rest, [&rest = m_rest, path = route.path, hasOtherWay, then](const Result<QJsonObject> &answer) {
                     if (!answer) {
                         if (hasOtherWay && answer.error().code == noSuchRoute) {
                             rest.noteLacking(path);
                         }
                         then(answer.error());
                         return;
                     }
                     const QString id = answer->value("file"_L1).toObject().value("_id"_L1).toString();
                     then(id.isEmpty() ? Result<QString>(Error{Error::Kind::Protocol, u"file._id is missing"_s})
                                       : Result<QString>(id));
                 }});
}

void FilesApi::confirm(const RoomId &room, const QString &file, const QString &text, const Then<Message> &then)
{
    RestCall call = callFor({.path = u"rooms.mediaConfirm/%1"_s}, room);
    call.path += u'/' + pathSegment(file);
    call.body = {{u"msg"_s, text}}; // fileName is refused by 7.7.1
    m_rest.send(call, decodedBy(m_rest, then, messageIn));
}

void FilesApi::post(const RoomId &room, const FilePart &file, const QString &text, Transfer *transfer,
                    const Then<Message> &then)
{
    const Route first = m_features.route(Action::SendFile);
    RestCall call = callFor(first.isConfirmed ? m_features.olderRoute(Action::SendFile).value_or(first) : first, room);
    call.form = formBody({{u"msg"_s, text}}, file);
    call.transfer = transfer;
    m_rest.send(call, decodedBy(m_rest, then, messageIn));
}

void FilesApi::rules(const Then<FileRules> &then)
{
    const QStringList ids{enabledSetting, sizeSetting, acceptedSetting, blockedSetting};
    readPublicSettings(m_rest, m_features, {ids}, {&m_rest, [then](const Result<QHash<QString, QJsonValue>> &settings) {
                                                       then(settings ? Result(rulesIn(*settings)) : settings.error());
                                                   }});
}

} // namespace greenline
