#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace greenline {

/// Asks for what the workspace wants before it saves settings: a code of an app, one that was mailed, or the password.
class CodeDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Mistake { None, WrongCode };
    /// method: "totp", "email" or "password"
    CodeDialog(const QString &method, Mistake mistake, QWidget *parent);

Q_SIGNALS:
    void entered(const QString &code);

private:
    void build(const QString &method, Mistake mistake);

    QLineEdit *m_code;
    QPushButton *m_continue;
};

} // namespace greenline
