#pragma once

#include "app/workspace/workspaceprobe.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QToolButton;

namespace greenline {

/// The check of a workspace address, line by line, each with a shape and words. Takes no room before the first line.
class CheckLines : public QWidget
{
    Q_OBJECT
public:
    explicit CheckLines(QWidget *parent = nullptr);
    void show(const ProbeLine &line);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *glyph = nullptr;
        QLabel *words = nullptr;
        ProbeLine::Verdict verdict = ProbeLine::Verdict::Running;
    };
    Row &rowOf(ProbeLine::Subject subject);
    void drawGlyph(const Row &row);

    std::map<ProbeLine::Subject, Row> m_rows;
    QGridLayout *m_grid;
    QToolButton *m_unfold;
    QLabel *m_details;
};

} // namespace greenline
