#pragma once

#include <QWidget>

namespace greenline {

/// "from +1 555 020 to +351 912 345 678": painted, with the numbers strong, so that no text of the server is ever taken
/// for markup.
class NumbersLine : public QWidget
{
    Q_OBJECT
public:
    explicit NumbersLine(QWidget *parent = nullptr);
    void setNumbers(const QString &from, const QString &to);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
    QString m_from;
    QString m_to;
};

} // namespace greenline
