#pragma once

#include "app/base/then.h"
#include "app/practice/practiceworkspace.h"
#include "app/secrets/memorystore.h"
#include "app/storage/accountfile.h"
#include "app/workspace/signin.h"

#include <QObject>
#include <QTemporaryDir>

namespace greenline {

/// The practice workspace inside the console: starts it, and signs in to it as its agent ana with her password, as to
/// any other workspace. Nothing of it is kept: neither the account nor what was written there.
class PracticeRun : public QObject
{
    Q_OBJECT
public:
    PracticeRun(HttpClient &http, Clock &clock, QObject *parent = nullptr);
    void open(const Then<SignedIn> &then);
    SignIn &signIn() { return m_signIn; }
    QString folder() const { return m_folder.path(); } ///< For the databases of this run.

private:
    QTemporaryDir m_folder;
    practice::PracticeWorkspace m_workspace;
    MemoryStore m_secrets;
    AccountFile m_accounts;
    SignIn m_signIn;
};

} // namespace greenline
