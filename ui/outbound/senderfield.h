#pragma once

#include "app/omnichannel/outbound.h"

#include <QComboBox>

namespace greenline {

/// From which number, and by which app of the workspace.
class SenderField : public QComboBox
{
    Q_OBJECT
public:
    explicit SenderField(QWidget *parent = nullptr);
    void setProviders(const QList<OutboundProvider> &providers); ///< Says nothing of a change.
    void restore(const QString &provider, const QString &number); ///< Chosen as soon as it is among them.
    struct Choice {
        QString provider;
        OutboundSender sender;
    };
    Choice choice() const { return m_choices.value(currentIndex()); }
    Choice kept() const { return m_choices.isEmpty() ? m_wanted : choice(); } ///< For later; of before, if need be.

private:
    QList<Choice> m_choices;
    Choice m_wanted; // from before
};

} // namespace greenline
