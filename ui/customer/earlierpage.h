#pragma once

#include "app/omnichannel/serverfacts.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace greenline {

/// Earlier conversations of a customer: when, with whom, and what about.
class EarlierPage : public QWidget
{
    Q_OBJECT
public:
    explicit EarlierPage(QWidget *parent = nullptr);
    void setRooms(const QList<Room> &rooms);
    void setLoading();
    void setProblem(const QString &problem);

Q_SIGNALS:
    void openRequested(const greenline::RoomId &room);
    void readRequested(); ///< Again, after a failure.

private:
    void tell(const QString &words);

    QListWidget *m_list;
    QLabel *m_words;
    QPushButton *m_again;
};

} // namespace greenline
