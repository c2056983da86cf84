#include "ui/wizard/wizarddraft.h"

#include "app/storage/settingsfile.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

/// An address holds characters that mean something in the names of settings.
DraftFile::DraftFile(SettingsFile &settings, const QString &workspace)
    : m_settings(settings)
    , m_key(u"setup"_s
            + QString::fromLatin1(
                QCryptographicHash::hash(workspace.toUtf8(), QCryptographicHash::Sha256).toHex().left(16)))
{
}

WizardDraft DraftFile::read() const
{
    const QJsonObject kept = QJsonDocument::fromJson(m_settings.bytes(m_key)).object();
    const auto text = [&kept](QLatin1StringView name) { return kept.value(name).toString(); };
    return {text("account"_L1),    text("number"_L1),
            text("testNumber"_L1), kept.value("buying"_L1).toObject(),
            text("page"_L1),       kept.value("keepsToken"_L1).toBool(),
            text("tokenOf"_L1),    QDateTime::fromString(text("checkedAt"_L1), Qt::ISODate),
            text("worst"_L1),      text("version"_L1)};
}

void DraftFile::write(const WizardDraft &draft)
{
    const QJsonObject kept{{u"account"_s, draft.account},
                           {u"number"_s, draft.number},
                           {u"testNumber"_s, draft.testNumber},
                           {u"buying"_s, draft.buying},
                           {u"page"_s, draft.page},
                           {u"keepsToken"_s, draft.keepsToken},
                           {u"tokenOf"_s, draft.tokenOf},
                           {u"checkedAt"_s, draft.checkedAt.toString(Qt::ISODate)},
                           {u"worst"_s, draft.worst},
                           {u"version"_s, draft.version}};
    m_settings.setBytes(m_key, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QString twilioTokenKey(const QString &account)
{
    return u"twilio:"_s + account;
}

} // namespace greenline
