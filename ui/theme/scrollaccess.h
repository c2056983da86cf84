#pragma once

namespace greenline {

/// Scroll areas as a screen reader may walk them. Qt 6.4 counts among their children the scroll bars that are just
/// shown, and reads beyond its list when it is asked for one that has gone since: the program ends. Here every child
/// counts always, and one that is not there is none. After the application was made.
void installScrollAccess();

} // namespace greenline
