#include "ui/composer/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setProperty("bar", u"waiting"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->hide();
    setFocusProxy(m_button);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 5);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    hide();
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::pressed);
}

void NoticeBar::setText(const QString &text)
{
    m_words->setText(text);
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const
{
    return m_words->text();
}

void NoticeBar::setButton(const QString &words)
{
    m_button->setText(words);
    m_button->setVisible(!words.isEmpty());
}

} // namespace greenline
