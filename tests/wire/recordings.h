#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace recordings {

/// One line of a recorded DDP connection: a frame in either direction, or a mark that says what was done at that
/// moment.
struct Line {
    int number = 0;
    QString mark = {};
    bool isFromServer = false;
    QJsonObject frame = {};
};

QStringList files(const QString &suffix); ///< Below fixtures/recordings, by path: "7.7.1/rest/50_send.json".
QList<Line> lines(const QString &file);
QList<QJsonValue> bodies(const QString &file); ///< What the server answered, for a REST file.

/// Everything the server said in that file, REST or DDP.
QList<QJsonValue> serverSide(const QString &file);

/// The kinds of documents Greenline reads, told apart by their fields alone.
enum class Kind { None, Message, Room, Subscription, Inquiry, Agent, Department, Visitor };
Kind kindOf(const QJsonObject &object);
QString faultOf(Kind kind, const QJsonObject &object); ///< What its decoder says against it; empty: nothing.
void eachDocument(const QJsonValue &value, const std::function<void(Kind, const QJsonObject &)> &visit);

} // namespace recordings
