#pragma once

#include "ui/wizard/wizardpage.h"

class QPushButton;

namespace greenline {

/// Every check with its evidence, to be copied or kept, without secrets.
class ReportPage : public WizardPage
{
    Q_OBJECT
public:
    explicit ReportPage(const Needs &needs, QWidget *parent = nullptr);

    void enter() override { } ///< What was found stands there; Check runs all of it.
    void check() override;
    QString text() const;
    void copy() const;

private:
    QDateTime moment() const;
    void showSummary();
    void save();
    void write(const QString &file);

    QLabel *m_summary;
    QPushButton *m_save;
};

} // namespace greenline
