#include "fidelitytolerances.h"

const std::vector<Tolerance> &tolerances()
{
    using enum Tolerance::Kind;
    static const std::vector<Tolerance> all{
        {NotPlayed, u"^rest/03_", "the practice workspace comes with its people and departments"},
        {NotPlayed,
         u"/(livechat/config|livechat/integrations.settings|livechat/queue|livechat/users/manager.*|livechat/rooms/"
         u"filters|roles.list|users.update)( |$)",
         "nothing that Greenline uses"},
        {NotPlayed, u"/(livechat/transcript/.*|livechat/analytics/.*|omnichannel/agents/available)( |$)",
         "nothing that Greenline uses"},
        {NotPlayed,
         u"/(omnichannel/contacts($|\\?)|omnichannel/contacts[.](?!get)|livechat/"
         u"visitors[.](?!info)|isDepartmentCreationAvailable)",
         "nothing that Greenline uses"},
        {NotPlayed, u"/chat.search", "the recording's database had no text search (its README)"},
        {Different, u"^rest/01_", "the recorded administrator carries traces of the server's own set-up"},
        {Different, u"/settings\\[\\]/value is", "other settings have other types"},
        {Different, u"added users|\"(upgrade 101|method before connect)\":  ",
         "when the server sends what nobody asked for is a matter of its load"},
        {Different, u"__my_messages__", "who is just getting or losing a room may hear of it there, or not"},
        {Different, u"logout agent2.*userData", "the practice workspace keeps no hashes of tokens to tell of"},
        {Different, u"users.presence from date", "documents of users change more often here"},
        {Different, u"resume_(2nd|3rd)_connection.*(result 2|was not closed)",
         "logoutOtherClients, which Greenline never calls"},
        {Different, u"^rest/31_sms_webhook_bad\\[[567]\\].*(status|error)",
         "accidents of the old server's code, in node's words"},
        {Different, u"/lastMessage/(_updatedAt is|fileUpload)",
         "what newer servers leave in a file's last message by accident"},
        {Different, u"^rest/65_contacts\\[21\\]", "contacts.update, which Greenline does not use yet"},
        {Different, u"^ddp/42_.*( ready s23|SID not.*subscriptions-changed|same _id.*rooms-changed)",
         "told just before or after a mark"},
        {Different, u"agent2 closes with comment.*room-data [*] did not come",
         "an event of the close before it, recorded late"},
        {Different,
         u"^unlicensed (ddp/20.*(\"[^\"]*SMS[^\"]*\": .*(notification|changed queued) was not recorded|lastMessage not "
         u"recorded|result 27.*not empty|result 29.*messages\\[\\]/)|rest/13.*positional operator)",
         "the recording's database failed in the middle of each text, before anybody was told and its message was "
         "kept"},
        {Different, u"^unlicensed ddp/20.*/locked",
         "given away by the queue, which takes a lock; here somebody takes it"},
        {Different,
         u"^unlicensed rest/66.*(priorities|sla|units|monitors\\?text=|business-hours|priority|canned-responses|"
         u"request-transcript)\": status 404, recorded 400",
         "Enterprise routes that Greenline does not use are not played"},
    };
    return all;
}
