#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

namespace greenline {

class DesktopScheme;

/// Palette, style sheet and fonts of the whole program. Follows the desktop's light or dark and switches live; the
/// application font gets a colour emoji family behind the text family.
///
/// Looks that the style sheet knows, set as dynamic properties before a widget is shown: buttons "primary" (one in a
/// place), "danger" and "quiet" (no frame until touched); lists, scroll areas and text edits "quiet" (no frame of their
/// own); any widget "panel" (the lighter ground of lists and bars); labels "secondary" and "error".
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Scheme { System, Light, Dark };
    explicit Theme(QApplication &application, QObject *parent = nullptr);
    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed(); ///< Other colours than before; widgets have already been given them by the palette.

private:
    void apply();
    void dress();
    bool isDesktopDark() const;

    QApplication &m_application;
    QPalette m_desktopPalette; ///< As the platform gave it, before ours was laid over it.
    DesktopScheme *m_desktop = nullptr;
    Scheme m_scheme = Scheme::System;
    bool m_isDark = false;
};

} // namespace greenline
