#pragma once

#include "app/omnichannel/outbound.h"
#include "ui/words/errortext.h"

namespace greenline {

struct TextUnderway;

QString placeAndNumber(const QString &number); ///< "Portugal · +351 912 345 678"
QString templateWords(const OutboundTemplate &form); ///< "order_update · en", and "· WhatsApp" where it is not SMS.
bool leavesAsSms(const OutboundTemplate &form); ///< So that it is counted in segments.
QString gapWords(const TemplateGap &gap); ///< "Placeholder 1"
QString agentWords(const QString &name, const QString &username);
/// Only the workspace's own no, a provider's that is known, and a line that was never there say that the text did not
/// leave.
bool mayHaveLeft(const Error &error);
/// Why the first text did not leave, or that nobody knows whether it did.
ErrorText startProblem(const Error &error);
/// The same of one more try, when nobody knows whether the text left in an earlier one.
ErrorText repeatProblem(const Error &error);
/// The same, said in the window while the dialogue is put away.
ErrorText awayProblem(const ErrorText &problem, const QString &recipient);
/// The text could not be written down, and so it was not sent.
ErrorText unwrittenProblem(const Error &error);
/// What became of a text of an earlier session.
QString leftOverSentence(const TextUnderway &text);

} // namespace greenline
