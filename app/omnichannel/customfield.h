#pragma once

#include <QString>
#include <QStringList>

namespace greenline {

/// A field that the workspace's managers made for customers or for conversations (rocketchat-wire.md 4.6).
struct CustomField {
    enum class Scope { Customer, Conversation };
    QString id = {}; ///< Its key in the documents.
    QString label = {};
    Scope scope = Scope::Customer;
    QString pattern = {}; ///< A regular expression that values must hold; empty: anything goes.
    QStringList choices = {}; ///< Of a select; empty: free text.
    bool isRequired = false;
    bool isVisible = true; ///< In the workspace's own page.
    bool isPublic = false; ///< Shown to customers by the website's widget.
    bool operator==(const CustomField &) const = default;
};

/// Whether a value may be saved in the field.
bool fits(const CustomField &field, const QString &value);

} // namespace greenline
