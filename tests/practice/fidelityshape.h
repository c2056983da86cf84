#pragma once

#include <QJsonValue>
#include <QStringList>

/// The shape of a value: its keys and JSON types at every depth, without its contents. Dates of DDP are one type, and
/// so is parsed text, whose tree hangs on the text alone. An array's shape is the set of its elements' shapes.
QJsonValue shapeOf(const QJsonValue &value, const QString &key = {});

/// Where two shapes differ: "room/v/activity missing", "…/unread is string, recorded number". Of an array that is
/// played every element must look like one that was recorded, and none may be empty where the other is not.
QStringList shapeDifferences(const QJsonValue &recorded, const QJsonValue &played, const QString &path = {});
