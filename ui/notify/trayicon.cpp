#include "ui/notify/trayicon.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/words/phrases.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int traySide = 64;

/// The logo with the count in a disc; "9+" where more digits would not be read.
QIcon trayPicture(int waiting, Availability availability)
{
    QPixmap picture(traySide, traySide);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGlyph(painter, QRectF(2, 2, traySide - 4, traySide - 4), Glyph::Logo,
               availability == Availability::NotAvailable ? lightColours().secondaryText : lightColours().sms);
    if (waiting > 0) {
        const QRectF disc(traySide * 0.42, traySide * 0.42, traySide * 0.58, traySide * 0.58);
        painter.setPen(Qt::NoPen);
        painter.setBrush(lightColours().danger);
        painter.drawEllipse(disc);
        QFont digits = QApplication::font();
        digits.setBold(true);
        digits.setPixelSize(waiting > 9 ? 24 : 28);
        painter.setFont(digits);
        painter.setPen(Qt::white);
        painter.drawText(disc, Qt::AlignCenter, waiting > 9 ? u"9+"_s : QString::number(waiting));
    }
    return QIcon(picture);
}

} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
{
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::appear(const Entries &entries)
{
    if (m_icon || !QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(&entries.open);
    m_menu->addMenu(&entries.availability);
    m_menu->addSeparator();
    m_menu->addAction(&entries.quit);
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            Q_EMIT activated();
        }
    });
    draw();
    m_icon->show();
}

void TrayIcon::setWaiting(int waiting)
{
    if (waiting != m_waiting) {
        m_waiting = waiting;
        draw();
    }
}

void TrayIcon::setAvailability(Availability availability)
{
    if (availability != m_availability) {
        m_availability = availability;
        draw();
    }
}

void TrayIcon::draw()
{
    if (m_icon) {
        m_icon->setIcon(trayPicture(m_waiting, m_availability));
        const QString queue
            = m_waiting > 0 ? tr("Greenline: %n waiting", nullptr, m_waiting) : tr("Greenline: nobody is waiting");
        //: The queue, and whether the agent is available
        m_icon->setToolTip(m_availability == Availability::Unknown
                               ? queue
                               : tr("%1. %2").arg(queue, availabilityWord(m_availability)));
    }
}

} // namespace greenline
