#include "app/omnichannel/placeholders.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct PlaceholderRow {
    QLatin1StringView name;
    QString PlaceholderFacts::*value;
};

constexpr std::array placeholderTable{
    PlaceholderRow{"contact.name"_L1, &PlaceholderFacts::contactName},
    PlaceholderRow{"contact.phone"_L1, &PlaceholderFacts::contactPhone},
    PlaceholderRow{"contact.email"_L1, &PlaceholderFacts::contactEmail},
    PlaceholderRow{"agent.name"_L1, &PlaceholderFacts::agentName},
    PlaceholderRow{"agent.email"_L1, &PlaceholderFacts::agentEmail},
};

const PlaceholderRow *placeholderRow(const QString &name)
{
    for (const PlaceholderRow &row : placeholderTable) {
        if (name == row.name) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace

QList<Placeholder> placeholdersIn(const QString &text)
{
    static const QRegularExpression form(u"\\{\\{\\s*([a-z]+\\.[a-z]+)\\s*\\}\\}"_s);
    QList<Placeholder> found;
    QRegularExpressionMatchIterator matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (placeholderRow(match.captured(1))) {
            found.append({match.capturedStart(), match.capturedLength(), match.captured(1)});
        }
    }
    return found;
}

QString withPlaceholdersFilled(const QString &text, const PlaceholderFacts &facts)
{
    QString filled;
    qsizetype from = 0;
    const QList<Placeholder> placeholders = placeholdersIn(text);
    for (const Placeholder &one : placeholders) {
        const QString value = facts.*(placeholderRow(one.name)->value);
        filled += text.mid(from, one.at - from);
        filled += value.isEmpty() ? text.mid(one.at, one.length) : value;
        from = one.at + one.length;
    }
    return filled + text.mid(from);
}

} // namespace greenline
