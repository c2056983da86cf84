#include "app/storage/settingsfile.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// The keys that people are told of.
class KeysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anActionHasItsKeys_data();
    void anActionHasItsKeys();
    void noTwoActionsShareKeys();
    void everyActionStandsInAGroup();

private:
    QTemporaryDir m_folder;
    SettingsFile m_settings{m_folder.filePath(u"settings.ini"_s)};
    MainWindow m_window{m_settings};
};

void KeysTest::anActionHasItsKeys_data()
{
    QTest::addColumn<QString>("keys");
    const QList<std::pair<const char *, QString>> table{{"palette", u"Ctrl+K"_s},
                                                        {"newConversation", u"Ctrl+N"_s},
                                                        {"takeNext", u"F2"_s},
                                                        {"previousConversation", u"Alt+Up"_s},
                                                        {"nextConversation", u"Alt+Down"_s},
                                                        {"nextUnread", u"Alt+Shift+Down"_s},
                                                        {"conversation1", u"Ctrl+1"_s},
                                                        {"conversation9", u"Ctrl+9"_s},
                                                        {"find", u"Ctrl+F"_s},
                                                        {"findEverywhere", u"Ctrl+Shift+F"_s},
                                                        {"focusFilter", u"Ctrl+L"_s},
                                                        {"customerPane", u"Ctrl+I"_s},
                                                        {"toggleAvailability", u"Ctrl+Shift+A"_s},
                                                        {"sendAndNext", u"Ctrl+Return"_s},
                                                        {"emoji", u"Ctrl+."_s},
                                                        {"attach", u"Ctrl+U"_s},
                                                        {"forward", u"Ctrl+Shift+M"_s},
                                                        {"hold", u"Ctrl+H"_s},
                                                        {"returnToQueue", u"Ctrl+Shift+R"_s},
                                                        {"closeConversation", u"Ctrl+W"_s},
                                                        {"backToList", u"Esc"_s},
                                                        {"keySheet", u"F1"_s},
                                                        {"reconcile", u"F5"_s},
                                                        {"diagnostics", u"Ctrl+Shift+D"_s}};
    for (const auto &[name, keys] : table) {
        QTest::newRow(name) << keys;
    }
}

void KeysTest::anActionHasItsKeys()
{
    QFETCH(QString, keys);
    const auto *action = m_window.findChild<QAction *>(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(action);
    QCOMPARE(action->shortcut().toString(QKeySequence::PortableText), keys);
}

void KeysTest::noTwoActionsShareKeys()
{
    QSet<QString> seen;
    const QList<QAction *> actions = m_window.QWidget::actions();
    for (const QAction *action : actions) {
        const QString keys = action->shortcut().toString();
        QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys + u" of "_s + action->objectName()));
        seen.insert(keys);
    }
    QVERIFY(seen.size() > 20);
}

void KeysTest::everyActionStandsInAGroup()
{
    const QList<QAction *> actions = m_window.QWidget::actions();
    for (const QAction *action : actions) {
        QVERIFY2(!action->property("group").toString().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
    }
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
