#include "ui/theme/theme.h"

#include "ui/theme/appearance.h"
#include "ui/theme/colours.h"
#include "ui/theme/desktopscheme.h"

#include <QApplication>
#include <QFont>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// A text family that has no emoji of its own must stand first: with DejaVu Sans they come out black (seen with
/// Qt 6.4).
QFont fontWithEmoji(const QFont &font)
{
    QFont adapted = font;
    adapted.setFamilies({u"Noto Sans"_s, u"Noto Color Emoji"_s});
    return adapted;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_desktopPalette(application.palette())
    , m_desktop(new DesktopScheme(this))
{
    m_application.setStyle(u"Fusion"_s);
    m_application.setFont(fontWithEmoji(m_application.font()));
    m_isDark = isDesktopDark();
    dress();
    connect(m_desktop, &DesktopScheme::changed, this, &Theme::apply);
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

bool Theme::isDesktopDark() const
{
    return m_desktop->isDark().value_or(coloursOf(m_desktopPalette).isDark);
}

void Theme::apply()
{
    const bool isDark = m_scheme == Scheme::System ? isDesktopDark() : m_scheme == Scheme::Dark;
    if (isDark == m_isDark) {
        return;
    }
    m_isDark = isDark;
    dress();
    Q_EMIT changed();
}

void Theme::dress()
{
    const Colours &colours = m_isDark ? darkColours() : lightColours();
    m_application.setPalette(paletteOf(colours));
    m_application.setStyleSheet(styleSheetOf(colours));
}

} // namespace greenline
