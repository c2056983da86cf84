#pragma once

#include "fidelityids.h"
#include "fidelityline.h"
#include "fidelitytape.h"
#include "fidelitytexts.h"

#include "app/base/clock.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <vector>

/// Plays a recording against the practice workspace of its version, at the recorded times by a clock of its own, and
/// notes every difference.
class FidelityPlayer
{
public:
    explicit FidelityPlayer(const QString &recording); ///< Its folder below the recordings.
    ~FidelityPlayer();
    /// Answers why a step is not played, or nothing.
    using Omit = std::function<QString(const TapeStep &)>;
    void play(const Omit &omit);
    void compareTexts(); ///< Those that left, at the end.
    const QStringList &differences() const { return m_differences; }
    int played() const { return m_playedSteps; }
    const QSet<QString> &comparedFiles() const { return m_comparedFiles; } ///< Below the recording's folder.

private:
    struct Call {
        TapeStep step;
        std::unique_ptr<QNetworkReply> reply;
    };
    void furnish();
    void moveTo(qint64 moment);
    void playStep(const TapeStep &step);
    void setTwilio(const TapeStep &step);
    void open(const QString &source);
    void say(const TapeStep &step, FidelityLine &line);
    void call(const TapeStep &step);
    void finish(const Call &call);
    void finishBefore(qint64 moment); ///< The long calls that were answered by then.
    void compare(const TapeStep &step, QNetworkReply &reply);
    void compareText(const TapeStep &step, const QByteArray &text);
    QNetworkReply *send(const TapeStep &step);
    QNetworkReply *sendUpload(const TapeStep &step);
    static QString recordedToken(); ///< Twilio's.
    QString recordedSite() const;
    void settleAll();
    enum class Expect { Success, Refusal };
    void provideTokens(const QString &text, Expect expected);
    void provideIds(const QString &text);
    FidelityLine *lineOf(const TapeStep &step);

    greenline::ManualClock m_clock;
    QList<TapeStep> m_tape;
    FidelityTexts m_texts;
    greenline::practice::PracticeTwilio m_twilio;
    std::unique_ptr<greenline::practice::PracticeWorkspace> m_workspace;
    FidelityIds m_ids;
    std::map<QString, std::unique_ptr<FidelityLine>> m_lines;
    QNetworkAccessManager m_network;
    std::vector<Call> m_waiting;
    QSet<QString> m_refusedResults; // of methods: connection and id
    QStringList m_differences;
    QString m_recordedCode; // of the authenticator, good as long as that of now is put in its place
    QSet<QString> m_comparedFiles;
    int m_missingTexts = 0;
    int m_playedSteps = 0;
};
