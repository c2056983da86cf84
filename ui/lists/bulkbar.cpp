#include "ui/lists/bulkbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

BulkBar::BulkBar(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_return(new QPushButton(tr("Return"), this))
    , m_forward(new QPushButton(tr("Forward…"), this))
    , m_close(new QPushButton(tr("Close…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setProperty("bar", u"waiting"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Progress"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_words, 1);
    first->addWidget(m_cancel);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    for (QPushButton *one : {m_return, m_forward, m_close}) {
        second->addWidget(one, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_progress);
    hide();
    connect(m_return, &QPushButton::clicked, this, [this] { Q_EMIT requested(Deed::Return); });
    connect(m_forward, &QPushButton::clicked, this, [this] { Q_EMIT requested(Deed::Forward); });
    connect(m_close, &QPushButton::clicked, this, [this] { Q_EMIT requested(Deed::Close); });
    connect(m_cancel, &QPushButton::clicked, this, &BulkBar::cancelRequested);
}

QPushButton *BulkBar::button(Deed deed) const
{
    switch (deed) {
    case Deed::Return:
        return m_return;
    case Deed::Forward:
        return m_forward;
    case Deed::Close:
        break;
    }
    return m_close;
}

void BulkBar::showMarked(int count)
{
    m_words->setText(tr("%1 conversations marked").arg(count));
    // Told apart from the buttons of the open conversation, which are called the same.
    m_return->setAccessibleName(tr("Return %1 to queue").arg(count));
    m_forward->setAccessibleName(tr("Forward %1 conversations").arg(count));
    m_close->setAccessibleName(tr("Close %1 conversations").arg(count));
    m_cancel->setAccessibleName(tr("Unmark all"));
    for (QPushButton *one : {m_return, m_forward, m_close}) {
        one->show();
    }
    m_progress->hide();
    setVisible(count > 1);
}

void BulkBar::setWhyNot(Deed deed, const QString &reason)
{
    button(deed)->setEnabled(reason.isEmpty());
    button(deed)->setToolTip(reason.toHtmlEscaped());
    button(deed)->setAccessibleDescription(reason);
}

void BulkBar::showProgress(const Progress &progress)
{
    m_words->setText(progress.words);
    m_progress->setRange(0, progress.total);
    m_progress->setValue(progress.answered);
    m_cancel->setAccessibleName(tr("Cancel the rest"));
    for (QPushButton *one : {m_return, m_forward, m_close}) {
        one->hide();
    }
    m_progress->show();
    show();
}

} // namespace greenline
