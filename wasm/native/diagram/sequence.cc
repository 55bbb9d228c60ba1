#include "native/diagram/sequence.h"

#include "native/diagram/label.h"

namespace daybook {
namespace {

// More than this nobody listens to.
constexpr std::size_t kMaxNamed = 12;

}  // namespace

std::string describe(const Sequence& sequence) {
  std::string out = "Sequence diagram";
  const auto name = [&sequence](std::size_t index) {
    return spoken(sequence.participants[index].label);
  };
  std::size_t named = 0;
  for (const SequenceEvent& event : sequence.events) {
    if (event.kind != EventKind::kMessage) continue;
    if (named == kMaxNamed) return out + " …";
    out += (named == 0 ? ": " : "; ") + name(event.from) + " → " + name(event.to);
    if (!event.text.empty()) out += ": " + spoken(event.text);
    ++named;
  }
  if (named > 0) return out;
  for (std::size_t i = 0; i < sequence.participants.size(); ++i) {
    out += (i == 0 ? ": " : ", ") + name(i);
  }
  return out;
}

}  // namespace daybook
