#include "app/practice/collection.h"

#include "app/practice/document.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const auto idField = u"_id"_s;
const auto roomField = u"rid"_s;
const auto updatedField = u"_updatedAt"_s;
const auto deletedField = u"_deletedAt"_s;

} // namespace

Collection::Collection(const Clock &clock)
    : m_clock(clock)
{
}

QJsonObject Collection::find(const QString &id) const
{
    return m_documents.value(id);
}

QList<QJsonObject> Collection::all() const
{
    QList<QJsonObject> documents;
    documents.reserve(m_order.size());
    for (const QString &id : m_order) {
        documents.append(m_documents.value(id));
    }
    return documents;
}

QList<QJsonObject> Collection::where(const Test &test) const
{
    QList<QJsonObject> documents;
    for (const QString &id : m_order) {
        const QJsonObject document = m_documents.value(id);
        if (test(document)) {
            documents.append(document);
        }
    }
    return documents;
}

QStringList Collection::candidates(const QString &field, const QString &value) const
{
    return field == roomField ? m_byRoom.value(value) : m_order;
}

QList<QJsonObject> Collection::where(const QString &field, const QString &value) const
{
    QList<QJsonObject> documents;
    const QStringList ids = candidates(field, value);
    for (const QString &id : ids) {
        const QJsonObject document = m_documents.value(id);
        if (document.value(field).toString() == value) {
            documents.append(document);
        }
    }
    return documents;
}

QJsonObject Collection::first(const Test &test) const
{
    for (const QString &id : m_order) {
        const QJsonObject document = m_documents.value(id);
        if (test(document)) {
            return document;
        }
    }
    return {};
}

QJsonObject Collection::first(const QString &field, const QString &value) const
{
    const QStringList ids = candidates(field, value);
    for (const QString &id : ids) {
        const QJsonObject document = m_documents.value(id);
        if (document.value(field).toString() == value) {
            return document;
        }
    }
    return {};
}

QJsonObject Collection::insert(QJsonObject document)
{
    if (!document.contains(idField)) {
        document.insert(idField, newDocumentId());
    }
    const QString id = document.value(idField).toString();
    document.insert(updatedField, dateValue(m_clock.now()));
    if (!m_documents.contains(id)) {
        m_order.append(id);
        if (document.contains(roomField)) {
            m_byRoom[document.value(roomField).toString()].append(id);
        }
    }
    m_documents.insert(id, document);
    return document;
}

QJsonObject Collection::change(const QString &id, const QJsonObject &fields, const QStringList &unset)
{
    if (!m_documents.contains(id)) {
        return {};
    }
    QJsonObject document = without(merged(m_documents.value(id), fields), unset);
    document.insert(updatedField, dateValue(m_clock.now()));
    m_documents.insert(id, document);
    return document;
}

QJsonObject Collection::remove(const QString &id)
{
    const QJsonObject document = m_documents.take(id);
    if (!document.isEmpty()) {
        m_order.removeOne(id);
        m_byRoom[document.value(roomField).toString()].removeOne(id);
        m_removed.append(merged(document, {{deletedField, dateValue(m_clock.now())}}));
    }
    return document;
}

QList<QJsonObject> Collection::removedSince(const QDateTime &since) const
{
    QList<QJsonObject> removed;
    for (const QJsonObject &document : m_removed) {
        if (dateOf(document.value(deletedField)) >= since) {
            removed.append(only(document, {idField, deletedField}));
        }
    }
    return removed;
}

QList<QJsonObject> Collection::removedDocuments() const
{
    return m_removed;
}

} // namespace greenline::practice
