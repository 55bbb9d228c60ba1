// Which Markdown is read.
#pragma once

#include "core/markdown/markdown.h"

namespace daybook {

enum class Dialect {
  kCommonMark,  // no extensions
  kGfm,         // with GitHub's
  kArticle,     // and formulas
};

struct Syntax {
  Dialect dialect = Dialect::kArticle;
  InlineMath inline_math = InlineMath::kOff;
  Punctuation punctuation = Punctuation::kAsWritten;
};

}  // namespace daybook
