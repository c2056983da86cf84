// What a session is made of, for those who work with it.
#include "app/workspace/session.h"

#include "app/workspace/sessionparts.h"

namespace greenline {

const SignedIn &Session::signedIn() const
{
    return m_parts->signedIn;
}

const ConnectionState &Session::connection() const
{
    return m_parts->line.state();
}

ConversationStore &Session::conversations()
{
    return m_parts->conversations;
}

AgentStore &Session::agent()
{
    return m_parts->agent;
}

Abilities &Session::abilities()
{
    return m_parts->abilities;
}

CannedResponses &Session::canned()
{
    return m_parts->canned;
}

CustomerCare &Session::care()
{
    return m_parts->care;
}

Commands &Session::commands()
{
    return m_parts->commands;
}

Handover &Session::handover()
{
    return m_parts->handover;
}

Colleagues &Session::colleagues()
{
    return m_parts->colleagues;
}

Timelines &Session::timelines()
{
    return m_parts->timelines;
}

Finding &Session::finding()
{
    return m_parts->finding;
}

Outbox &Session::outbox()
{
    return m_parts->outbox;
}

Drafts &Session::drafts()
{
    return m_parts->drafts;
}

Attachments &Session::attachments()
{
    return m_parts->attachments;
}

ContactPhones &Session::contactPhones()
{
    return m_parts->contactPhones;
}

Uploads &Session::uploads()
{
    return m_parts->uploads;
}

Typing &Session::typing()
{
    return m_parts->typing;
}

Pauses &Session::pauses()
{
    return m_parts->pauses;
}

OwnPresence &Session::presence()
{
    return m_parts->presence;
}

Shift &Session::shift()
{
    return m_parts->shift;
}

Board &Session::board()
{
    return m_parts->board;
}

RestClient &Session::rest()
{
    return m_parts->rest;
}

bool Session::mayPreviewQueue() const
{
    return m_parts->channels.routing().allowsPreview;
}

} // namespace greenline
