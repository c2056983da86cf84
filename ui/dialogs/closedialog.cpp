#include "ui/dialogs/closedialog.h"

#include "ui/dialogs/problembar.h"
#include "ui/dialogs/transcriptoption.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QLabel *captionOf(QWidget *field, const QString &text, QWidget *parent)
{
    auto *caption = new QLabel(text, parent);
    caption->setFont(strongFont(parent->font()));
    caption->setBuddy(field);
    return caption;
}

} // namespace

CloseDialog::CloseDialog(const QString &customer, QWidget *parent)
    : QDialog(parent)
    , m_comment(new QPlainTextEdit(this))
    , m_tags(new QListWidget(this))
    , m_newTag(new QLineEdit(this))
    , m_addTag(new QPushButton(tr("Add tag"), this))
    , m_transcript(new TranscriptOption(this))
    , m_missing(new QLabel(this))
    , m_problem(new ProblemBar(this))
    , m_close(new QPushButton(tr("Close conversation"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Close conversation"));
    setAccessibleName(tr("Close conversation"));
    setProperty("panel", true);
    build(customer);

    connect(m_comment, &QPlainTextEdit::textChanged, this, &CloseDialog::refresh);
    connect(m_tags, &QListWidget::itemChanged, this, &CloseDialog::refresh);
    connect(m_newTag, &QLineEdit::textChanged, this, &CloseDialog::refresh);
    connect(m_newTag, &QLineEdit::returnPressed, this, &CloseDialog::addTypedTag);
    connect(m_transcript, &TranscriptOption::changed, this, &CloseDialog::refresh);
    connect(m_addTag, &QPushButton::clicked, this, &CloseDialog::addTypedTag);
    connect(m_cancel, &QPushButton::clicked, this, &CloseDialog::reject);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_problem->clear();
        Q_EMIT closeRequested(request());
    });
    refresh();
}

void CloseDialog::build(const QString &customer)
{
    auto *about = new QLabel(
        tr("You end the conversation with %1. A new text from them starts another one.").arg(customer), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    setUpFields();

    auto *adding = new QHBoxLayout;
    adding->addWidget(m_newTag, 1);
    adding->addWidget(m_addTag);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(2 * metrics::grid);
    column->addWidget(about);
    column->addSpacing(metrics::grid);
    column->addWidget(captionOf(m_comment, tr("Comment"), this));
    column->addWidget(m_comment);
    column->addSpacing(metrics::grid);
    column->addWidget(captionOf(m_tags, tr("Tags"), this));
    column->addWidget(m_tags);
    column->addLayout(adding);
    column->addSpacing(metrics::grid);
    column->addWidget(m_transcript);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addSpacing(metrics::grid);
    column->addLayout(buttons);
    fitTags();
    resize(fontMetrics().averageCharWidth() * 68, sizeHint().height());
}

void CloseDialog::setUpFields()
{
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(m_comment->fontMetrics().lineSpacing() * 4);
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setUniformItemSizes(true);
    m_newTag->setAccessibleName(tr("New tag"));
    m_newTag->setPlaceholderText(tr("Another tag"));
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    m_missing->setFont(secondaryFont(font()));
    m_close->setProperty("primary", true);
    // No default button: Enter adds the tag being typed and must not close the conversation as well.
    m_close->setAutoDefault(false);
    m_close->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_addTag->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
}

void CloseDialog::setRules(const CloseRules &rules)
{
    m_rules = rules;
    m_knowsRules = true;
    m_transcript->setAddress(rules.customerEmail);
    for (const QString &tag : rules.knownTags) {
        addTag(tag, Qt::Unchecked);
    }
    refresh();
}

void CloseDialog::tellUnknownRules(const ErrorText &problem)
{
    m_knowsRules = true;
    m_problem->tell(problem);
    refresh();
}

void CloseDialog::hideTranscript()
{
    m_transcript->hide();
}

void CloseDialog::setTags(const QStringList &tags)
{
    for (const QString &tag : tags) {
        addTag(tag, Qt::Checked);
    }
}

void CloseDialog::addTag(const QString &tag, Qt::CheckState state)
{
    const QList<QListWidgetItem *> same = m_tags->findItems(tag, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    if (!same.isEmpty()) {
        if (state == Qt::Checked) {
            same.first()->setCheckState(Qt::Checked);
        }
        return;
    }
    auto *item = new QListWidgetItem(tag, m_tags);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    fitTags();
}

/// As high as its tags, up to five of them: an empty box looks like a fault.
void CloseDialog::fitTags()
{
    const int rows = std::clamp(m_tags->count(), 1, 5);
    const int row = std::max(m_tags->sizeHintForRow(0), m_tags->fontMetrics().lineSpacing() + 2 * metrics::grid);
    m_tags->setFixedHeight(rows * row + 4 * metrics::grid);
}

void CloseDialog::addTypedTag()
{
    const QString tag = m_newTag->text().trimmed();
    if (tag.isEmpty()) {
        return;
    }
    addTag(tag, Qt::Checked);
    m_newTag->clear();
    refresh();
}

void CloseDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget *field : {static_cast<QWidget *>(m_comment), static_cast<QWidget *>(m_tags),
                           static_cast<QWidget *>(m_newTag), static_cast<QWidget *>(m_transcript)}) {
        field->setEnabled(!isBusy);
    }
    refresh();
}

void CloseDialog::setPause(const QString &words)
{
    m_pause = words;
    refresh();
}

void CloseDialog::tell(const ErrorText &problem)
{
    setBusy(false);
    m_problem->tell(problem);
}

CloseRequest CloseDialog::request() const
{
    CloseRequest request;
    request.comment = m_comment->toPlainText().trimmed();
    for (int row = 0; row < m_tags->count(); ++row) {
        if (m_tags->item(row)->checkState() == Qt::Checked) {
            request.tags.append(m_tags->item(row)->text());
        }
    }
    request.transcript = m_transcript->order();
    return request;
}

QString CloseDialog::missing() const
{
    const bool isWaiting = m_isBusy || !m_knowsRules;
    if (isWaiting && !m_pause.isEmpty()) {
        return m_pause;
    }
    if (m_isBusy) {
        return tr("Closing…");
    }
    if (!m_knowsRules) {
        return tr("Asking the workspace what closing needs…");
    }
    const CloseRequest written = request();
    const bool lacksComment = m_rules.needsComment && written.comment.isEmpty();
    const bool lacksTag = m_rules.needsTag && written.tags.isEmpty();
    if (lacksComment && lacksTag) {
        return tr("This workspace asks for a comment and a tag before a conversation is closed.");
    }
    if (lacksComment) {
        return tr("This workspace asks for a comment before a conversation is closed.");
    }
    return lacksTag ? tr("This department asks for a tag before a conversation is closed.") : m_transcript->missing();
}

/// What came meanwhile must not lie over what was there.
void CloseDialog::grow()
{
    const int wanted
        = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    if (wanted > height()) {
        resize(width(), wanted);
    }
}

void CloseDialog::refresh()
{
    const QString reason = missing();
    m_missing->setText(reason);
    m_close->setEnabled(reason.isEmpty());
    m_close->setToolTip(reason);
    m_addTag->setEnabled(!m_isBusy && !m_newTag->text().trimmed().isEmpty());
    grow();
}

} // namespace greenline
