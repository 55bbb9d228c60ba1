// How large a diagram may be. Beyond this no reader can take it in, and layout would be slow.
#pragma once

#include <cstddef>

namespace daybook {

inline constexpr std::size_t kMaxDiagramBytes = 50'000;
inline constexpr std::size_t kMaxLabelBytes = 600;

inline constexpr std::size_t kMaxNodes = 200;
inline constexpr std::size_t kMaxEdges = 400;
inline constexpr std::size_t kMaxGroups = 60;
inline constexpr std::size_t kMaxGroupDepth = 8;
inline constexpr int kMaxLinkLength = 8;

inline constexpr std::size_t kMaxParticipants = 40;
inline constexpr std::size_t kMaxMessages = 300;
inline constexpr std::size_t kMaxSequenceEvents = 1'000;
inline constexpr std::size_t kMaxBlockDepth = 10;
inline constexpr std::size_t kMaxActivationDepth = 10;

}  // namespace daybook
