#include "ui/outbound/textunderway.h"

#include "app/omnichannel/outbound.h"
#include "app/storage/settingsfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype mostTexts = 50;

bool isSame(const TextUnderway &one, const TextUnderway &other)
{
    return one.number == other.number && one.print == other.print;
}

QJsonObject noteOf(const TextUnderway &text)
{
    return {{u"to"_s, text.recipient},
            {u"form"_s, text.form},
            {u"at"_s, text.sentAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"number"_s, text.number},
            {u"print"_s, text.print},
            {u"told"_s, text.isTold}};
}

TextUnderway textOfNote(const QJsonObject &note)
{
    return {note.value("to"_L1).toString(),
            note.value("form"_L1).toString(),
            QDateTime::fromString(note.value("at"_L1).toString(), Qt::ISODateWithMs),
            note.value("number"_L1).toString(),
            note.value("print"_L1).toString(),
            note.value("told"_L1).toBool()};
}

} // namespace

QString printOf(const FirstMessage &message)
{
    const QByteArray words = textOf(message.form, message.values).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex());
}

TextUnderwayNote::TextUnderwayNote(SettingsFile &settings, const QString &accountKey)
    : m_settings(settings)
    , m_key(u"firstText/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountKey)))
{
}

void TextUnderwayNote::write(const TextUnderway &text)
{
    QList<TextUnderway> all = texts();
    all.removeIf([&text](const TextUnderway &one) { return isSame(one, text); });
    all.append(text);
    keep(all.mid(qMax(qsizetype(0), all.size() - mostTexts)));
}

void TextUnderwayNote::forget(const TextUnderway &text)
{
    QList<TextUnderway> all = texts();
    if (all.removeIf([&text](const TextUnderway &one) { return isSame(one, text); }) > 0) {
        keep(all);
    }
}

void TextUnderwayNote::markTold(const QList<TextUnderway> &texts)
{
    QList<TextUnderway> all = this->texts();
    for (TextUnderway &known : all) {
        known.isTold = known.isTold || std::any_of(texts.cbegin(), texts.cend(), [&known](const TextUnderway &one) {
                           return isSame(one, known);
                       });
    }
    keep(all);
}

QList<TextUnderway> TextUnderwayNote::texts() const
{
    QList<TextUnderway> all;
    const QJsonArray notes = QJsonDocument::fromJson(m_settings.bytes(m_key)).array();
    for (const QJsonValue &note : notes) {
        if (const TextUnderway text = textOfNote(note.toObject()); text.sentAt.isValid()) {
            all.append(text);
        }
    }
    return all;
}

QList<TextUnderway> TextUnderwayNote::untold() const
{
    QList<TextUnderway> some = texts();
    some.removeIf([](const TextUnderway &one) { return one.isTold; });
    return some;
}

void TextUnderwayNote::keep(const QList<TextUnderway> &texts)
{
    QJsonArray notes;
    for (const TextUnderway &text : texts) {
        notes.append(noteOf(text));
    }
    m_settings.setBytes(m_key, texts.isEmpty() ? QByteArray() : QJsonDocument(notes).toJson(QJsonDocument::Compact));
}

std::optional<TextUnderway> sameText(const QList<TextUnderway> &texts, const FirstMessage &message)
{
    const QString print = printOf(message);
    const auto same = std::find_if(texts.cbegin(), texts.cend(), [&](const TextUnderway &one) {
        return one.number == message.to && one.print == print;
    });
    return same == texts.cend() ? std::nullopt : std::optional(*same);
}

} // namespace greenline
