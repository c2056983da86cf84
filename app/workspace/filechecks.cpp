#include "app/workspace/filechecks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

const QStringList &mmsTypes()
{
    static const QStringList types{u"image/*"_s, u"audio/*"_s, u"video/*"_s, u"text/*"_s, u"application/pdf"_s};
    return types;
}

bool isOfTypes(const QString &type, const QStringList &patterns)
{
    return std::any_of(patterns.cbegin(), patterns.cend(), [&type](const QString &pattern) {
        return pattern.endsWith("/*"_L1) ? type.startsWith(pattern.chopped(1)) : type == pattern;
    });
}

FileRefusal fileRefused(const QString &code, qint64 limit = 0)
{
    return {{.kind = Error::Kind::Rejected, .detail = code, .code = code}, limit};
}

} // namespace

std::optional<FileRefusal> refusalOf(const KeptFile &file, const FileRules &rules, Source source)
{
    if (!rules.isOn) {
        return fileRefused(u"files-off"_s);
    }
    const bool isListed = rules.acceptedTypes.isEmpty() || isOfTypes(file.mimeType, rules.acceptedTypes);
    if (!isListed || isOfTypes(file.mimeType, rules.blockedTypes)) {
        return fileRefused(u"file-type-blocked"_s);
    }
    if (source == Source::Sms && !isOfTypes(file.mimeType, mmsTypes())) {
        return fileRefused(u"mms-type"_s);
    }
    const bool isMmsStricter = source == Source::Sms && mmsBytes <= rules.maximumBytes.value_or(mmsBytes);
    if (isMmsStricter && file.bytes > mmsBytes) {
        return fileRefused(u"mms-too-large"_s, mmsBytes);
    }
    if (rules.maximumBytes && file.bytes > *rules.maximumBytes) {
        return fileRefused(u"file-too-large"_s, *rules.maximumBytes);
    }
    return std::nullopt;
}

} // namespace greenline
