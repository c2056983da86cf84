#pragma once

#include "app/practice/documents.h"

namespace greenline::practice {

/// Reads the workspace's settings by id; a setting that does not exist is off, empty and 0.
class Settings
{
public:
    explicit Settings(Collection &settings)
        : m_settings(settings)
    {
    }
    QJsonValue value(const QString &id) const { return m_settings.find(id).value(QLatin1StringView("value")); }
    /// By what node calls true: a text that is not empty is (7.7.1, rest/66 sets "yes", and texts still come).
    bool isOn(const QString &id) const { return value(id).toBool() || !value(id).toString().isEmpty(); }
    QString text(const QString &id) const { return value(id).toString(); }
    int number(const QString &id) const { return value(id).toInt(); }
    void set(const QString &id, const QJsonValue &value) { m_settings.change(id, {{QStringLiteral("value"), value}}); }

private:
    Collection &m_settings;
};

} // namespace greenline::practice
