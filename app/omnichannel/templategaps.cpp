#include "app/omnichannel/outbound.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using PartKind = OutboundTemplate::Part::Kind;

/// As the web client finds them (apps/meteor/client/views/omnichannel/components/outboundMessage/utils/template.ts).
const QRegularExpression &placeholderForm()
{
    static const QRegularExpression form(u"\\{\\{(.*?)\\}\\}"_s);
    return form;
}

QStringList placeholdersOf(const QString &text)
{
    QStringList names;
    bool isNumbered = true;
    for (const QRegularExpressionMatch &match : placeholderForm().globalMatch(text)) {
        const QString name = match.captured(1);
        if (!names.contains(name)) {
            names.append(name);
            isNumbered = isNumbered && name.toInt() > 0;
        }
    }
    if (isNumbered) {
        std::sort(names.begin(), names.end(),
                  [](const QString &one, const QString &other) { return one.toInt() < other.toInt(); });
    }
    return names;
}

} // namespace

QList<TemplateGap> gapsOf(const OutboundTemplate &form)
{
    QList<TemplateGap> gaps;
    for (const OutboundTemplate::Part &part : form.parts) {
        if (part.isMedia) {
            gaps.append({part.kind, {}, true});
            continue;
        }
        const QStringList names = placeholdersOf(part.text);
        for (const QString &name : names) {
            gaps.append({part.kind, name, false});
        }
    }
    return gaps;
}

QString textOf(const OutboundTemplate &form, const QStringList &values)
{
    const QList<TemplateGap> gaps = gapsOf(form);
    std::map<std::pair<PartKind, QString>, QString> filled;
    for (qsizetype index = 0; index < gaps.size(); ++index) {
        filled[{gaps.at(index).part, gaps.at(index).name}] = values.value(index);
    }
    QStringList lines;
    for (const OutboundTemplate::Part &part : form.parts) {
        if (part.isMedia) {
            lines.append(filled[{part.kind, {}}]);
            continue;
        }
        QString line;
        qsizetype done = 0; // what was put in is not looked at again
        for (const QRegularExpressionMatch &match : placeholderForm().globalMatch(part.text)) {
            const QString value = filled[{part.kind, match.captured(1)}];
            line += part.text.mid(done, match.capturedStart() - done);
            line += value.isEmpty() ? match.captured() : value;
            done = match.capturedEnd();
        }
        lines.append(line + part.text.mid(done));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace greenline
