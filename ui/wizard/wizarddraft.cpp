#include "ui/wizard/wizarddraft.h"

#include "app/storage/settingsfile.h"
#include "ui/wizard/health.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QJsonObject keptLooks(const QHash<QString, LastLook> &looks)
{
    QJsonObject kept;
    for (auto look = looks.cbegin(); look != looks.cend(); ++look) {
        kept.insert(
            look.key(),
            QJsonObject{{u"verdict"_s, verdictId(look->verdict)}, {u"at"_s, look->at.toUTC().toString(Qt::ISODate)}});
    }
    return kept;
}

/// What is not understood was not told.
QHash<QString, LastLook> looksOf(const QJsonObject &kept)
{
    QHash<QString, LastLook> looks;
    for (auto one = kept.begin(); one != kept.end(); ++one) {
        const QJsonObject look = one.value().toObject();
        const QDateTime at = QDateTime::fromString(look.value("at"_L1).toString(), Qt::ISODate);
        for (const CheckVerdict verdict : {CheckVerdict::Passed, CheckVerdict::Warning, CheckVerdict::Failed}) {
            if (at.isValid() && look.value("verdict"_L1) == verdictId(verdict)) {
                looks.insert(one.key(), {verdict, at});
            }
        }
    }
    return looks;
}

} // namespace

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
    return {text("account"_L1),
            text("number"_L1),
            text("testNumber"_L1),
            kept.value("buying"_L1).toObject(),
            text("page"_L1),
            kept.value("keepsToken"_L1).toBool(),
            text("tokenOf"_L1),
            text("keyOf"_L1),
            QDateTime::fromString(text("checkedAt"_L1), Qt::ISODate),
            text("worst"_L1),
            text("version"_L1),
            looksOf(kept.value("looks"_L1).toObject())};
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
                           {u"keyOf"_s, draft.keyOf},
                           {u"checkedAt"_s, draft.checkedAt.toString(Qt::ISODate)},
                           {u"worst"_s, draft.worst},
                           {u"version"_s, draft.version},
                           {u"looks"_s, keptLooks(draft.looks)}};
    m_settings.setBytes(m_key, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QString twilioTokenKey(const QString &account)
{
    return u"twilio:"_s + account;
}

QString twilioKeyKey(const QString &account)
{
    return u"twilio-key:"_s + account;
}

QString keptTwilioKey(const TwilioLogin &login)
{
    return login.user + u':' + login.secret;
}

TwilioLogin keptTwilioKey(const QString &account, const QString &kept)
{
    const TwilioLogin key{account, kept.section(u':', 0, 0), kept.section(u':', 1)};
    return key.isKey() && !key.secret.isEmpty() ? key : TwilioLogin{.account = account};
}

} // namespace greenline
