#include "ui/customer/notespage.h"

#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace greenline {

NotesPage::NotesPage(QWidget *parent)
    : QWidget(parent)
    , m_place(new QLabel(this))
    , m_edit(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("Save notes"), this))
    , m_theirsButton(new QPushButton(tr("Take theirs"), this))
{
    setProperty("panel", true);
    build();
    refresh();
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_problem->hide();
        Q_EMIT edited();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_theirs) {
            Q_EMIT mineKept(*m_theirs);
            m_theirs.reset();
        }
        m_problem->hide();
        Q_EMIT saveRequested();
    });
    connect(m_theirsButton, &QPushButton::clicked, this, [this] {
        m_theirs.reset();
        m_problem->hide();
        Q_EMIT theirsTaken();
    });
}

void NotesPage::build()
{
    m_edit->setAccessibleName(tr("Customer notes"));
    m_edit->setAccessibleDescription(tr("Never sent to the customer"));
    m_edit->setPlaceholderText(tr("Notes about this customer. They are never sent to them."));
    m_edit->setProperty("bar", u"waiting"_s);
    m_edit->setTabChangesFocus(true);
    for (QLabel *label : {m_place, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(secondaryFont(font()));
    }
    m_place->setProperty("secondary", true);
    m_problem->setProperty("error", true);
    m_problem->hide();
    m_save->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * metrics::grid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_theirsButton);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, 3 * metrics::grid, metrics::margin, metrics::margin);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_edit, 1);
    column->addWidget(m_place);
    column->addWidget(m_problem);
    column->addLayout(buttons);
}

QString NotesPage::text() const
{
    return m_edit->toPlainText();
}

void NotesPage::setText(const QString &text)
{
    if (text != this->text()) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(text);
    }
}

void NotesPage::setHome(CustomerNotes::Home home)
{
    m_home = home;
    refresh();
}

void NotesPage::setUnsaved(bool isUnsaved)
{
    m_isUnsaved = isUnsaved;
    if (!isUnsaved) {
        m_theirs.reset();
        m_problem->hide();
    }
    refresh();
}

void NotesPage::setWhyNot(const QString &whyNot)
{
    m_whyNot = whyNot;
    refresh();
}

void NotesPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    refresh();
}

void NotesPage::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

void NotesPage::showTheirs(const QString &theirs)
{
    m_theirs = theirs;
    tell(theirs.isEmpty() ? tr("Somebody else emptied these notes while you wrote.")
                          : tr("Somebody else wrote meanwhile: “%1”").arg(plainLine(theirs, 300)));
    refresh();
}

void NotesPage::refresh()
{
    switch (m_home) {
    case CustomerNotes::Home::Unknown:
        m_place->setText(tr("Kept on this computer until the workspace has answered."));
        break;
    case CustomerNotes::Home::ThisComputer:
        m_place->setText(tr("Kept only on this computer: the workspace has no custom field “notes”."));
        break;
    case CustomerNotes::Home::Customer:
        m_place->setText(m_isUnsaved ? tr("Not saved in the workspace yet; kept on this computer until then.")
                                     : tr("Kept in the workspace with the customer, for every agent."));
        break;
    case CustomerNotes::Home::Conversation:
        m_place->setText(m_isUnsaved ? tr("Not saved in the workspace yet; kept on this computer until then.")
                                     : tr("Kept in the workspace with this conversation, for every agent."));
        break;
    }
    m_save->setVisible(m_isUnsaved);
    m_save->setText(m_theirs ? tr("Keep mine") : tr("Save notes"));
    m_save->setEnabled(!m_isBusy && m_whyNot.isEmpty());
    m_save->setToolTip(m_whyNot);
    m_save->setAccessibleDescription(m_whyNot);
    m_theirsButton->setVisible(m_isUnsaved && m_theirs);
    m_edit->setReadOnly(m_isBusy);
}

} // namespace greenline
