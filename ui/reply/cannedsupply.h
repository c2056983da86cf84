#pragma once

#include "app/omnichannel/placeholders.h"
#include "app/workspace/snippets.h"
#include "ui/composer/cannedlist.h"
#include "ui/reply/replyneeds.h"

#include <QObject>

namespace greenline {

/// The canned responses that fit the open conversation, the workspace's and this computer's, filled in as far as it is
/// known for whom.
class CannedSupply : public QObject
{
    Q_OBJECT
public:
    explicit CannedSupply(const ReplyNeeds &needs, QObject *parent = nullptr);

    QList<CannedEntry> entries() const;
    QString sourceWords() const; ///< Where they come from, or what is missing.
    Snippets &snippets() { return m_snippets; }
    void prepare(); ///< They are about to be shown: the workspace is asked what it knows of the customer.

Q_SIGNALS:
    void changed(); ///< Others, or for somebody else.

private:
    QList<CannedResponse> responses() const;
    PlaceholderFacts facts() const;

    ReplyNeeds m_needs;
    Snippets m_snippets;
};

} // namespace greenline
