#pragma once

#include "app/base/id.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace greenline {

/// A text that a provider may send first. Its placeholders ({{1}}, {{name}}) are filled by who sends it.
struct OutboundTemplate {
    struct Part {
        enum class Kind { Header, Body, Footer };
        Kind kind = Kind::Body;
        QString text = {};
        bool isMedia = false; ///< A header that is a picture, a video or a document: it takes a link.
        bool operator==(const Part &) const = default;
    };
    QString name = {};
    QString language = {}; ///< "en", "pt_BR"
    QString channel = {}; ///< "whatsapp", "sms", or a word of the provider's.
    bool isApproved = true; ///< Others are refused.
    QList<Part> parts = {};
    bool operator==(const OutboundTemplate &) const = default;
};

/// A number from which conversations are begun, with its templates.
struct OutboundSender {
    QString number = {};
    QList<OutboundTemplate> templates = {};
    bool operator==(const OutboundSender &) const = default;
};

/// An app of the workspace that begins conversations.
struct OutboundProvider {
    QString id = {};
    QString name = {};
    QList<OutboundSender> senders = {}; ///< Told apart from the list of providers.
    bool operator==(const OutboundProvider &) const = default;
};

/// One place in a template that wants a value.
struct TemplateGap {
    OutboundTemplate::Part::Kind part = OutboundTemplate::Part::Kind::Body;
    QString name = {}; ///< "1", "name"; empty for a link.
    bool isLink = false;
    bool operator==(const TemplateGap &) const = default;
};

/// The gaps in the order in which providers take their values: part by part, each placeholder once, numbered ones by
/// their numbers and named ones as they come.
QList<TemplateGap> gapsOf(const OutboundTemplate &form);
/// What the customer reads: header, body and footer as lines; a gap without a value shows its placeholder.
QString textOf(const OutboundTemplate &form, const QStringList &values);

/// The first text of a conversation that we begin.
struct FirstMessage {
    QString provider = {}; ///< Its id.
    QString from = {}; ///< A sender's number.
    QString to = {}; ///< E.164
    OutboundTemplate form = {};
    QStringList values = {}; ///< One for each of the template's gaps.
    DepartmentId department = {}; ///< To whom the answer goes; empty: as the workspace decides.
    AgentId agent = {};
};

} // namespace greenline
