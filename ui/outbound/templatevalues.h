#pragma once

#include "app/omnichannel/outbound.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace greenline {

/// The values of one template's gaps, a line for each.
class TemplateValues : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateValues(QWidget *parent = nullptr);
    void show(const OutboundTemplate &form, const QStringList &values);
    QStringList values() const; ///< Without blanks around them.
    QString missing() const; ///< What is still to be done; empty: nothing.

Q_SIGNALS:
    void changed();

private:
    QFormLayout *m_rows;
    QList<TemplateGap> m_gaps;
    QList<QLineEdit *> m_edits;
};

} // namespace greenline
