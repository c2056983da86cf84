#include "ui/outbound/textunderway.h"

#include "app/omnichannel/outbound.h"
#include "app/storage/settingsfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype mostTexts = 50;
constexpr std::array endings{"unknown"_L1, "sent"_L1, "refused"_L1}; // as Ending has them

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
            {u"ending"_s, endings.at(size_t(text.ending))},
            {u"told"_s, text.isTold}};
}

/// What it does not know, nobody knows.
TextUnderway::Ending endingOfNote(const QString &word)
{
    const auto *known = std::find(endings.begin(), endings.end(), word);
    return known == endings.end() ? TextUnderway::Ending::Unknown : TextUnderway::Ending(known - endings.begin());
}

TextUnderway textOfNote(const QJsonObject &note)
{
    return {note.value("to"_L1).toString(),
            note.value("form"_L1).toString(),
            QDateTime::fromString(note.value("at"_L1).toString(), Qt::ISODateWithMs),
            note.value("number"_L1).toString(),
            note.value("print"_L1).toString(),
            endingOfNote(note.value("ending"_L1).toString()),
            note.value("told"_L1).toBool()};
}

/// Of which the last is known best.
QList<TextUnderway> withText(QList<TextUnderway> all, const TextUnderway &text)
{
    all.removeIf([&text](const TextUnderway &one) { return isSame(one, text); });
    all.append(text);
    return all.mid(qMax(qsizetype(0), all.size() - mostTexts));
}

QByteArray bytesOfNotes(const QList<TextUnderway> &texts)
{
    QJsonArray notes;
    for (const TextUnderway &text : texts) {
        notes.append(noteOf(text));
    }
    return texts.isEmpty() ? QByteArray() : QJsonDocument(notes).toJson(QJsonDocument::Compact);
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

Status TextUnderwayNote::declare(const TextUnderway &text)
{
    return m_settings.keepBytes(m_key, bytesOfNotes(withText(texts(), text)));
}

void TextUnderwayNote::put(const TextUnderway &text)
{
    keep(withText(texts(), text));
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
                           return isSameTry(one, known);
                       });
    }
    all.removeIf([](const TextUnderway &one) { return one.isTold && one.ending != TextUnderway::Ending::Unknown; });
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

QList<TextUnderway> TextUnderwayNote::tries() const
{
    QList<TextUnderway> some = texts();
    some.removeIf([](const TextUnderway &one) { return one.ending == TextUnderway::Ending::Refused; });
    return some;
}

QList<TextUnderway> TextUnderwayNote::untold() const
{
    QList<TextUnderway> some = texts();
    some.removeIf([](const TextUnderway &one) { return one.isTold; });
    return some;
}

void TextUnderwayNote::keep(const QList<TextUnderway> &texts)
{
    m_settings.setBytes(m_key, bytesOfNotes(texts));
}

bool isSameTry(const TextUnderway &one, const TextUnderway &other)
{
    return isSame(one, other) && one.sentAt == other.sentAt;
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
