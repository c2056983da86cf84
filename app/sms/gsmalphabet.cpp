#include "app/sms/gsmalphabet.h"

#include <QHash>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

// In the order of the codes 0x00 to 0x7F; 0x1B is the escape to the extension table and no character.
constexpr std::u16string_view gsmBasic = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                         u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static_assert(gsmBasic.size() == 127);
constexpr std::u16string_view gsmExtension = u"\f^{}\\[~]|€";

/// By Latin-1 and Greek code; what is beyond (the euro sign) is looked for in the tables.
constexpr auto septetTable = [] {
    std::array<quint8, 0x400> table{};
    for (const char16_t character : gsmBasic) {
        table.at(character) = 1;
    }
    for (const char16_t character : gsmExtension) {
        if (character < table.size()) {
            table.at(character) = 2;
        }
    }
    return table;
}();

struct Spelling {
    char16_t odd;
    QLatin1StringView plain;
};

constexpr std::array gsmSpellings{
    Spelling{u'\u2018', "'"_L1},   Spelling{u'\u2019', "'"_L1},   Spelling{u'\u201A', "'"_L1},
    Spelling{u'\u201B', "'"_L1},   Spelling{u'\u2032', "'"_L1},   Spelling{u'\u2039', "'"_L1},
    Spelling{u'\u203A', "'"_L1},   Spelling{u'\u00B4', "'"_L1},   Spelling{u'`', "'"_L1},
    Spelling{u'\u02BC', "'"_L1},   Spelling{u'\u201C', "\""_L1},  Spelling{u'\u201D', "\""_L1},
    Spelling{u'\u201E', "\""_L1},  Spelling{u'\u201F', "\""_L1},  Spelling{u'\u2033', "\""_L1},
    Spelling{u'\u00AB', "\""_L1},  Spelling{u'\u00BB', "\""_L1},  Spelling{u'\u2010', "-"_L1},
    Spelling{u'\u2011', "-"_L1},   Spelling{u'\u2012', "-"_L1},   Spelling{u'\u2013', "-"_L1},
    Spelling{u'\u2014', "-"_L1},   Spelling{u'\u2015', "-"_L1},   Spelling{u'\u2212', "-"_L1},
    Spelling{u'\u00AD', ""_L1},    Spelling{u'\u2022', "-"_L1},   Spelling{u'\u00B7', "-"_L1},
    Spelling{u'\u2026', "..."_L1}, Spelling{u'\u00A0', " "_L1},   Spelling{u'\u2000', " "_L1},
    Spelling{u'\u2001', " "_L1},   Spelling{u'\u2002', " "_L1},   Spelling{u'\u2003', " "_L1},
    Spelling{u'\u2004', " "_L1},   Spelling{u'\u2005', " "_L1},   Spelling{u'\u2006', " "_L1},
    Spelling{u'\u2007', " "_L1},   Spelling{u'\u2008', " "_L1},   Spelling{u'\u2009', " "_L1},
    Spelling{u'\u200A', " "_L1},   Spelling{u'\u202F', " "_L1},   Spelling{u'\u205F', " "_L1},
    Spelling{u'\u3000', " "_L1},   Spelling{u'\t', " "_L1},       Spelling{u'\u200B', ""_L1},
    Spelling{u'\uFEFF', ""_L1},    Spelling{u'\u2028', "\n"_L1},  Spelling{u'\u2029', "\n"_L1},
    Spelling{u'\u2044', "/"_L1},   Spelling{u'\u2217', "*"_L1},   Spelling{u'\u2122', "TM"_L1},
    Spelling{u'\u00A9', "(c)"_L1}, Spelling{u'\u00AE', "(R)"_L1},
};

} // namespace

std::optional<int> septetsOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code == u'€') {
        return 2;
    }
    const int septets = code < septetTable.size() ? septetTable.at(code) : 0;
    return septets > 0 ? std::optional(septets) : std::nullopt;
}

QString plainSpelling(QChar character)
{
    static const QHash<QChar, QString> spellings = [] {
        QHash<QChar, QString> made;
        for (const Spelling &one : gsmSpellings) {
            made.insert(QChar(one.odd), one.plain.isEmpty() ? u""_s : QString(one.plain));
        }
        return made;
    }();
    return spellings.value(character);
}

} // namespace greenline
