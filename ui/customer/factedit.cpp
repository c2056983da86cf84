#include "ui/customer/factedit.h"

#include "ui/customer/choicebox.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace greenline {

namespace {

constexpr int longestFact = 1000;

} // namespace

FactEdit::FactEdit(const QString &caption, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(caption, this))
    , m_edit(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QWidget(this))
    , m_save(new QPushButton(tr("Save"), m_buttons))
    , m_restore(new QPushButton(tr("Restore"), m_buttons))
{
    m_edit->setAccessibleName(accessibleName);
    m_edit->setMaxLength(longestFact);
    m_edit->installEventFilter(this);
    m_caption->setTextFormat(Qt::PlainText);
    build();
    refresh();
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        refresh();
    });
    connect(m_edit, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_theirs) {
            keepMine();
        } else {
            Q_EMIT saveRequested();
        }
    });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (m_theirs) {
            takeTheirs();
        } else {
            restore();
        }
    });
}

void FactEdit::build()
{
    m_caption->setProperty("secondary", true);
    m_caption->setFont(captionFont(font()));
    m_caption->setBuddy(m_edit);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("error", true);
    m_problem->setFont(secondaryFont(font()));
    m_problem->hide();
    m_save->setProperty("primary", true);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(2 * metrics::grid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 3 * metrics::grid, 0, 0);
    m_column->setSpacing(metrics::grid);
    m_column->addWidget(m_caption);
    m_column->addWidget(m_edit);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_buttons);
}

void FactEdit::setRequired()
{
    m_isRequired = true;
    //: %1 is the name of a field
    m_caption->setText(tr("%1 (required)").arg(m_caption->text()));
    refresh();
}

void FactEdit::setChoices(const QStringList &choices)
{
    m_choice = new ChoiceBox(this);
    m_choice->setAccessibleName(m_edit->accessibleName());
    m_choice->setChoices(choices);
    m_choice->showValue(m_edit->text());
    m_choice->installEventFilter(this);
    delete m_column->replaceWidget(m_edit, m_choice);
    m_caption->setBuddy(m_choice);
    m_edit->hide();
    m_edit->setAccessibleName({});
    setTabOrder(m_choice, m_save);
    connect(m_edit, &QLineEdit::textChanged, m_choice, &ChoiceBox::showValue);
    connect(m_choice, &ChoiceBox::chosen, m_edit, &QLineEdit::setText);
    refresh();
}

std::optional<FactEdit::Change> FactEdit::change() const
{
    return m_edit->text() == m_base ? std::nullopt : std::optional(Change{m_base, m_edit->text()});
}

void FactEdit::setPresent(const QString &present)
{
    const bool isChanged = change().has_value();
    m_present = present;
    if (!isChanged) {
        m_base = present;
        m_edit->setText(present);
        m_edit->setCursorPosition(0);
    }
    refresh();
}

void FactEdit::setChange(const std::optional<Change> &change)
{
    m_theirs.reset();
    m_base = change ? change->base : m_present;
    m_edit->setText(change ? change->typed : m_present);
    m_problem->hide();
    refresh();
}

void FactEdit::setWhyNot(const QString &whyNot)
{
    m_whyNot = whyNot;
    refresh();
}

void FactEdit::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    refresh();
}

void FactEdit::settle(const QString &present)
{
    m_present = present;
    setChange(std::nullopt);
}

void FactEdit::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    describe(problem);
}

void FactEdit::showTheirs(const QString &theirs)
{
    m_theirs = theirs;
    tell(theirs.isEmpty() ? tr("Somebody else emptied this while you typed.")
                          : tr("Somebody else changed this to “%1” while you typed.").arg(plainLine(theirs)));
    refresh();
}

void FactEdit::restore()
{
    settle(m_present);
}

void FactEdit::keepMine()
{
    m_base = *m_theirs;
    m_theirs.reset();
    m_problem->hide();
    refresh();
    Q_EMIT saveRequested();
}

void FactEdit::takeTheirs()
{
    settle(*m_theirs);
}

void FactEdit::refresh()
{
    const bool mayChange = m_whyNot.isEmpty() && !m_isBusy;
    m_edit->setReadOnly(!mayChange);
    m_edit->setToolTip(m_whyNot);
    if (m_problem->isHidden()) {
        describe(m_whyNot.isEmpty() && m_isRequired ? tr("Required") : m_whyNot);
    }
    if (m_choice) {
        m_choice->setEnabled(mayChange);
        m_choice->setToolTip(m_whyNot);
    }
    m_save->setText(m_theirs ? tr("Keep mine") : tr("Save"));
    m_restore->setText(m_theirs ? tr("Take theirs") : tr("Restore"));
    m_save->setEnabled(mayChange);
    m_restore->setEnabled(!m_isBusy);
    m_buttons->setVisible(change() || m_theirs);
}

void FactEdit::describe(const QString &description)
{
    (m_choice ? static_cast<QWidget *>(m_choice) : m_edit)->setAccessibleDescription(description);
}

bool FactEdit::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if ((watched == m_edit || watched == m_choice) && isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && change()) {
        event->accept(); // else it would leave the conversation
        if (event->type() == QEvent::KeyPress) {
            restore();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FactEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_caption->setFont(captionFont(font()));
        m_problem->setFont(secondaryFont(font()));
    }
}

} // namespace greenline
