#pragma once

#include <QObject>

class QApplication;

namespace greenline {

/// Palette, style sheet and fonts of the whole program. Follows the desktop's light or dark and switches live; the application font
/// gets a colour emoji family behind the text family.
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
    void askDesktop();

    QApplication &m_application;
    Scheme m_scheme = Scheme::System;
    bool m_isDark = false;
};

} // namespace greenline
