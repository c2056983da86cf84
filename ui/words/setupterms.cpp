#include "ui/words/setuptables.h"
#include "ui/words/setupwords.h"

namespace greenline {

namespace {

struct TermWords {
    QStringView page;
    const char *name;
    const char *meaning;
};

constexpr TermWords termTable[] = {
    {u"workspace", QT_TRANSLATE_NOOP("SetupWords", "Site_Url"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The setting in which Rocket.Chat keeps its own address. Links begin with it, and "
                       "Twilio's signature is worked out over it.")},
    {u"workspace", QT_TRANSLATE_NOOP("SetupWords", "Certificate chain"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The server's certificate and those that vouch for it. The server has to send all "
                       "but the last.")},
    {u"omnichannel", QT_TRANSLATE_NOOP("SetupWords", "Omnichannel"),
     QT_TRANSLATE_NOOP("SetupWords", "The part of Rocket.Chat for conversations with customers, from SMS to e-mail.")},
    {u"omnichannel", QT_TRANSLATE_NOOP("SetupWords", "Department"),
     QT_TRANSLATE_NOOP("SetupWords", "A group of agents to which new conversations go.")},
    {u"omnichannel", QT_TRANSLATE_NOOP("SetupWords", "Routing"),
     QT_TRANSLATE_NOOP("SetupWords", "How a conversation finds its agent: taken from a queue, or assigned.")},
    {u"twilio", QT_TRANSLATE_NOOP("SetupWords", "Account SID"),
     QT_TRANSLATE_NOOP("SetupWords", "The account's name: AC and 32 characters. It is no secret.")},
    {u"twilio", QT_TRANSLATE_NOOP("SetupWords", "Auth Token"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The account's password. With it Twilio also signs what it brings, so an API key "
                       "cannot take its place.")},
    {u"twilio", QT_TRANSLATE_NOOP("SetupWords", "Subaccount"),
     QT_TRANSLATE_NOOP("SetupWords", "An account inside another one, with a SID and a token of its own.")},
    {u"number", QT_TRANSLATE_NOOP("SetupWords", "Messaging service"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "A pool of numbers with common rules. Its inbound webhook may win over that of "
                       "the number.")},
    {u"number", QT_TRANSLATE_NOOP("SetupWords", "A2P 10DLC"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The registration of businesses and what they send, which networks in the US ask "
                       "for. Without it texts do not arrive.")},
    {u"number", QT_TRANSLATE_NOOP("SetupWords", "Geo permission"),
     QT_TRANSLATE_NOOP("SetupWords", "The list of countries that the account may text.")},
    {u"webhook", QT_TRANSLATE_NOOP("SetupWords", "Inbound webhook"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The address that Twilio calls for each text that arrives, with the text in the "
                       "call.")},
    {u"webhook", QT_TRANSLATE_NOOP("SetupWords", "Application"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "A named set of addresses (TwiML app). A number that names one uses it instead of "
                       "its own.")},
    {u"webhook", QT_TRANSLATE_NOOP("SetupWords", "Defer to the number"),
     QT_TRANSLATE_NOOP("SetupWords", "A messaging service leaves each number its own webhook.")},
    {u"settings", QT_TRANSLATE_NOOP("SetupWords", "Default department"),
     QT_TRANSLATE_NOOP("SetupWords", "Where new texts go; left empty, every agent is asked.")},
    {u"settings", QT_TRANSLATE_NOOP("SetupWords", "MMS"),
     QT_TRANSLATE_NOOP("SetupWords", "A text with a picture or a file.")},
    {u"sending", QT_TRANSLATE_NOOP("SetupWords", "Segment"),
     QT_TRANSLATE_NOOP("SetupWords", "One billed part of an SMS: 160 plain characters, or 70 with others.")},
    {u"sending", QT_TRANSLATE_NOOP("SetupWords", "Delivered"),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The phone's network reported that it arrived. Some networks report nothing; then "
                       "it ends as sent.")},
    {u"receiving", QT_TRANSLATE_NOOP("SetupWords", "Alert"),
     QT_TRANSLATE_NOOP("SetupWords", "What Twilio noted when a call of the webhook went wrong.")},
};

} // namespace

QList<SetupTerm> setupTerms(const QString &page)
{
    QList<SetupTerm> terms;
    for (const TermWords &term : termTable) {
        if (term.page == page) {
            terms.append({setupTranslated(term.name), setupTranslated(term.meaning)});
        }
    }
    return terms;
}

} // namespace greenline
