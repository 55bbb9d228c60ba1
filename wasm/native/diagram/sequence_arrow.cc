#include "native/diagram/sequence_arrow.h"

namespace daybook {
namespace {

struct ArrowSign {
  std::string_view sign;
  LineStyle style;
  LineEnd start;
  LineEnd end;
};

// A sign comes before those that are a part of it.
constexpr ArrowSign kSigns[] = {
    {"<<-->>", LineStyle::kDotted, LineEnd::kArrow, LineEnd::kArrow},
    {"<<->>", LineStyle::kSolid, LineEnd::kArrow, LineEnd::kArrow},
    {"-->>", LineStyle::kDotted, LineEnd::kPlain, LineEnd::kArrow},
    {"->>", LineStyle::kSolid, LineEnd::kPlain, LineEnd::kArrow},
    {"-->", LineStyle::kDotted, LineEnd::kPlain, LineEnd::kPlain},
    {"->", LineStyle::kSolid, LineEnd::kPlain, LineEnd::kPlain},
    {"--x", LineStyle::kDotted, LineEnd::kPlain, LineEnd::kCross},
    {"--)", LineStyle::kDotted, LineEnd::kPlain, LineEnd::kOpen},
    {"-x", LineStyle::kSolid, LineEnd::kPlain, LineEnd::kCross},
    {"-)", LineStyle::kSolid, LineEnd::kPlain, LineEnd::kOpen},
};

}  // namespace

std::optional<SequenceArrow> find_arrow(std::string_view text) {
  // Names may hold a `-x`, as `the-xml-parser->>b` does, so arrows with a head are looked for
  // first.
  for (const bool with_head : {true, false}) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (const auto& [sign, style, start, end] : kSigns) {
        if (sign.ends_with('>') != with_head || !text.substr(at).starts_with(sign)) continue;
        return SequenceArrow{at, sign.size(), style, start, end};
      }
    }
  }
  return std::nullopt;
}

}  // namespace daybook
