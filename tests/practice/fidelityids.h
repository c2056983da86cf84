#pragma once

#include <QHash>
#include <QJsonValue>
#include <QString>

/// What a recorded id, token or password is in the workspace that plays: learned by laying recorded and played answers
/// side by side.
class FidelityIds
{
public:
    void set(const QString &recorded, const QString &played) { m_played.insert(recorded, played); }
    bool knows(const QString &recorded) const { return m_played.contains(recorded); }
    void learn(const QJsonValue &recorded, const QJsonValue &played);
    QString translated(QString text) const; ///< With every known id in it replaced.

private:
    void learnRows(const QJsonArray &recorded, const QJsonArray &played);
    QHash<QString, QString> m_played;
};
