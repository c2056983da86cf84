#pragma once

#include "app/base/then.h"
#include "app/http/httpclient.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace greenline {

/// The pictures of messages: fetched once they are on screen, decoded beside the window's thread, kept small. Only
/// uploads of the workspace itself are fetched, whatever a message says.
class Pictures : public QObject
{
    Q_OBJECT
public:
    enum class State { Unknown, Loading, Ready, Failed };
    using Fetch = std::function<void(const QString &link, const Then<HttpReply> &then)>;

    Pictures(const QUrl &workspace, Fetch fetch, QObject *parent = nullptr);
    ~Pictures() override;

    State state(const QString &link) const;
    /// In pixels as sent, once known. Stays known when the picture itself was dropped from memory.
    QSize size(const QString &link) const { return m_sizes.value(link); }
    const QPixmap *pixmap(const QString &link) const { return m_pixmaps.object(link); }
    void want(const QString &link); ///< It is on screen now.
    void retry(const QString &link);

Q_SIGNALS:
    void changed(const QString &link);

private:
    void decode(const QString &link, const QByteArray &bytes);
    void finish(const QString &link, const Result<QImage> &image);

    QUrl m_workspace;
    Fetch m_fetch;
    QHash<QString, State> m_states;
    QHash<QString, QSize> m_sizes;
    QCache<QString, QPixmap> m_pixmaps; // cost in KiB
    QThreadPool m_decoders;
};

/// An upload of this workspace ("/file-upload/…"), written relative or absolute.
bool isWorkspaceUpload(const QString &link, const QUrl &workspace);

} // namespace greenline
