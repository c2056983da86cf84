#pragma once

#include "ui/theme/glyphs.h"

#include <QWidget>

namespace greenline {

/// A page with a drawing and a few words in its middle: nothing is chosen, or what is chosen cannot be read yet.
class QuietPage : public QWidget
{
    Q_OBJECT
public:
    explicit QuietPage(QWidget *parent = nullptr);
    /// quote is the customer's first text, shown in a bubble; empty: none. All plain text.
    void say(Glyph glyph, const QString &words, const QString &quote = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph = Glyph::Sms;
    QString m_words;
    QString m_quote;
};

} // namespace greenline
