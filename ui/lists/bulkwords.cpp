#include "ui/lists/bulkwords.h"

#include "app/workspace/bulk.h"

#include <QCoreApplication>

namespace greenline {

namespace {

class BulkSentences
{
    Q_DECLARE_TR_FUNCTIONS(Bulk)
};

QString underWay(BulkBar::Deed deed)
{
    switch (deed) {
    case BulkBar::Deed::Return:
        return BulkSentences::tr("Returning %1 of %2…");
    case BulkBar::Deed::Forward:
        return BulkSentences::tr("Forwarding %1 of %2…");
    case BulkBar::Deed::Close:
        break;
    }
    return BulkSentences::tr("Closing %1 of %2…");
}

QString ended(BulkBar::Deed deed)
{
    switch (deed) {
    case BulkBar::Deed::Return:
        return BulkSentences::tr("%1 of %2 conversations returned to the queue.");
    case BulkBar::Deed::Forward:
        return BulkSentences::tr("%1 of %2 conversations forwarded.");
    case BulkBar::Deed::Close:
        break;
    }
    return BulkSentences::tr("%1 of %2 conversations closed.");
}

} // namespace

QString bulkProgress(BulkBar::Deed deed, const Bulk &bulk)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(bulk.pause()).count();
    if (seconds > 0) {
        return BulkSentences::tr(
                   "%1 of %2 done. The workspace allows so many calls a minute; the next one goes in %3 s.")
            .arg(bulk.answered())
            .arg(bulk.total())
            .arg(seconds);
    }
    return underWay(deed).arg(qMin(bulk.answered() + 1, bulk.total())).arg(bulk.total());
}

QString bulkOutcome(BulkBar::Deed deed, const Bulk &bulk)
{
    return ended(deed).arg(bulk.answered() - bulk.failures().size()).arg(bulk.total());
}

} // namespace greenline
