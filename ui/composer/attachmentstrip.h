#pragma once

#include <QImage>
#include <QScrollArea>

class QHBoxLayout;

namespace greenline {

/// A file as the strip shows it.
struct AttachedFile {
    QString name = {};
    QString facts = {}; ///< Its size, or what is wrong with it.
    bool isMissing = false;
    QImage picture = {}; ///< Null: no picture.
    bool operator==(const AttachedFile &) const = default;
};

/// The files that go with the reply, side by side over the box, each with a way to take it off again. Takes no room
/// while there are none.
class AttachmentStrip : public QScrollArea
{
    Q_OBJECT
public:
    explicit AttachmentStrip(QWidget *parent = nullptr);
    void setFiles(const QList<AttachedFile> &files);

Q_SIGNALS:
    void removeRequested(int place);

private:
    QWidget *card(int place, const AttachedFile &file);

    QList<AttachedFile> m_files;
    QWidget *m_inside;
    QHBoxLayout *m_row;
};

} // namespace greenline
