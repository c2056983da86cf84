#include "ui/palette/keysdialog.h"

#include "app/omnichannel/textmatch.h"
#include "ui/palette/keymap.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int actionRole = Qt::UserRole;

QString plainWords(const QAction &action)
{
    return action.text().remove(u'&');
}

/// One chord: a row of them is more than a person wants for an action.
QKeySequence firstChord(const QKeySequence &keys)
{
    return keys.isEmpty() ? QKeySequence() : QKeySequence(keys[0]);
}

} // namespace

KeysDialog::KeysDialog(KeyMap &keys, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_what(new QLabel(this))
    , m_edit(new QKeySequenceEdit(this))
    , m_apply(new QPushButton(tr("Use these keys"), this))
    , m_standard(new QPushButton(tr("Standard keys"), this))
    , m_allStandard(new QPushButton(tr("All to standard"), this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(tr("Keyboard shortcuts"));
    setProperty("panel", true);
    build();
    fill();
    onCurrent();
    connect(&m_keys, &KeyMap::changed, this, &KeysDialog::fill);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::showFiltered);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::onCurrent);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, [this] { m_problem->clear(); });
    connect(m_apply, &QPushButton::clicked, this, &KeysDialog::apply);
    connect(m_allStandard, &QPushButton::clicked, &m_keys, &KeyMap::resetAll);
    connect(m_standard, &QPushButton::clicked, this, [this] {
        if (QAction *action = current()) {
            m_edit->setKeySequence(m_keys.standardKeys(*action));
            apply();
        }
    });
}

void KeysDialog::build()
{
    m_filter->setAccessibleName(tr("Filter the shortcuts"));
    m_filter->setPlaceholderText(tr("Action or keys"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(3 * metrics::grid);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(editor());
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 36);
}

QWidget *KeysDialog::editor()
{
    auto *box = new QWidget(this);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setBuddy(m_edit);
    m_edit->setAccessibleName(tr("New keys"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("error", true);
    for (QPushButton *button : {m_apply, m_standard, m_allStandard}) {
        button->setAutoDefault(false);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_apply);
    row->addWidget(m_standard);
    row->addSpacing(4 * metrics::grid);
    row->addWidget(m_allStandard);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid);
    column->addWidget(m_what);
    column->addLayout(row);
    column->addWidget(m_problem);
    return box;
}

void KeysDialog::fill()
{
    const QAction *chosen = current();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    QHash<QString, QTreeWidgetItem *> groups;
    const QList<QAction *> actions = m_keys.actions();
    for (QAction *action : actions) {
        QString title = action->property("group").toString();
        title = title.isEmpty() ? tr("More") : title;
        QTreeWidgetItem *&group = groups[title];
        if (!group) {
            group = new QTreeWidgetItem(m_list, {title});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFont(0, strongFont(font()));
            group->setSizeHint(0, {0, fontMetrics().height() + 5 * metrics::grid});
        }
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString words = keys.isEmpty() ? tr("none") : keys;
        auto *item = new QTreeWidgetItem(group, {plainWords(*action), words});
        item->setSizeHint(0, {0, fontMetrics().height() + 2 * metrics::grid});
        item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setData(0, actionRole, QVariant::fromValue(action));
        item->setData(0, Qt::AccessibleTextRole, plainWords(*action) + u", "_s + words);
        if (m_keys.isChanged(*action)) {
            item->setFont(1, strongFont(font()));
        }
        if (action == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    m_list->expandAll();
    showFiltered(m_filter->text());
    onCurrent();
}

void KeysDialog::showFiltered(const QString &typed)
{
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        QTreeWidgetItem *title = m_list->topLevelItem(group);
        bool isAny = false;
        for (int row = 0; row < title->childCount(); ++row) {
            QTreeWidgetItem *item = title->child(row);
            const bool isShown = typed.trimmed().isEmpty() || !placesOfPhrase(item->text(0), typed.trimmed()).isEmpty()
                || !placesOfPhrase(item->text(1), typed.trimmed()).isEmpty();
            item->setHidden(!isShown);
            isAny = isAny || isShown;
        }
        title->setHidden(!isAny);
    }
}

QAction *KeysDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, actionRole).value<QAction *>() : nullptr;
}

void KeysDialog::onCurrent()
{
    const QAction *action = current();
    m_problem->clear();
    m_what->setText(action ? tr("Keys for “%1”").arg(plainWords(*action)) : tr("Choose an action to change its keys."));
    m_edit->setKeySequence(action ? action->shortcut() : QKeySequence());
    for (QWidget *part : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_apply)}) {
        part->setEnabled(action);
    }
    m_standard->setEnabled(action && m_keys.isChanged(*action));
}

void KeysDialog::apply()
{
    QAction *action = current();
    if (!action) {
        return;
    }
    const QKeySequence keys = firstChord(m_edit->keySequence());
    if (const QAction *holder = m_keys.holderOf(keys, *action)) {
        m_problem->setText(tr("%1 belongs to “%2”. Give that one other keys first.")
                               .arg(keys.toString(QKeySequence::NativeText), plainWords(*holder)));
        m_problem->setAccessibleName(m_problem->text());
        return;
    }
    m_keys.setKeys(*action, keys);
}

} // namespace greenline
