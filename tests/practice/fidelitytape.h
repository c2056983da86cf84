#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

/// One thing that happened while a real server was recorded.
struct TapeStep {
    enum class Kind { Rest, Open, Say, Hear, Mark, Close };
    Kind kind = Kind::Rest;
    qint64 at = 0; ///< Milliseconds of the wall clock.
    QString source = {}; ///< "rest/40_inquiries[3]" or "ddp/20_agent1_manual_selection_full": the file, for connections
                         ///< their name.
    QString note = {};
    QJsonObject entry
        = {}; ///< Of Rest: note, request, response, ms. Of Say and Hear: frame, or text where it was no JSON.
};

/// The whole recording of one version in the order in which it happened, whatever file it was written to.
QList<TapeStep> readTape(const QString &folder);
