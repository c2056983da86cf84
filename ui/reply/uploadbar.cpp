#include "ui/reply/uploadbar.h"

#include "app/workspace/session.h"
#include "app/workspace/uploads.h"
#include "ui/composer/composer.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/filewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr std::chrono::milliseconds patience{400};

} // namespace

UploadBar::UploadBar(const ReplyNeeds &needs)
    : QFrame(&needs.composer)
    , m_needs(needs)
    , m_patience(needs.clock, [this] { noteSlow(); })
    , m_words(new QLabel(this))
    , m_measure(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setProperty("bar", u"waiting"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_measure->setAccessibleName(tr("File on its way"));
    m_measure->setTextVisible(false);
    m_measure->setMaximumHeight(2 * metrics::grid);
    m_cancel->setToolTip(tr("Takes the file and its text back"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 5);
    row->addWidget(m_words);
    row->addWidget(m_measure, 1);
    row->addWidget(m_cancel);
    hide();
    const Uploads &uploads = needs.session.uploads();
    connect(&uploads, &Uploads::progressed, this,
            [this](const RoomId &room, const MessageId &message, qint64 sent, qint64 total) {
                note(room, {message, sent, total});
            });
    connect(&uploads, &Uploads::committed, this, [this](const RoomId &room) {
        if (const auto progress = m_progress.find(room); progress != m_progress.end()) {
            progress->isCommitted = true;
            show();
        }
    });
    connect(&uploads, &Uploads::ended, this, [this](const RoomId &room) {
        m_progress.remove(room);
        show();
    });
    connect(&needs.view, &ConversationView::timelineChanged, this, &UploadBar::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (const auto progress = m_progress.constFind(m_needs.view.room()); progress != m_progress.constEnd()) {
            m_needs.view.takeBack(MessageId(progress->message));
        }
    });
}

void UploadBar::note(const RoomId &room, const Progress &news)
{
    Progress &known = m_progress[room];
    if (known.message != news.message) {
        known = news;
        m_patience.start(patience);
    }
    known.sent = news.sent;
    known.total = news.total;
    known.isSlow = known.isSlow || news.sent < news.total;
    show();
}

void UploadBar::noteSlow()
{
    for (Progress &progress : m_progress) {
        progress.isSlow = true;
    }
    show();
}

void UploadBar::show()
{
    const auto progress = m_progress.constFind(m_needs.view.room());
    const bool isShown = m_needs.view.isReadable() && progress != m_progress.constEnd() && progress->isSlow;
    setVisible(isShown);
    if (!isShown) {
        return;
    }
    const bool isThere = progress->sent == progress->total;
    m_measure->setRange(0, isThere ? 0 : 1000);
    m_measure->setValue(static_cast<int>(1000 * progress->sent / progress->total));
    m_cancel->setVisible(!progress->isCommitted);
    m_words->setText(
        isThere ? tr("The workspace works on the file")
                : tr("Sending the file: %1 of %2").arg(fileSizeWords(progress->sent), fileSizeWords(progress->total)));
}

} // namespace greenline
