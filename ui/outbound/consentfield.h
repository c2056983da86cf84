#pragma once

#include "ui/outbound/textunderway.h"

#include <QWidget>

class QCheckBox;

namespace greenline {

/// What a person has to say yes to before this text leaves: that it may go out twice, or to somebody who opted out.
/// The first yes is for one text and one try, the other for one recipient and one try.
class ConsentField : public QWidget
{
    Q_OBJECT
public:
    explicit ConsentField(QWidget *parent = nullptr);
    void setTry(const std::optional<TextUnderway> &before); ///< Of the same text; nothing: it has not been sent.
    void setOptOut(const QString &reason); ///< Empty: the recipient may be texted, as far as is known.
    void withdraw(); ///< Whatever was said yes to.
    bool isAsking() const;
    QString missing() const; ///< What is still to be said; empty: nothing.

Q_SIGNALS:
    void changed();

private:
    std::optional<TextUnderway> m_before;
    QString m_optOut;
    QCheckBox *m_again;
    QCheckBox *m_anyway;
};

} // namespace greenline
