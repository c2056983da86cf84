#include "fidelitytape.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

qint64 momentOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll();
}

/// When an entry happened. Of uploads and downloads that was not written down: the message that came of an upload
/// tells or the date of the answer, and 0 means that only the neighbours do.
qint64 momentOf(const QJsonObject &entry)
{
    const QString when = entry.value("ts"_L1).toString();
    const QJsonObject answer = entry.value("response"_L1).toObject().value("body"_L1).toObject();
    const QString sent = answer.value("message"_L1).toObject().value("ts"_L1).toString();
    if (when.isEmpty() && sent.isEmpty()) {
        const QJsonObject headers = entry.value("response"_L1).toObject().value("headers"_L1).toObject();
        const QString date = headers.value("date"_L1).toString().replace("GMT"_L1, "+0000"_L1); // as Qt reads it
        return date.isEmpty() ? 0 : QDateTime::fromString(date, Qt::RFC2822Date).toMSecsSinceEpoch();
    }
    return momentOf(when.isEmpty() ? sent : when);
}

void readRest(const QString &path, const QString &name, QList<TapeStep> &steps)
{
    const QJsonArray entries = QJsonDocument::fromJson(contents(path)).array();
    QList<TapeStep> read;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        TapeStep step;
        step.entry = entries.at(i).toObject();
        step.source = u"rest/%1[%2]"_s.arg(name).arg(i);
        step.note = step.entry.value("note"_L1).toString();
        step.at = momentOf(step.entry);
        if (step.at == 0 && i > 0) {
            step.at = read.last().at;
        }
        read.append(step);
    }
    for (qsizetype i = read.size() - 2; i >= 0; --i) { // the first ones of a file have only those that follow
        if (read.at(i).at == 0) {
            read[i].at = read.at(i + 1).at - 1;
        }
    }
    if (read.isEmpty() || read.first().at <= 0) {
        qFatal("%s does not say when it happened", qPrintable(path));
    }
    steps += read;
}

void readConnection(const QString &path, const QString &name, QList<TapeStep> &steps)
{
    const QList<QByteArray> lines = contents(path).split('\n');
    TapeStep step;
    step.source = u"ddp/"_s + name;
    bool isOpen = false;
    for (const QByteArray &line : lines) {
        step.entry = QJsonDocument::fromJson(line).object();
        if (step.entry.isEmpty()) {
            continue;
        }
        step.at = momentOf(step.entry.value("t"_L1).toString());
        step.note = step.entry.value("mark"_L1).toString();
        if (!isOpen) {
            isOpen = true;
            TapeStep open = step;
            open.kind = TapeStep::Kind::Open;
            steps.append(open);
        }
        const QString direction = step.entry.value("dir"_L1).toString();
        step.kind = direction == u'>' ? TapeStep::Kind::Say
            : direction == u'<'       ? TapeStep::Kind::Hear
                                      : TapeStep::Kind::Mark;
        steps.append(step);
    }
    step.kind = TapeStep::Kind::Close;
    steps.append(step);
}

} // namespace

QString fileOf(const TapeStep &step)
{
    return step.source.startsWith("ddp/"_L1) ? step.source + u".jsonl"_s : step.source.section(u'[', 0, 0) + u".json"_s;
}

QList<TapeStep> readTape(const QString &folder, const QList<TapeStep> &unrecorded)
{
    QList<TapeStep> steps = unrecorded;
    const QFileInfoList connections = QDir(folder + u"/ddp"_s).entryInfoList({u"*.jsonl"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : connections) {
        readConnection(file.filePath(), file.completeBaseName(), steps);
    }
    const QFileInfoList calls = QDir(folder + u"/rest"_s).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : calls) {
        readRest(file.filePath(), file.completeBaseName(), steps);
    }
    // What a mark announces begins in the same millisecond, often on the other connection.
    const auto rank = [](const TapeStep &step) {
        using enum TapeStep::Kind;
        return step.kind == Open ? 0 : step.kind == Hear ? 1 : step.kind == Mark ? 2 : step.kind == Close ? 4 : 3;
    };
    std::stable_sort(steps.begin(), steps.end(), [&](const TapeStep &a, const TapeStep &b) {
        return a.at != b.at ? a.at < b.at : rank(a) < rank(b);
    });
    return steps;
}
