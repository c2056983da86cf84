#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

/// One thing that happened while a real server was recorded.
struct TapeStep {
    enum class Kind { Rest, Unrecorded, UnrecordedOpen, UnrecordedClose, Open, Say, Hear, Mark, Close };
    Kind kind = Kind::Rest;
    qint64 at = 0; ///< Milliseconds of the wall clock.
    QString source = {}; ///< "rest/40_inquiries[3]" or "ddp/20_agent1_manual_selection_full": the file, for connections
                         ///< their name.
    QString note = {};
    QJsonObject entry
        = {}; ///< Of Rest: note, request, response, ms. Of Say and Hear: frame, or text where it was no JSON.
};

/// The file a step was read from, below the recording's folder.
QString fileOf(const TapeStep &step);

/// The whole recording of one version in the order in which it happened, whatever file it was written to.
/// `unrecorded` steps take their places in it.
QList<TapeStep> readTape(const QString &folder, const QList<TapeStep> &unrecorded);
