#pragma once

#include "app/omnichannel/outbound.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace greenline {

class SegmentMeter;
class TemplateValues;

/// What is said: a template, its gaps, and the text as the customer will read it, with what it costs.
class TemplateField : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateField(QWidget *parent = nullptr);
    void setSender(const OutboundSender &sender); ///< Its approved templates; what was typed before is kept.
    /// What was chosen and typed before; shown as soon as a sender has it.
    void restore(const OutboundTemplate &form, const QStringList &values, const QHash<QString, QStringList> &typed);
    OutboundTemplate form() const; ///< Without a name: none is chosen.
    QStringList values() const;
    OutboundTemplate keptForm() const { return m_kept; } ///< The last one that was chosen, whether the sender has it.
    QStringList keptValues() const;
    const QHash<QString, QStringList> &typed() const { return m_typed; } ///< Into each template, by a key of it.
    QString missing() const; ///< What is still to be done; empty: nothing.

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void onChosen();
    void onTyped();
    void refresh();
    int chosenRow() const;

    QListWidget *m_list;
    QLabel *m_none;
    TemplateValues *m_values;
    QPlainTextEdit *m_preview;
    SegmentMeter *m_meter;
    OutboundSender m_sender;
    OutboundTemplate m_wanted; // from before
    OutboundTemplate m_kept;
    QHash<QString, QStringList> m_typed; // by template, for who looks at another one meanwhile
};

} // namespace greenline
