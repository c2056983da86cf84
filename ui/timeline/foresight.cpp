#include "ui/timeline/foresight.h"

#include "ui/timeline/messagemodel.h"
#include "ui/timeline/pictures.h"

#include <QListView>
#include <QScrollBar>

namespace greenline {

Foresight::Foresight(QListView &view, MessageModel &model, Pictures &pictures)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
    , m_pictures(pictures)
{
}

void Foresight::setLoading(bool isLoading)
{
    m_isLoading = isLoading;
    lookSoon();
}

void Foresight::forgetAsking()
{
    m_hasAskedOlder = false;
}

void Foresight::lookSoon()
{
    if (!m_willLook) {
        m_willLook = true;
        QMetaObject::invokeMethod(this, &Foresight::look, Qt::QueuedConnection);
    }
}

void Foresight::look()
{
    m_willLook = false;
    if (m_view.isVisible() && m_model.store()) {
        wantPictures();
        askForOlder();
    }
}

void Foresight::wantPictures()
{
    const QModelIndex top = m_view.indexAt({m_view.viewport()->width() / 2, 0});
    for (int row = qMax(0, top.row()); row < m_model.rowCount(); ++row) {
        if (m_view.visualRect(m_model.index(row)).top() > m_view.viewport()->height()) {
            return;
        }
        const QList<Attachment> attachments = m_model.message(row).attachments;
        for (const Attachment &attachment : attachments) {
            if (attachment.kind == Attachment::Kind::Image) {
                m_pictures.want(attachment.link);
            }
        }
    }
}

void Foresight::askForOlder()
{
    if (m_view.verticalScrollBar()->value() > m_view.viewport()->height()) {
        m_hasAskedOlder = false; // away from the top, and back: asks again, also after a failure
        return;
    }
    if (m_model.canShowMore()) {
        m_model.showMore();
    } else if (m_model.store()->hasOlder() && !m_isLoading && !m_hasAskedOlder && m_model.rowCount() > 0) {
        m_hasAskedOlder = true;
        Q_EMIT wantsOlder();
        Q_EMIT askedForOlder();
    }
}

} // namespace greenline
