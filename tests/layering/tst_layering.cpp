#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The arrows of CONTRIBUTING.md: which module may include which. Every module may include itself and base.
static const QHash<QString, QSet<QString>> &arrows()
{
    static const QHash<QString, QSet<QString>> table{
        {u"base"_s, {}},
        {u"sms"_s, {}},
        {u"spelling"_s, {}},
        {u"omnichannel"_s, {u"sms"_s}},
        {u"wire"_s, {u"omnichannel"_s}},
        {u"http"_s, {}},
        {u"ddp"_s, {u"http"_s, u"wire"_s}},
        {u"rest"_s, {u"http"_s, u"omnichannel"_s, u"wire"_s}},
        {u"secrets"_s, {}},
        {u"storage"_s, {u"omnichannel"_s}},
        {u"workspace"_s,
         {u"ddp"_s, u"http"_s, u"omnichannel"_s, u"rest"_s, u"secrets"_s, u"sms"_s, u"storage"_s, u"wire"_s}},
        {u"twilio"_s, {u"http"_s}},
        {u"setup"_s, {u"http"_s, u"omnichannel"_s, u"rest"_s, u"sms"_s, u"twilio"_s}},
        {u"practice"_s, {u"sms"_s}},
    };
    return table;
}

/// The same for the folders of ui, which may besides include every module of app.
static const QHash<QString, QSet<QString>> &uiArrows()
{
    static const QHash<QString, QSet<QString>> table{
        {u"theme"_s, {}},
        {u"words"_s, {}},
        {u"conversations"_s, {u"theme"_s, u"words"_s}},
        {u"composer"_s, {u"theme"_s, u"words"_s}},
        {u"timeline"_s, {u"theme"_s, u"words"_s, u"composer"_s, u"conversations"_s}},
        {u"customer"_s, {u"dialogs"_s, u"theme"_s, u"words"_s}},
        {u"status"_s, {u"theme"_s, u"words"_s, u"dialogs"_s}},
        {u"signin"_s, {u"theme"_s, u"words"_s, u"dialogs"_s}},
        {u"dialogs"_s, {u"theme"_s, u"words"_s}},
        {u"notify"_s, {u"theme"_s, u"words"_s, u"dialogs"_s}},
        {u"board"_s, {u"theme"_s, u"words"_s, u"dialogs"_s}},
        {u"settings"_s, {u"theme"_s, u"words"_s, u"notify"_s, u"status"_s}},
        {u"find"_s, {u"theme"_s, u"words"_s, u"dialogs"_s, u"timeline"_s}},
        {u"handover"_s, {u"theme"_s, u"words"_s, u"dialogs"_s, u"composer"_s, u"timeline"_s}},
        {u"lists"_s,
         {u"theme"_s, u"words"_s, u"dialogs"_s, u"composer"_s, u"timeline"_s, u"conversations"_s, u"handover"_s}},
        {u"outbound"_s, {u"theme"_s, u"words"_s, u"dialogs"_s, u"composer"_s}},
        {u"palette"_s, {u"theme"_s, u"words"_s}},
        {u"reply"_s, {u"theme"_s, u"words"_s, u"dialogs"_s, u"composer"_s, u"timeline"_s, u"notify"_s}},
        {u"wizard"_s, {u"theme"_s, u"words"_s, u"dialogs"_s}},
        {u"check"_s, {u"words"_s, u"wizard"_s}},
        {u"export"_s, {u"theme"_s, u"words"_s, u"dialogs"_s, u"timeline"_s}},
    };
    return table;
}

static QStringList sources(const QString &folder)
{
    QStringList files;
    QDirIterator walk(QStringLiteral(GREENLINE_ROOT "/") + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files.append(walk.next());
    }
    return files;
}

static QStringList linesOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromUtf8(source.readAll()).split(u'\n');
}

static QString below(const QString &file)
{
    return file.mid(int(qstrlen(GREENLINE_ROOT)) + 1);
}

class LayeringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void includesFollowTheArrows();
    void uiFoldersFollowTheArrows();
    void appKnowsNoWidgets();
    void filesStayShort();
    void sentencesLiveInUi();
};

void LayeringTest::includesFollowTheArrows()
{
    static const QRegularExpression include(u"^#include \"(app|ui)/([a-z]+)/"_s);
    QVERIFY(!sources(u"app"_s).isEmpty());
    for (const QString &file : sources(u"app"_s)) {
        const QString module = below(file).section(u'/', 1, 1);
        QVERIFY2(arrows().contains(module), qPrintable(u"no row for module "_s + module));
        for (const QString &line : linesOf(file)) {
            const QRegularExpressionMatch match = include.match(line);
            if (!match.hasMatch()) {
                continue;
            }
            const QString target = match.captured(2);
            const bool isAllowed = match.captured(1) == u"app"_s
                && (target == module || target == u"base"_s || arrows().value(module).contains(target));
            QVERIFY2(isAllowed, qPrintable(below(file) + u" includes "_s + line));
        }
    }
}

void LayeringTest::uiFoldersFollowTheArrows()
{
    static const QRegularExpression include(u"^#include \"ui/([a-z]+)/"_s);
    for (const QString &file : sources(u"ui"_s)) {
        const QStringList parts = below(file).split(u'/');
        if (parts.size() < 3) {
            continue; // the composition root and the main window may see everything
        }
        QVERIFY2(uiArrows().contains(parts.at(1)), qPrintable(u"no row for folder "_s + parts.at(1)));
        for (const QString &line : linesOf(file)) {
            const QRegularExpressionMatch match = include.match(line);
            if (match.hasMatch() && match.captured(1) != parts.at(1)) {
                QVERIFY2(uiArrows().value(parts.at(1)).contains(match.captured(1)),
                         qPrintable(below(file) + u" includes "_s + line));
            }
        }
    }
}

void LayeringTest::appKnowsNoWidgets()
{
    static const QRegularExpression gui(
        u"#include <Q(Widget|Application|GuiApplication|Dialog|Painter|Icon|Pixmap|Image|Font|Color|Palette|MessageBox|Label|Clipboard|Svg\\w*)>"_s);
    for (const QString &file : sources(u"app"_s)) {
        for (const QString &line : linesOf(file)) {
            QVERIFY2(!gui.match(line).hasMatch(), qPrintable(below(file) + u" includes "_s + line));
        }
    }
}

void LayeringTest::filesStayShort()
{
    for (const QString &file : sources(u"app"_s) + sources(u"ui"_s)) {
        const qsizetype lines = linesOf(file).size();
        QVERIFY2(lines <= 401, qPrintable(below(file) + u" has %1 lines"_s.arg(lines)));
    }
}

void LayeringTest::sentencesLiveInUi()
{
    static const QRegularExpression sentence(u"\\btr\\("_s);
    for (const QString &file : sources(u"app"_s)) {
        for (const QString &line : linesOf(file)) {
            QVERIFY2(!sentence.match(line).hasMatch(), qPrintable(below(file) + u": "_s + line));
        }
    }
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
