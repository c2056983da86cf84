#pragma once

#include "fidelityids.h"

#include "app/practice/practicetwilio.h"

#include <QJsonObject>

/// The texts that left the recorded server, and what the stand-in for Twilio answered to each.
class FidelityTexts
{
public:
    explicit FidelityTexts(const QString &folder);
    bool isRecorded() const { return !m_texts.isEmpty(); }
    greenline::practice::PracticeTwilio::Answer answerAt(qint64 moment) const; ///< To what is done now.
    int countBefore(qint64 moment) const;
    /// Whether the same texts were taken by Twilio, in the same order.
    QStringList differences(const QList<greenline::practice::SentSms> &sent, const FidelityIds &ids) const;

private:
    QList<QJsonObject> m_texts;
};
