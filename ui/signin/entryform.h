#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace greenline {

class CheckLines;

/// The fields of the sign-in page, each with its caption above. Lays out and shows; the page decides.
class EntryForm : public QWidget
{
    Q_OBJECT
public:
    enum class Way { Password, Token };
    enum class Code { NotAsked, FromApp, ByEmail };
    explicit EntryForm(QWidget *parent = nullptr);

    QString address() const;
    QString user() const; ///< Name or e-mail; the user's id with a token.
    QString secret() const; ///< Password or token, as it was typed.
    QString code() const;
    bool isKept() const;
    Way way() const { return m_way; }
    CheckLines &lines() { return *m_lines; }

    void setWay(Way way);
    void setCode(Code code);
    void setAddress(const QString &address);
    void setUser(const QString &user);
    void clearSecret();
    void focusRefused(); ///< What the workspace did not accept: the code, else the password or token.
    void focusFirstEmpty();
    void focusAddress();
    /// What is still missing before signing in makes sense; empty: nothing.
    QString missing() const;

Q_SIGNALS:
    void addressTyped(const QString &text);
    void addressLeft();
    void submitted(); ///< Enter in a field.
    void codeWanted(); ///< Send the code again.

private:
    QLineEdit *addField(const QString &caption, QVBoxLayout *column);

    Way m_way = Way::Password;
    Code m_code = Code::NotAsked;
    QLineEdit *m_address;
    CheckLines *m_lines;
    QWidget *m_passwordPart;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QWidget *m_codePart;
    QLabel *m_codeHint;
    QLineEdit *m_codeField;
    QPushButton *m_again;
    QWidget *m_tokenPart;
    QLineEdit *m_userId;
    QLineEdit *m_token;
    QCheckBox *m_keep;
};

} // namespace greenline
