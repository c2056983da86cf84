#pragma once

#include "ui/theme/glyphs.h"

#include <QToolButton>

namespace greenline {

/// A quiet button below the text that says by a drawing what it does, and by name to who cannot see it.
class ComposerTool : public QToolButton
{
    Q_OBJECT
public:
    ComposerTool(Glyph glyph, const QString &name, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    Glyph m_glyph;
};

} // namespace greenline
