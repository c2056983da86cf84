#pragma once

#include <QWidget>

class QLabel;

namespace greenline {

/// A canned response in full, as it would be written, and what it costs.
class CannedPreview : public QWidget
{
    Q_OBJECT
public:
    explicit CannedPreview(QWidget *parent = nullptr);
    void setText(const QString &text); ///< Empty: nothing is chosen, and no room is taken.

private:
    QLabel *m_text;
    QLabel *m_cost;
};

} // namespace greenline
