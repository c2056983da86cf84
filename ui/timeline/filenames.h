#pragma once

#include "app/omnichannel/message.h"

namespace greenline {

/// A name under which an attachment can be saved, whatever its sender called it: no folders, no hidden file, no control
/// or device name, not too long, and with an ending that goes with its type ("Upload File" is what 7.7.1 calls every
/// MMS).
QString savedFileName(const Attachment &attachment);

} // namespace greenline
