#include "ui/reply/attacher.h"

#include "app/workspace/abilities.h"
#include "app/workspace/attachments.h"
#include "app/workspace/drafts.h"
#include "app/workspace/filecontents.h"
#include "app/workspace/session.h"
#include "ui/composer/attachmentstrip.h"
#include "ui/composer/composer.h"
#include "ui/composer/composertool.h"
#include "ui/composer/replyedit.h"
#include "ui/dialogs/problembar.h"
#include "ui/reply/picturebytes.h"
#include "ui/reply/writable.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/abilitywords.h"
#include "ui/words/filewords.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isThere(const KeptFile &file)
{
    const QFileInfo info(file.path);
    return info.isFile() && info.isReadable() && info.size() == file.bytes;
}

bool isDamagedPicture(const FileRefusal &refusal)
{
    return refusal.error.code == "damaged-picture"_L1;
}

bool cannotBeCleaned(const FileRefusal &refusal)
{
    return isDamagedPicture(refusal) || refusal.error.code == "uncleanable-picture"_L1;
}

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

} // namespace

Attacher::Attacher(const ReplyNeeds &needs, QAction &attach, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_action(attach)
    , m_button(new ComposerTool(Glyph::Attach, tr("Attach"), &needs.composer.box()))
    , m_strip(new AttachmentStrip(&needs.composer))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    needs.composer.addTool(m_button);
    needs.composer.addBar(m_strip);
    needs.composer.addGate([this](const QString &) { return areThere(); });
    needs.composer.edit().setTaker({wants, [this](const QMimeData &data) { take(data); }});
    needs.view.setAcceptDrops(true);
    needs.view.installEventFilter(this);
    connectDesk();
    weigh();
}

void Attacher::connectDesk()
{
    connect(m_button, &QToolButton::clicked, this, &Attacher::choose);
    connect(&m_action, &QAction::triggered, this, &Attacher::choose);
    connect(m_strip, &AttachmentStrip::removeRequested, this, &Attacher::remove);
    connect(&m_needs.session.abilities(), &Abilities::changed, this, &Attacher::weigh);
    connect(&m_needs.view, &ConversationView::timelineChanged, this, &Attacher::show);
    connect(&m_needs.session.drafts(), &Drafts::filesChanged, this, [this](const RoomId &room) {
        if (room == m_needs.view.room()) {
            show();
        }
    });
}

void Attacher::weigh()
{
    const QString refusal = abilityRefusal(Ability::Attach, m_needs.session.abilities().verdict(Ability::Attach));
    m_button->setEnabled(refusal.isEmpty());
    m_button->setToolTip(refusal.isEmpty()
                             ? tr("Attach a file (%1)").arg(m_action.shortcut().toString(QKeySequence::NativeText))
                             : refusal);
    m_button->setAccessibleDescription(refusal);
}

/// If not, says why.
bool Attacher::mayAttach()
{
    const QString refusal = abilityRefusal(Ability::Attach, m_needs.session.abilities().verdict(Ability::Attach));
    if (!refusal.isEmpty()) {
        m_needs.problem.inform(refusal);
        return false;
    }
    return isWritable(m_needs);
}

void Attacher::choose()
{
    if (m_dialog || !mayAttach()) {
        return;
    }
    m_needs.session.attachments().readRules();
    m_dialog = new QFileDialog(&m_needs.window, tr("Attach files"), m_folder);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(m_dialog, &QFileDialog::filesSelected, this, [this, room = m_needs.view.room()](const QStringList &paths) {
        m_folder = QFileInfo(paths.value(0)).absolutePath();
        if (room == m_needs.view.room()) {
            add(paths);
        }
    });
    m_dialog->open();
}

/// Files first, for a file manager gives their names as text as well; a picture only where there is no text, for
/// office programs give a picture of every text.
bool Attacher::wants(const QMimeData &data)
{
    return !localPaths(data).isEmpty() || (data.hasImage() && !data.hasText());
}

void Attacher::take(const QMimeData &data)
{
    const QStringList paths = localPaths(data);
    if (!mayAttach()) {
        return;
    }
    if (paths.isEmpty()) {
        addPicture(qvariant_cast<QImage>(data.imageData()));
    } else {
        add(paths);
    }
}

void Attacher::add(const QStringList &paths)
{
    QString problem;
    for (const QString &path : paths) {
        const auto refusal = m_needs.session.attachments().add(m_needs.view.room(), path);
        if (refusal && cannotBeCleaned(*refusal)) {
            askWhether(m_needs.view.room(), path, isDamagedPicture(*refusal));
        } else if (refusal && problem.isEmpty()) {
            problem = fileRefusalWords(*refusal, QFileInfo(path).fileName());
        }
    }
    m_needs.composer.showProblem(problem);
    m_needs.composer.focusReply();
}

void Attacher::askWhether(const RoomId &room, const QString &path, bool isDamaged)
{
    auto *box = new QMessageBox(&m_needs.window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Picture with what is hidden in it"));
    box->setText(tr("Attach “%1” as it is?").arg(plainLine(QFileInfo(path).fileName())));
    const QString whole = tr("Greenline cannot take out of this picture what may be hidden in it: where, when and with "
                             "what it was taken, or by whom. The customer would get that, too.");
    const QString damaged
        = tr("The picture looks damaged, so Greenline cannot take out of it what may be hidden in it: "
             "where, when and with what it was taken, or by whom. The customer would get that, too.");
    box->setInformativeText(isDamaged ? damaged : whole);
    QPushButton *sure = box->addButton(tr("Attach as it is"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(sure, &QPushButton::clicked, this, [this, room, path] {
        const auto refusal = m_needs.session.attachments().add(room, path, Attachments::Pictures::AsTheyAre);
        if (room == m_needs.view.room()) {
            m_needs.composer.showProblem(refusal ? fileRefusalWords(*refusal, QFileInfo(path).fileName()) : QString());
            m_needs.composer.focusReply();
        }
    });
    box->open();
}

void Attacher::addPicture(const QImage &picture)
{
    const QByteArray bytes = bytesOfPicture(picture, mmsBytes);
    const qsizetype others = m_needs.session.drafts().files(m_needs.view.room()).size();
    const QString ending = bytes.startsWith("\xff\xd8") ? u"jpg"_s : u"png"_s;
    const QString name = others == 0 ? u"picture."_s + ending : u"picture-%1.%2"_s.arg(others + 1).arg(ending);
    const auto refusal = m_needs.session.attachments().addPicture(m_needs.view.room(), bytes, name);
    m_needs.composer.showProblem(refusal ? fileRefusalWords(*refusal, name) : QString());
}

void Attacher::remove(int place)
{
    const RoomId room = m_needs.view.room();
    const QList<KeptFile> files = m_needs.session.drafts().files(room);
    if (place < files.size()) {
        const Status removed = m_needs.session.attachments().remove(room, files.at(place));
        m_needs.composer.showProblem(removed ? QString() : errorText(removed.error(), Occasion::Storing).oneLine());
        m_needs.composer.focusReply();
    }
}

void Attacher::show()
{
    const QList<KeptFile> files
        = m_needs.view.isReadable() ? m_needs.session.drafts().files(m_needs.view.room()) : QList<KeptFile>();
    QList<AttachedFile> shown;
    QHash<QByteArray, QImage> pictures;
    for (const KeptFile &file : files) {
        const bool isMissing = !isThere(file);
        const QImage picture = isMissing ? QImage() : pictureOf(file);
        pictures.insert(file.hash, picture);
        shown.append({plainLine(file.name), isMissing ? tr("▲ No longer there") : fileSizeWords(file.bytes), isMissing,
                      picture});
    }
    m_pictures = pictures;
    m_strip->setFiles(shown);
    m_needs.composer.setHasFiles(!files.isEmpty());
}

QImage Attacher::pictureOf(const KeptFile &file)
{
    const auto known = m_pictures.constFind(file.hash);
    return known != m_pictures.constEnd() ? *known : smallPicture(file.path);
}

/// Before anything leaves; while it is on its way, the outbox looks again.
bool Attacher::areThere()
{
    const QList<KeptFile> files = m_needs.session.drafts().files(m_needs.view.room());
    const auto missing = std::find_if_not(files.cbegin(), files.cend(), isThere);
    if (missing == files.cend()) {
        return true;
    }
    show();
    m_needs.composer.showProblem(tr("Not sent: “%1” is no longer there, or has changed. Remove it, or attach it again.")
                                     .arg(plainLine(missing->name)));
    return false;
}

bool Attacher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (wants(*drag->mimeData())) {
            drag->acceptProposedAction();
            return true;
        }
    } else if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (wants(*drop->mimeData())) {
            drop->acceptProposedAction();
            take(*drop->mimeData());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace greenline
