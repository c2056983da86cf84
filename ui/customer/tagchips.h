#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace greenline {

/// Tags as chips that wrap like words.
class TagChips : public QWidget
{
    Q_OBJECT
public:
    explicit TagChips(QWidget *parent = nullptr);
    void setTags(const QStringList &tags);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRect> places(int width) const;

    QStringList m_tags;
};

} // namespace greenline
