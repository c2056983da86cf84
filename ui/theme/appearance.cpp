#include "ui/theme/appearance.h"

#include "ui/theme/colours.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

QPalette paletteOf(const Colours &colours)
{
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, colours.window},
        {QPalette::WindowText, colours.text},
        {QPalette::Base, colours.panel},
        {QPalette::AlternateBase, colours.hover},
        {QPalette::Text, colours.text},
        {QPalette::PlaceholderText, colours.secondaryText},
        {QPalette::Button, colours.panel},
        {QPalette::ButtonText, colours.text},
        {QPalette::BrightText, colours.danger},
        {QPalette::Highlight, colours.action},
        {QPalette::HighlightedText, colours.onAction},
        {QPalette::Link, colours.action},
        {QPalette::LinkVisited, colours.action},
        {QPalette::ToolTipBase, colours.panel},
        {QPalette::ToolTipText, colours.text},
        {QPalette::Light, tinted(colours.panel, colours.line, 0.5)},
        {QPalette::Midlight, colours.line},
        {QPalette::Mid, colours.line},
        {QPalette::Dark, tinted(colours.line, colours.text, 0.3)},
        {QPalette::Shadow, tinted(colours.window, Qt::black, 0.6)},
    };
    QPalette palette;
    for (const auto &[role, colour] : roles) {
        palette.setColor(QPalette::All, role, colour);
    }
    const QColor faded = tinted(colours.panel, colours.text, 0.45);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return palette;
}

QString styleSheetOf(const Colours &colours)
{
    QFile file(u":/greenline/greenline.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> names[] = {
        {"@window"_L1, colours.window},
        {"@panel"_L1, colours.panel},
        {"@line"_L1, colours.line},
        {"@text"_L1, colours.text},
        {"@secondary"_L1, colours.secondaryText},
        {"@faded"_L1, tinted(colours.panel, colours.text, 0.45)},
        {"@action"_L1, colours.action},
        {"@pressed"_L1, tinted(colours.action, colours.text, 0.22)},
        {"@onaction"_L1, colours.onAction},
        {"@danger"_L1, colours.danger},
        {"@selection"_L1, colours.selection},
        {"@hover"_L1, colours.hover},
        {"@handle"_L1, tinted(colours.panel, colours.secondaryText, 0.45)},
        {"@waitingline"_L1, tinted(colours.panel, colours.waitingFill, 0.6)},
        {"@waiting"_L1, tinted(colours.panel, colours.waitingFill, 0.18)},
    };
    for (const auto &[name, colour] : names) {
        sheet.replace(name, colour.name());
    }
    const QLatin1StringView scheme = colours.isDark ? "light"_L1 : "dark"_L1; // what is drawn, on the other
    sheet.replace("@down"_L1, "down-"_L1 + scheme);
    sheet.replace("@up"_L1, "up-"_L1 + scheme);
    sheet.replace("@tick"_L1, colours.onAction.lightness() > 127 ? "tick-light"_L1 : "tick-dark"_L1);
    return sheet;
}

} // namespace greenline
