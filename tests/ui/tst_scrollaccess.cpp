#include "ui/theme/scrollaccess.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace greenline;

/// A screen reader that asks a scroll area for a child it was told of before.
class ScrollAccessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChildThatIsNotThereIsNone();
    void theContentIsFound();
};

namespace {

/// Content that needs both scroll bars until it is made small.
struct Place {
    Place()
    {
        label->resize(1'000, 1'000);
        area.setWidget(label);
        area.resize(100, 100);
        area.show();
    }
    QAccessibleInterface *seen() { return QAccessible::queryAccessibleInterface(&area); }
    QScrollArea area;
    QLabel *label = new QLabel;
};

} // namespace

void ScrollAccessTest::aChildThatIsNotThereIsNone()
{
    installScrollAccess();
    Place place;
    QVERIFY(QTest::qWaitForWindowExposed(&place.area));
    const int count = place.seen()->childCount();
    QVERIFY(count >= 1);
    place.label->resize(10, 10); // the bars go
    QTRY_VERIFY(place.seen()->childCount() == count);
    for (int index = -1; index < count + 3; ++index) {
        QCOMPARE(place.seen()->child(index) != nullptr, index >= 0 && index < count);
    }
}

void ScrollAccessTest::theContentIsFound()
{
    Place place;
    QVERIFY(QTest::qWaitForWindowExposed(&place.area));
    QAccessibleInterface *viewport = place.seen()->child(0);
    QCOMPARE(viewport->object(), place.area.viewport());
    QCOMPARE(viewport->child(0)->object(), place.label);
    QCOMPARE(viewport->parent(), place.seen());
    QCOMPARE(place.seen()->indexOfChild(viewport), 0);
}

QTEST_MAIN(ScrollAccessTest)
#include "tst_scrollaccess.moc"
