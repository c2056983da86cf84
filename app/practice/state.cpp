#include "app/practice/state.h"

#include "app/practice/seed.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

State::State(const PracticeOptions &wanted, Faults &mischief, Clock &time)
    : options(wanted)
    , release(releaseOf(wanted.version))
    , clock(time)
    , faults(mischief)
    , documents(time)
    , settings(documents.settings)
    , access(documents, settings)
    , streams(documents, access, time, release)
    , accounts(documents, settings, time)
    , presence(documents, settings, streams)
    , desk(documents, settings, access, presence, streams, mischief, time, release)
    , closing(documents, settings, access, streams, desk, time, release)
    , posting(documents, settings, access, streams, desk, time, release)
    , intake(documents, settings, access, presence, streams, desk, time, release)
    , outreach(settings, time)
{
    if (hasLicence()) {
        m_modules = {u"livechat-enterprise"_s, u"canned-responses"_s, u"omnichannel-mobile-enterprise"_s};
        if (!isBefore(7, 11)) {
            m_modules.append(u"outbound-messaging"_s);
        }
    }
    seed(*this);
    if (options.isRestricted) {
        posting.setRestricted();
    }
}

void State::setModules(const QStringList &modules)
{
    m_modules = modules;
    streams.licence();
}

void State::setSite(const QUrl &site)
{
    settings.set(u"Site_Url"_s, site.toString(QUrl::StripTrailingSlash));
}

} // namespace greenline::practice
