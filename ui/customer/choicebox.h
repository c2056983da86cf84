#pragma once

#include <QComboBox>

namespace greenline {

/// One of the workspace's values for a field. A value that is none of them, because it was there before they were
/// changed, is shown and offered like the others until something else is chosen.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);
    void setChoices(const QStringList &choices);
    void showValue(const QString &value);

Q_SIGNALS:
    void chosen(const QString &value);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    int m_known = 0; // items behind these are others
};

} // namespace greenline
