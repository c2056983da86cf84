#pragma once

#include "app/setup/twiliofindings.h"
#include "app/twilio/twilioclient.h"

#include <memory>

namespace greenline {

/// Finds out what decides who is called when a text arrives at a number. No question of Twilio's API tells in which
/// messaging service a number sits, so all services are asked for their numbers, one after the other, until it is found
/// (twilio.md 3.1).
class InboundReader : public QObject
{
    Q_OBJECT
public:
    explicit InboundReader(TwilioClient &client, QObject *parent = nullptr);
    /// numbers: all of the account's, for the names of those that share the service.
    void read(const TwilioNumber &number, const QList<TwilioNumber> &numbers, const QUrl &wanted,
              const Then<InboundFacts> &then);

private:
    struct Reading;
    void askNext(const std::shared_ptr<Reading> &reading);
    void readApplication(const std::shared_ptr<Reading> &reading);

    TwilioClient &m_client;
};

} // namespace greenline
