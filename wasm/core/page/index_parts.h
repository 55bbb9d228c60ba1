// What stands above the entries of a list: the masthead; on an index the filter, and the tags and
// years to choose from.
#pragma once

#include <string_view>

#include "core/blog/blog.h"
#include "core/blog/narrowing.h"
#include "core/page/html.h"
#include "core/query/filter.h"

namespace daybook {

// The masthead of a page that is not the index. `title` is HTML, `note` is text.
void write_masthead(Html& html, std::string_view title, std::string_view note);

// Up to the start of the element that holds all that a filter changes. `words` are in the box.
void write_index_start(Html& html, const Site& site, std::string_view path, std::string_view words);

// The most used tags and the latest years, as links to their pages. Script knows them by where they
// lead and narrows the index instead.
void write_choices(Html& html, const Blog& blog, std::string_view path);

// The same in a narrowed index: each link leads to the index with one thing more or less, and says
// how many entries that leaves. What is chosen comes first.
void write_choices(Html& html, const Site& site, const Narrowing& narrowing, const Filtered& found);

// The orders that entries can be put in.
void write_orders(Html& html, const Site& site, const Narrowing& narrowing, Order order);

}  // namespace daybook
