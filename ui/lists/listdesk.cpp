#include "ui/lists/listdesk.h"

#include "app/storage/settingsfile.h"
#include "app/workspace/abilities.h"
#include "app/workspace/session.h"
#include "ui/conversations/conversationlist.h"
#include "ui/dialogs/problembar.h"
#include "ui/lists/daysdialog.h"
#include "ui/words/abilitywords.h"

#include <QInputDialog>
#include <QLocale>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr std::array orderIds{"answer"_L1, "wait"_L1, "newest"_L1, "unread"_L1}; // by ListOrder, in the settings

ListOrder orderNamed(const QString &id)
{
    for (size_t order = 0; order < orderIds.size(); ++order) {
        if (orderIds.at(order) == id) {
            return static_cast<ListOrder>(order);
        }
    }
    return ListOrder::NeedsAnswer;
}

} // namespace

ListDesk::ListDesk(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_listing({needs.session.rest(), needs.session.conversations(), needs.session.abilities(),
                 needs.session.signedIn().me.id})
    , m_views(needs.settings)
    , m_bar(new ListBar(&needs.list))
    , m_more(new QPushButton(&needs.list))
{
    m_more->setProperty("quiet", true);
    m_more->hide();
    needs.list.addAbove(m_bar);
    needs.list.addBelow(m_more);
    connectBar();
    m_bar->setScope(m_scope, tr("Open"));
    const ListOrder order = orderNamed(needs.settings.text(u"listOrder"_s));
    m_bar->setOrder(order);
    needs.list.setOrder(order);
    showViews();
    showAbilities();
}

void ListDesk::connectBar()
{
    connect(m_bar, &ListBar::scopeChosen, this, &ListDesk::showScope);
    connect(m_bar, &ListBar::orderChosen, this, &ListDesk::chooseOrder);
    connect(m_bar, &ListBar::viewChosen, this, [this](const QString &filter) { m_needs.list.setFilter(filter); });
    connect(m_bar, &ListBar::saveRequested, this, &ListDesk::askName);
    connect(m_bar, &ListBar::removeRequested, this, [this](const QString &name) {
        m_views.remove(name);
        showViews();
    });
    connect(&m_needs.list, &ConversationList::filterActive, this, &ListDesk::showViews);
    connect(m_more, &QPushButton::clicked, &m_listing, &Listing::more);
    connect(&m_listing, &Listing::changed, this, &ListDesk::showMore);
    connect(&m_listing, &Listing::failed, this,
            [this](const Error &error) { m_needs.problem.tell(errorText(error, Occasion::Listing)); });
    connect(&m_needs.session.abilities(), &Abilities::changed, this, &ListDesk::showAbilities);
}

void ListDesk::showScope(ListBar::Scope scope)
{
    const QDate today = m_needs.clock.now().toLocalTime().date();
    switch (scope) {
    case ListBar::Scope::Open:
        m_listing.leave();
        m_needs.list.setOnly(std::nullopt);
        m_bar->setScope(scope, tr("Open"));
        break;
    case ListBar::Scope::Today:
        showClosed(scope, today, today);
        break;
    case ListBar::Scope::Week:
        showClosed(scope, today.addDays(-6), today);
        break;
    case ListBar::Scope::Month:
        showClosed(scope, today.addDays(-29), today);
        break;
    case ListBar::Scope::Days:
        askDays();
        return;
    case ListBar::Scope::All:
        m_needs.list.setOnly(std::nullopt);
        m_bar->setScope(scope, tr("All"));
        m_listing.show({Listing::Which::All});
        break;
    }
    m_scope = scope;
    showMore();
}

void ListDesk::showClosed(ListBar::Scope scope, const QDate &from, const QDate &until)
{
    const QLocale locale;
    const QString words = from == until
        ? tr("Closed %1").arg(locale.toString(from, QLocale::ShortFormat))
        //: Two days
        : tr("Closed %1 – %2")
              .arg(locale.toString(from, QLocale::ShortFormat), locale.toString(until, QLocale::ShortFormat));
    m_scope = scope;
    m_bar->setScope(scope, words);
    m_needs.list.setOnly(Stage::Closed);
    m_listing.show({Listing::Which::Closed, from.startOfDay(), until.endOfDay()});
}

void ListDesk::askDays()
{
    const QDate today = m_needs.clock.now().toLocalTime().date();
    auto *dialog = new DaysDialog(today.addDays(-6), today, &m_needs.window);
    connect(dialog, &DaysDialog::chosen, this,
            [this](const QDate &from, const QDate &until) { showClosed(ListBar::Scope::Days, from, until); });
    dialog->open();
}

void ListDesk::chooseOrder(ListOrder order)
{
    m_needs.settings.setText(u"listOrder"_s, orderIds.at(static_cast<size_t>(order)));
    m_needs.list.setOrder(order);
    m_bar->setOrder(order);
}

void ListDesk::askName()
{
    auto *dialog = new QInputDialog(&m_needs.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty()) {
            m_views.put({name.trimmed(), m_needs.list.filter()});
            showViews();
        }
    });
    dialog->open();
}

void ListDesk::showViews()
{
    m_bar->setViews(m_views.all(), !m_needs.list.filter().trimmed().isEmpty());
}

void ListDesk::showMore()
{
    const bool isListing = m_scope != ListBar::Scope::Open;
    m_more->setText(m_listing.isLoading() ? tr("Loading…") : tr("Show more of %1").arg(m_listing.total()));
    m_more->setEnabled(!m_listing.isLoading());
    m_more->setVisible(isListing && (m_listing.isLoading() || m_listing.hasMore()));
    m_needs.list.setListing(!isListing                  ? ConversationList::Listing::Live
                                : m_listing.isLoading() ? ConversationList::Listing::Loading
                                                        : ConversationList::Listing::Loaded);
}

void ListDesk::showAbilities()
{
    const Verdict verdict = m_needs.session.abilities().verdict(Ability::SeeAllConversations);
    m_bar->setWhyNotAll(verdict.isAllowed ? QString() : abilityRefusal(Ability::SeeAllConversations, verdict));
}

} // namespace greenline
