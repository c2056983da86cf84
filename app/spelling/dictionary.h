#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace greenline {

/// A Hunspell dictionary of this computer: en_US.aff and en_US.dic in one folder. Opening one takes as long as reading
/// its files, so that is done beside the window.
class Dictionary
{
public:
    /// Languages that have both files and an encoding that Qt can write, sorted: "de_DE", "en_US".
    static QStringList languagesIn(const QString &folder);

    Dictionary(const QString &folder, const QString &language);
    ~Dictionary();
    Dictionary(const Dictionary &) = delete;
    Dictionary &operator=(const Dictionary &) = delete;

    bool isRight(const QString &word) const;
    QStringList suggestions(const QString &word) const; ///< Best first.

private:
    std::string written(const QString &word) const;
    class Checker;
    std::unique_ptr<Checker> m_checker;
};

} // namespace greenline
