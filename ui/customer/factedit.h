#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace greenline {

class ChoiceBox;

/// One fact of a customer, changed where it stands. Enter or Save asks to save, Escape brings back what was there; what
/// is typed stays until one of them, whatever the workspace says meanwhile.
class FactEdit : public QWidget
{
    Q_OBJECT
public:
    /// What was typed, and what was there when it was begun.
    struct Change {
        QString base = {};
        QString typed = {};
        bool operator==(const Change &) const = default;
    };
    FactEdit(const QString &caption, const QString &accessibleName, QWidget *parent = nullptr);

    void setRequired(); ///< Marked as what the workspace wants filled in.
    void setChoices(const QStringList &choices); ///< One of these is chosen instead of written.
    void setPresent(const QString &present); ///< As the workspace has it; what was typed stays.
    void setWhyNot(const QString &whyNot); ///< Empty: it may be changed.
    std::optional<Change> change() const; ///< Nothing: as it was.
    void setChange(const std::optional<Change> &change); ///< After another conversation was on screen.
    void setBusy(bool isBusy);
    void settle(const QString &present); ///< Saved.
    void tell(const QString &problem); ///< Below the field, until it is edited.
    void showTheirs(const QString &theirs); ///< Somebody else wrote there: keep mine, or take theirs.

Q_SIGNALS:
    void saveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void restore();
    void keepMine();
    void takeTheirs();
    void refresh();
    void describe(const QString &description);

    QVBoxLayout *m_column = nullptr;
    QLabel *m_caption;
    QLineEdit *m_edit; // holds the value, also of what is chosen
    ChoiceBox *m_choice = nullptr; // on top of it, where there are choices
    QLabel *m_problem;
    QWidget *m_buttons;
    QPushButton *m_save;
    QPushButton *m_restore;
    QString m_present;
    QString m_base;
    QString m_whyNot;
    std::optional<QString> m_theirs;
    bool m_isBusy = false;
    bool m_isRequired = false;
};

} // namespace greenline
