// The account and settings files of a profile, as a crash, a full disk or a person may have left them.
#include "fuzz.h"

#include "app/storage/accountfile.h"
#include "app/storage/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    fuzz::demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void tryAccounts(const QString &path)
{
    const Account ours{.workspace = QUrl(u"https://chat.example.com"_s), .userId = u"u1"_s};
    AccountFile file(path);
    const Status loaded = file.load();
    fuzz::demand(loaded || file.accounts().isEmpty());
    fuzz::demand(file.put(ours).isOk());
    AccountFile again(path);
    fuzz::demand(again.load().isOk());
    fuzz::demand(again.active() && again.active()->key() == ours.key());
    fuzz::demand(again.accounts().size() == file.accounts().size());
}

void trySettings(const QString &path)
{
    SettingsFile settings(path);
    settings.text(u"scheme"_s);
    settings.bytes(u"window/geometry"_s);
    settings.isOn(u"list/allChannels"_s, true);
    settings.setOn(u"list/allChannels"_s, false);
    fuzz::demand(!settings.isOn(u"list/allChannels"_s, true));
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QTemporaryDir folder;
    write(folder.filePath(u"accounts.json"_s), fuzz::bytes(data, size));
    write(folder.filePath(u"settings.ini"_s), fuzz::bytes(data, size));
    tryAccounts(folder.filePath(u"accounts.json"_s));
    trySettings(folder.filePath(u"settings.ini"_s));
    return 0;
}
