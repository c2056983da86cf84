#include "ui/composer/attachmentstrip.h"

#include "ui/composer/composertool.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int pictureSide = 40;
constexpr int widestName = 150;

QPixmap pictureOf(const AttachedFile &file, const QPalette &palette, qreal ratio)
{
    if (file.picture.isNull()) {
        const Colours &colours = coloursOf(palette);
        return glyphPixmap(file.isMissing ? Glyph::Failure : Glyph::File,
                           file.isMissing ? colours.danger : colours.secondaryText, 24, ratio);
    }
    const int side = qRound(pictureSide * ratio);
    const QImage scaled = file.picture.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    QPixmap middle
        = QPixmap::fromImage(scaled.copy((scaled.width() - side) / 2, (scaled.height() - side) / 2, side, side));
    middle.setDevicePixelRatio(ratio);
    return middle;
}

/// Text with tags is taken for rich, and without for plain, so it is made rich for sure.
QString tipOf(const QString &words)
{
    return u"<span>%1</span>"_s.arg(words.toHtmlEscaped());
}

QLabel *line(const QString &words, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setText(QFontMetrics(font).elidedText(words, Qt::ElideMiddle, widestName));
    label->setAccessibleName(words);
    label->setToolTip(label->text() == words ? QString() : tipOf(words));
    return label;
}

} // namespace

AttachmentStrip::AttachmentStrip(QWidget *parent)
    : QScrollArea(parent)
    , m_inside(new QWidget(this))
    , m_row(new QHBoxLayout(m_inside))
{
    setAccessibleName(tr("Attached files"));
    setProperty("quiet", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    m_row->setContentsMargins({});
    m_row->setSpacing(2 * metrics::grid);
    m_row->addStretch(1);
    setWidget(m_inside);
    hide();
}

void AttachmentStrip::setFiles(const QList<AttachedFile> &files)
{
    if (files == m_files) {
        return;
    }
    const bool isMore = files.size() > m_files.size();
    m_files = files;
    while (m_row->count() > 1) {
        QLayoutItem *item = m_row->takeAt(0);
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (int place = 0; place < files.size(); ++place) {
        QWidget *made = card(place, files.at(place));
        m_row->insertWidget(place, made);
        made->show(); // a layout leaves that for later, and counts nobody who is hidden
    }
    const bool isWide = m_inside->sizeHint().width() > width();
    setFixedHeight(m_inside->sizeHint().height() + (isWide ? horizontalScrollBar()->sizeHint().height() : 0));
    setVisible(!files.isEmpty());
    if (isMore) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
    }
}

QWidget *AttachmentStrip::card(int place, const AttachedFile &file)
{
    auto *card = new QFrame(m_inside);
    card->setProperty("card", true);
    card->setAccessibleName(file.name);
    auto *picture = new QLabel(card);
    picture->setFixedSize(pictureSide, pictureSide);
    picture->setAlignment(Qt::AlignCenter);
    picture->setPixmap(pictureOf(file, palette(), devicePixelRatioF()));
    QLabel *facts = line(file.facts, captionFont(font()), card);
    facts->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(line(file.name, font(), card));
    words->addWidget(facts);
    words->addStretch(1);
    auto *remove = new ComposerTool(Glyph::Close, tr("Remove %1").arg(file.name), card);
    remove->setToolTip(tipOf(remove->accessibleName()));
    remove->setProperty("quiet", true);
    connect(remove, &QToolButton::clicked, this, [this, place] { Q_EMIT removeRequested(place); });
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(5, 5, 5, 5);
    row->setSpacing(2 * metrics::grid);
    row->addWidget(picture);
    row->addLayout(words);
    row->addWidget(remove);
    return card;
}

} // namespace greenline
