#include "app/setup/inboundreader.h"

namespace greenline {

namespace {

QStringList othersOf(const QStringList &sids, const TwilioNumber &number, const QList<TwilioNumber> &numbers)
{
    QStringList others;
    for (const TwilioNumber &one : numbers) {
        if (one.sid != number.sid && sids.contains(one.sid)) {
            others.append(one.number);
        }
    }
    return others;
}

} // namespace

struct InboundReader::Reading {
    InboundFacts facts;
    QList<TwilioNumber> numbers;
    Then<InboundFacts> then;
    QList<TwilioService> unasked = {};
};

InboundReader::InboundReader(TwilioClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void InboundReader::read(const TwilioNumber &number, const QList<TwilioNumber> &numbers, const QUrl &wanted,
                         const Then<InboundFacts> &then)
{
    const auto reading = std::make_shared<Reading>(Reading{{.number = number, .wanted = wanted}, numbers, then, {}});
    m_client.services({this, [this, reading](const Result<QList<TwilioService>> &services) {
                           if (!services) {
                               reading->then(services.error());
                               return;
                           }
                           reading->unasked = *services;
                           reading->facts.services = *services;
                           askNext(reading);
                       }});
}

void InboundReader::askNext(const std::shared_ptr<Reading> &reading)
{
    if (reading->unasked.isEmpty()) {
        readApplication(reading);
        return;
    }
    const TwilioService service = reading->unasked.takeFirst();
    m_client.numbersOfService(service.sid, {this, [this, reading, service](const Result<QStringList> &sids) {
                                                if (!sids) {
                                                    reading->then(sids.error());
                                                    return;
                                                }
                                                const TwilioNumber &number = reading->facts.number;
                                                if (!sids->contains(number.sid)) {
                                                    askNext(reading);
                                                    return;
                                                }
                                                reading->facts.service = service;
                                                reading->facts.others = othersOf(*sids, number, reading->numbers);
                                                readApplication(reading);
                                            }});
}

void InboundReader::readApplication(const std::shared_ptr<Reading> &reading)
{
    const QString sid = reading->facts.number.application;
    if (sid.isEmpty()) {
        reading->then(reading->facts);
        return;
    }
    m_client.application(sid, {this, [reading](const Result<TwilioApplication> &application) {
                                   const bool isGone
                                       = !application && application.error().kind == Error::Kind::NotFound;
                                   if (!application && !isGone) {
                                       reading->then(application.error());
                                       return;
                                   }
                                   if (application) {
                                       reading->facts.application = *application;
                                   }
                                   reading->then(reading->facts);
                               }});
}

} // namespace greenline
