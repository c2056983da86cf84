#pragma once

#include "app/omnichannel/message.h"
#include "ui/words/errortext.h"

#include <QObject>
#include <QPointer>

class QFileDialog;
class QWidget;

namespace greenline {

class RestClient;

/// Saves a message's file where the person says: asked first, fetched then, written under a temporary name until it is
/// whole. Never opened.
class FileSaver : public QObject
{
    Q_OBJECT
public:
    FileSaver(RestClient &rest, QWidget *window); ///< Owned by the window.
    void save(const Attachment &attachment);

Q_SIGNALS:
    void failed(const greenline::ErrorText &text);

private:
    void fetch(const QString &link, const QString &file);
    Status write(const QByteArray &bytes, const QString &file) const;

    RestClient &m_rest;
    QWidget *m_window;
    QString m_folder; // of the last one
};

} // namespace greenline
