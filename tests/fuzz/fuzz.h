#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What every fuzz target has; libFuzzer calls it, and in ordinary builds corpusmain.cpp does with the kept seeds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace fuzz {

inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

inline QString text(const uint8_t *data, size_t size)
{
    return QString::fromUtf8(bytes(data, size));
}

/// Unlike assert, also in release builds.
inline void demand(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace fuzz
