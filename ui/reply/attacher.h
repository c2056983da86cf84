#pragma once

#include "ui/reply/replyneeds.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>

class QAction;
class QFileDialog;
class QMimeData;

namespace greenline {

class AttachmentStrip;
class ComposerTool;
struct KeptFile;

/// Files for the reply: chosen by button or key, pasted into the box, or dropped on the conversation. What workspace or
/// channel would refuse is refused here, with a word that helps.
class Attacher : public QObject
{
    Q_OBJECT
public:
    Attacher(const ReplyNeeds &needs, QAction &attach, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectDesk();
    void weigh();
    bool mayAttach();
    void choose();
    static bool wants(const QMimeData &data);
    void take(const QMimeData &data);
    void add(const QStringList &paths);
    void addPicture(const QImage &picture);
    void askWhether(const RoomId &room, const QString &path, bool isDamaged); ///< To attach a picture as it is.
    void remove(int place);
    void show();
    QImage pictureOf(const KeptFile &file);
    bool areThere();

    ReplyNeeds m_needs;
    QAction &m_action;
    ComposerTool *m_button;
    AttachmentStrip *m_strip;
    QPointer<QFileDialog> m_dialog;
    QString m_folder;
    QHash<QByteArray, QImage> m_pictures; // by hash; of what is shown
};

} // namespace greenline
