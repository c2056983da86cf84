#pragma once

#include "app/workspace/abilities.h"
#include "tests/ui/deskplace.h"

#include <functional>

/// A desk before a conversation of each stage, at which ana may do everything that there is in one version; what a test
/// takes away, it gives back.
class RefusalPlace : public DeskPlace
{
public:
    enum class Told { Everybody, Nobody }; ///< Whether the streams tell of what is taken away.
    explicit RefusalPlace(const QString &version);

    bool open(Told told = Told::Everybody);
    void take(const greenline::Verdict &need); ///< Away: a permission of ana's, a module, a setting.
    void giveBack(const greenline::Verdict &need);
    const greenline::Abilities &abilities() const { return console.session->abilities(); }

    bool show(greenline::Stage stage); ///< The conversation of that stage; Closed: none at all.
    greenline::RoomId at(greenline::Stage stage) const { return m_rooms.value(stage); }
    void markMine(); ///< The two that are ana's, in the list.
    QAction *action(const char *name) const;
    void press(QAction *action); ///< By its keys, if it has some.

    QString problem() const; ///< What the bar above the panes says; empty: nothing.
    QString allWords() const; ///< Every text that a person sees now, of dialogues and menus too.
    QString state() const; ///< Words, switches, focus and boxes: another one when something has happened.
    void remember() { m_known = sentences(); } ///< What is said now is not news.
    QStringList newSentences() const; ///< Of bars, dialogues and below fields, that say how something ended.
    QString rooms(); ///< As the workspace has them: who serves what, and what is on hold or closed.
    QStringList dialogs() const; ///< Those that are open, by class.
    void tidy(); ///< Closes what was opened.
    bool isSoon(const std::function<bool()> &condition) const;

private:
    QStringList sentences() const;
    QString newRoom(const QString &number);
    void serve(const QString &room, const QString &username);
    void change(const greenline::Verdict &need, bool isThere);
    void setPermission(const QString &permission, bool isGranted);
    void setModule(const QString &module, bool isThere);
    void setSetting(const QString &setting, bool isOn);

    Told m_told = Told::Everybody;
    QHash<greenline::Stage, greenline::RoomId> m_rooms;
    greenline::RoomId m_second; ///< Of ana's.
    QStringList m_known;
};

/// All abilities there are.
QList<greenline::Ability> allAbilities();
/// Server codes and the like, which no person is to read; empty: none.
QString rawCodeIn(const QString &words);
