#pragma once

#include <QObject>

class QListView;

namespace greenline {

class MessageModel;
class Pictures;

/// Sees to it that what a reader is about to look at is there: the pictures in sight, and older messages near the top.
class Foresight : public QObject
{
    Q_OBJECT
public:
    Foresight(QListView &view, MessageModel &model, Pictures &pictures);

    void lookSoon(); ///< Once, however often it is said in one turn.
    void setLoading(bool isLoading); ///< Messages are on their way.
    void forgetAsking(); ///< Older ones have come, or it is another conversation.
    bool isLoading() const { return m_isLoading; }
    bool isLoadingOlder() const { return m_isLoading && m_hasAskedOlder; }

Q_SIGNALS:
    void wantsOlder();
    void askedForOlder(); ///< After wantsOlder(): isLoadingOlder() may be another.

private:
    void look();
    void wantPictures();
    void askForOlder();

    QListView &m_view;
    MessageModel &m_model;
    Pictures &m_pictures;
    bool m_isLoading = false;
    bool m_hasAskedOlder = false; // and nothing has come yet
    bool m_willLook = false;
};

} // namespace greenline
