#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace greenline::practice {

enum class Routing { Manual, Auto };
enum class Licence { None, Enterprise };
enum class Sms { Ready, Off };

/// How a practice workspace is to behave.
struct PracticeOptions {
    quint16 port = 0; ///< 0: any free one.
    QString version = QStringLiteral("8.8"); ///< 3.11, 5.3, 6.13, 7.7, 7.12, 8.8
    Routing routing = Routing::Manual;
    Licence licence = Licence::None;
    /// Has the Enterprise code, no licence and nobody to report its numbers to: refuses every message (7.7.1,
    /// ee_code_no_licence).
    bool isRestricted = false;
    bool hasCustomers = true; ///< People who text by themselves.
    bool limitsRates = false; ///< 10 calls per 60 s and route, while API_Enable_Rate_Limiter is on.
    QUrl twilio = {}; ///< Where outgoing SMS are posted; empty: the practice Twilio of this workspace.
    bool hasDepartment = true; ///< Without one, texts wait in the public queue.
    QStringList moreDepartments = {}; ///< Beside Support; tom alone serves them.
    Sms sms = Sms::Ready; ///< Off: switched off and without a login, and nothing was set up at Twilio.
    bool isStreamer = false; ///< The live line is served by ddp-streamer, not by the monolith (rocketchat-wire.md 1).
};

} // namespace greenline::practice
