#include "ui/listnotice.h"

#include <QCoreApplication>

namespace greenline {

namespace {

class ListWords
{
    Q_DECLARE_TR_FUNCTIONS(ListNotice)
};

} // namespace

QString listNotice(const ConnectionState &state, Availability availability)
{
    switch (state.line) {
    case ConnectionState::Line::Starting:
    case ConnectionState::Line::CatchingUp:
        return state.checkedAt.isNull() ? ListWords::tr("Loading the conversations…") : QString();
    case ConnectionState::Line::Waiting:
    case ConnectionState::Line::Trying:
        return ListWords::tr("No connection. The list fills when it is back.");
    case ConnectionState::Line::SignedOut:
        return ListWords::tr("You are signed out.");
    case ConnectionState::Line::Live:
        break;
    }
    return availability == Availability::NotAvailable
        ? ListWords::tr("You are not available, so you are given no conversations. Switch to Available to take some.")
        : QString();
}

} // namespace greenline
