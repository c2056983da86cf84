#include "ui/reply/snippetsdialog.h"

#include "app/workspace/snippets.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace greenline {

SnippetsDialog::SnippetsDialog(Snippets &snippets, QWidget *parent)
    : QDialog(parent)
    , m_snippets(snippets)
    , m_list(new QListWidget(this))
    , m_shortcut(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_new(new QPushButton(tr("New snippet"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("My snippets"));
    setAccessibleName(tr("My snippets"));
    setProperty("panel", true);
    build();
    fill();
    connect(m_list, &QListWidget::currentRowChanged, this, &SnippetsDialog::showChosen);
    connect(m_shortcut, &QLineEdit::textChanged, this, &SnippetsDialog::refresh);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SnippetsDialog::refresh);
    connect(m_new, &QPushButton::clicked, this, &SnippetsDialog::startNew);
    connect(m_delete, &QPushButton::clicked, this, &SnippetsDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &SnippetsDialog::save);
    connect(m_close, &QPushButton::clicked, this, &SnippetsDialog::accept);
    startNew();
}

void SnippetsDialog::build()
{
    m_list->setAccessibleName(tr("Snippets"));
    m_shortcut->setAccessibleName(tr("Shortcut"));
    m_shortcut->setPlaceholderText(tr("for example: hello"));
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(secondaryFont(font()));
    m_hint->setText(tr("Kept on this computer only. {{contact.name}}, {{contact.phone}}, {{agent.name}} and "
                       "{{agent.email}} are replaced when you use it."));
    m_save->setProperty("primary", true);
    for (QPushButton *button : {m_new, m_delete, m_save, m_close}) {
        button->setAutoDefault(false);
    }
    auto *form = new QFormLayout;
    form->addRow(tr("Shortcut"), m_shortcut);
    form->addRow(tr("Text"), m_text);
    form->addRow(m_hint);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metrics::margin);
    middle->addWidget(m_list, 2);
    middle->addLayout(form, 3);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(metrics::margin);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 20);
}

void SnippetsDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const CannedResponse &one : m_snippets.all()) {
        auto *item = new QListWidgetItem(u"/"_s + plainLine(one.shortcut), m_list);
        item->setData(Qt::UserRole, one.id);
    }
}

QString SnippetsDialog::chosenId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void SnippetsDialog::showChosen()
{
    const QString id = chosenId();
    for (const CannedResponse &one : m_snippets.all()) {
        if (one.id == id) {
            m_shortcut->setText(one.shortcut);
            m_text->setPlainText(one.text);
        }
    }
    refresh();
}

void SnippetsDialog::startNew()
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(-1);
    m_shortcut->clear();
    m_text->clear();
    m_shortcut->setFocus();
    refresh();
}

void SnippetsDialog::save()
{
    CannedResponse snippet;
    snippet.id = chosenId();
    snippet.shortcut = m_shortcut->text().trimmed();
    snippet.text = m_text->toPlainText().trimmed();
    m_snippets.put(snippet);
    fill();
    startNew();
}

void SnippetsDialog::remove()
{
    m_snippets.remove(chosenId());
    fill();
    startNew();
}

void SnippetsDialog::refresh()
{
    m_delete->setEnabled(!chosenId().isEmpty());
    // A shortcut is one word, for the list closes at the first blank.
    const QString shortcut = m_shortcut->text().trimmed();
    const bool isOneWord = !shortcut.isEmpty() && !shortcut.contains(u' ') && !shortcut.contains(u'/');
    m_save->setEnabled(isOneWord && !m_text->toPlainText().trimmed().isEmpty());
}

} // namespace greenline
