#pragma once

#include "app/rest/roomsapi.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace greenline {

/// Whether the customer gets the whole conversation by e-mail when it is closed, where to, and under which subject.
class TranscriptOption : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptOption(QWidget *parent = nullptr);
    void setAddress(const QString &address); ///< The customer's, unless another was typed.
    std::optional<TranscriptOrder> order() const; ///< Nothing: not wanted.
    QString missing() const; ///< What a wanted one still lacks, in words.

Q_SIGNALS:
    void changed();

private:
    void showFields(bool isWanted);

    QCheckBox *m_wanted;
    QWidget *m_fields;
    QLineEdit *m_address;
    QLineEdit *m_subject;
};

} // namespace greenline
