#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

struct SegmentCount;

/// How much of how many SMS a text fills, which character makes it dear, and one click to make it cheap.
class SegmentMeter : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentMeter(QWidget *parent = nullptr);
    void setText(const QString &text); ///< The reply as typed.
    QString words() const; ///< "142 / 160 · 1 SMS"

Q_SIGNALS:
    void plainRequested(); ///< The reply in plain characters, please.
    void resized(); ///< Needs another width than before.

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Weight { Usual, Dear, TooLong };
    void show(const SegmentCount &count, Weight weight);
    QString phrase(const SegmentCount &count) const;
    void colour();

    QLabel *m_label;
    QPushButton *m_plain;
    Weight m_weight = Weight::Usual;
};

} // namespace greenline
