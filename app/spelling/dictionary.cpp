#include "app/spelling/dictionary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <hunspell/hunspell.hxx>

#include <optional>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

enum class Letters { Utf8, Latin1 };

std::optional<Letters> lettersNamed(const QString &encoding)
{
    const QString name = encoding.toUpper().remove(u'-').remove(u'_');
    if (name == "UTF8"_L1) {
        return Letters::Utf8;
    }
    const bool isLatin = name == "ISO88591"_L1 || name.isEmpty(); // Hunspell's own default
    return isLatin ? std::optional(Letters::Latin1) : std::nullopt;
}

/// The line SET of an .aff file, which stands near its top.
std::optional<Letters> lettersOf(const QString &affixes)
{
    QFile file(affixes);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    for (int line = 0; line < 400 && !file.atEnd(); ++line) {
        const QString words = QString::fromLatin1(file.readLine()).simplified();
        if (words.startsWith("SET "_L1)) {
            return lettersNamed(words.mid(4));
        }
    }
    return Letters::Latin1;
}

} // namespace

class Dictionary::Checker
{
public:
    Checker(const QString &affixes, const QString &words)
        : letters(lettersOf(affixes).value_or(Letters::Utf8))
        , hunspell(QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData())
    {
    }
    Letters letters;
    Hunspell hunspell;
};

QStringList Dictionary::languagesIn(const QString &folder)
{
    QStringList languages;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.aff"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const QString words = file.path() + u'/' + file.completeBaseName() + u".dic"_s;
        if (QFileInfo::exists(words) && lettersOf(file.filePath())) {
            languages.append(file.completeBaseName());
        }
    }
    return languages;
}

Dictionary::Dictionary(const QString &folder, const QString &language)
    : m_checker(std::make_unique<Checker>(folder + u'/' + language + u".aff"_s, folder + u'/' + language + u".dic"_s))
{
}

Dictionary::~Dictionary() = default;

bool Dictionary::isRight(const QString &word) const
{
    return m_checker->hunspell.spell(written(word));
}

QStringList Dictionary::suggestions(const QString &word) const
{
    QStringList words;
    for (const std::string &one : m_checker->hunspell.suggest(written(word))) {
        words.append(m_checker->letters == Letters::Utf8 ? QString::fromStdString(one)
                                                         : QString::fromLatin1(one.data(), qsizetype(one.size())));
    }
    return words;
}

/// Typographic apostrophes are right in every language, but few dictionaries have them.
std::string Dictionary::written(const QString &word) const
{
    const QString plain = QString(word).replace(u'’', u'\'');
    const QByteArray bytes = m_checker->letters == Letters::Utf8 ? plain.toUtf8() : plain.toLatin1();
    return bytes.toStdString();
}

} // namespace greenline
