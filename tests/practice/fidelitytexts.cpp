#include "fidelitytexts.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline::practice;

namespace {

qint64 momentOfText(const QJsonObject &text)
{
    return QDateTime::fromString(text.value("ts"_L1).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

/// Of the link to a picture: a token's contents differ.
QString withoutToken(const QString &link)
{
    const QString mark = u"?token="_s;
    const qsizetype at = link.indexOf(mark);
    return at < 0 ? link : link.left(at + mark.size());
}

QString shownText(const QString &from, const QString &to, const QString &body, const QString &media)
{
    return u"%1 to %2: \"%3\" %4"_s.arg(from, to, body, withoutToken(media)).trimmed();
}

} // namespace

FidelityTexts::FidelityTexts(const QString &folder)
{
    QFile file(folder + u"/twilio_outgoing.jsonl"_s);
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            m_texts.append(QJsonDocument::fromJson(file.readLine()).object());
        }
    }
}

int FidelityTexts::countBefore(qint64 moment) const
{
    return static_cast<int>(std::count_if(m_texts.begin(), m_texts.end(),
                                          [&](const QJsonObject &text) { return momentOfText(text) < moment; }));
}

PracticeTwilio::Answer FidelityTexts::answerAt(qint64 moment) const
{
    for (const QJsonObject &text : m_texts) {
        const qint64 at = momentOfText(text);
        if (at >= moment && at <= moment + 400) {
            const QString mode = text.value("mode"_L1).toString();
            return mode == "fail"_L1 ? PracticeTwilio::Answer::InvalidTo
                : mode == "auth"_L1  ? PracticeTwilio::Answer::Unauthorized
                : mode == "hang"_L1  ? PracticeTwilio::Answer::Hang
                                     : PracticeTwilio::Answer::Ok;
        }
    }
    return PracticeTwilio::Answer::Ok;
}

QStringList FidelityTexts::differences(const QList<SentSms> &sent, const FidelityIds &ids) const
{
    QStringList recorded;
    for (const QJsonObject &text : m_texts) {
        const QJsonObject form = text.value("form"_L1).toObject();
        if (text.value("mode"_L1).toString() == "ok"_L1) {
            recorded.append(shownText(form.value("From"_L1).toString(), form.value("To"_L1).toString(),
                                      form.value("Body"_L1).toString(),
                                      ids.translated(form.value("MediaUrl"_L1).toString())));
        }
    }
    QStringList played;
    for (const SentSms &text : sent) {
        played.append(shownText(text.from, text.to, text.body, text.media.value(0)));
    }
    QStringList found;
    for (qsizetype i = 0; i < std::max(recorded.size(), played.size()); ++i) {
        if (recorded.value(i) != played.value(i)) {
            found.append(u"twilio_outgoing: %1 left, recorded %2"_s.arg(played.value(i, u"nothing"_s),
                                                                        recorded.value(i, u"nothing"_s)));
        }
    }
    return found;
}
