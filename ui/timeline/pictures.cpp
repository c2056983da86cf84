#include "ui/timeline/pictures.h"

#include "app/base/log.h"
#include "ui/timeline/picturedecoder.h"

#include <QImage>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int keptKibibytes = 48 * 1024;

int costOf(const QPixmap &pixmap)
{
    return qMax(1, pixmap.width() * pixmap.height() * 4 / 1024);
}

} // namespace

bool isWorkspaceUpload(const QString &link, const QUrl &workspace)
{
    const QUrl url = workspace.resolved(QUrl(link));
    const QString path = url.path(QUrl::FullyDecoded);
    const bool isUpload = path.startsWith("/file-upload/"_L1) || path.startsWith("/ufs/"_L1)
        || path.startsWith(workspace.path() + "/file-upload/"_L1);
    return !link.isEmpty() && isUpload && !path.contains("/../"_L1) && isSameOrigin(url, workspace);
}

Pictures::Pictures(const QUrl &workspace, Fetch fetch, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_fetch(std::move(fetch))
    , m_pixmaps(keptKibibytes)
{
    m_decoders.setMaxThreadCount(1);
}

Pictures::~Pictures()
{
    m_decoders.clear();
    m_decoders.waitForDone();
}

Pictures::State Pictures::state(const QString &link) const
{
    return m_states.value(link, State::Unknown);
}

void Pictures::want(const QString &link)
{
    const State known = state(link);
    if (known == State::Loading || known == State::Failed || m_pixmaps.contains(link)) {
        return;
    }
    if (!isWorkspaceUpload(link, m_workspace)) {
        m_states.insert(link, State::Failed);
        Q_EMIT changed(link);
        return;
    }
    m_states.insert(link, State::Loading);
    m_fetch(
        link,
        {this, [this, link](const Result<HttpReply> &reply) {
             if (reply && reply->status == 200) {
                 decode(link, reply->body);
             } else {
                 finish(link, reply ? Error{Error::Kind::NotFound, u"status %1"_s.arg(reply->status)} : reply.error());
             }
         }});
}

void Pictures::retry(const QString &link)
{
    m_states.remove(link);
    want(link);
    Q_EMIT changed(link);
}

void Pictures::decode(const QString &link, const QByteArray &bytes)
{
    // The pool is emptied before this object goes, so the pointer outlives every task.
    m_decoders.start([this, link, bytes] {
        const Result<QImage> image = decodedPicture(bytes, {});
        QMetaObject::invokeMethod(
            this, [this, link, image] { finish(link, image); }, Qt::QueuedConnection);
    });
}

void Pictures::finish(const QString &link, const Result<QImage> &image)
{
    if (!image) {
        qCInfo(logUi) << "picture:" << redacted(image.error().detail);
        m_states.insert(link, State::Failed);
        Q_EMIT changed(link);
        return;
    }
    auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(*image));
    m_sizes.insert(link, pixmap->size());
    m_states.insert(link, State::Ready);
    const int cost = costOf(*pixmap);
    m_pixmaps.insert(link, pixmap.release(), cost);
    Q_EMIT changed(link);
}

} // namespace greenline
