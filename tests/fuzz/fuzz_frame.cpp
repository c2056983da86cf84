// One text frame of the live line.
#include "fuzz.h"

#include "app/ddp/frame.h"

using namespace greenline;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Frame> frame = parseFrame(fuzz::text(data, size));
    if (!frame) {
        fuzz::demand(frame.error().kind == Error::Kind::Protocol);
        return 0;
    }
    if (frame->error) {
        fuzz::demand(frame->error->retryAfter.value_or(std::chrono::milliseconds(0)).count() >= 0);
    }
    const Result<Frame> pong = parseFrame(pongFrame(frame->id)); // whatever the id: our answer stays one frame
    fuzz::demand(pong && pong->kind == Frame::Kind::Pong && pong->id == frame->id);
    return 0;
}
