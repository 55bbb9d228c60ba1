# Every source file of ours, by folder, in alphabetical order. Headers are found by their includes.

# Pure: built natively and to WebAssembly.
set(core_sources
  wasm/core/base/date.cc
  wasm/core/base/json_reader.cc
  wasm/core/base/json_writer.cc
  wasm/core/base/sha256.cc
  wasm/core/base/text.cc
  wasm/core/base/unicode.cc
  wasm/core/base/url.cc
  wasm/core/blog/blog.cc
  wasm/core/blog/manifest_reader.cc
  wasm/core/blog/manifest_writer.cc
  wasm/core/blog/permalink.cc
  wasm/core/blog/published_source.cc
  wasm/core/blog/related.cc
  wasm/core/blog/route.cc
  wasm/core/blog/words.cc
  wasm/core/daybook.cc
  wasm/core/markdown/arena.cc
  wasm/core/markdown/blog_writer.cc
  wasm/core/markdown/footnotes.cc
  wasm/core/markdown/heading_ids.cc
  wasm/core/markdown/headings.cc
  wasm/core/markdown/html_output.cc
  wasm/core/markdown/links.cc
  wasm/core/markdown/markdown.cc
  wasm/core/markdown/parser.cc
  wasm/core/markdown/piece_budget.cc
  wasm/core/markdown/plain_text.cc
  wasm/core/markdown/specification.cc
  wasm/core/markdown/summary.cc
  wasm/core/markdown/task_items.cc
  wasm/core/markdown/url_policy.cc
  wasm/core/page/document.cc
  wasm/core/page/ledger.cc
  wasm/core/page/list_views.cc
  wasm/core/page/post_parts.cc
  wasm/core/page/post_view.cc
  wasm/core/query/filter.cc
)

# Parts of cmark-gfm that are smaller by hand, in its place.
set(cmark_sources
  wasm/core/cmark/case_folding.cc
  wasm/core/cmark/character_references.cc
  wasm/core/cmark/html_scanners.cc
  wasm/core/cmark/scanners.cc
  wasm/core/cmark/table_scanners.cc
)

# The C exports of core.wasm.
set(browser_sources
  wasm/browser/exports.cc
  wasm/browser/small_libc.cc
)

# The `daybook` command but for main.cc.
set(native_sources
  wasm/native/ascii_toml.cc
  wasm/native/author_date.cc
  wasm/native/build.cc
  wasm/native/content.cc
  wasm/native/content_folder.cc
  wasm/native/dev_server.cc
  wasm/native/engine_files.cc
  wasm/native/front_matter.cc
  wasm/native/front_matter_block.cc
  wasm/native/front_matter_fields.cc
  wasm/native/front_matter_keys.cc
  wasm/native/image_catalog.cc
  wasm/native/image_size.cc
  wasm/native/json_value.cc
  wasm/native/new_content.cc
  wasm/native/output.cc
  wasm/native/parallel.cc
  wasm/native/plan.cc
  wasm/native/problem.cc
  wasm/native/site_settings.cc
  wasm/native/source_name.cc
  wasm/native/source_text.cc
  wasm/native/spelling.cc
  wasm/native/timezone.cc
  wasm/native/toml_value.cc
  wasm/native/value.cc
  wasm/native/value_reader.cc
  wasm/native/words_file.cc
  wasm/native/yaml_value.cc
)

# Tests of the core. They run as WebAssembly too, so they use neither exceptions nor files.
set(unit_test_sources
  tests/hostile/html_check.cc
  tests/hostile/markdown_hostile.cc
  tests/hostile/markdown_injection.cc
  tests/unit/base_date.cc
  tests/unit/base_sha256.cc
  tests/unit/base_text.cc
  tests/unit/base_url.cc
  tests/unit/blog_manifest.cc
  tests/unit/blog_permalink.cc
  tests/unit/blog_published_source.cc
  tests/unit/blog_related.cc
  tests/unit/blog_words.cc
  tests/unit/daybook.cc
  tests/unit/markdown_arena.cc
  tests/unit/markdown_commonmark.cc
  tests/unit/markdown_headings.cc
  tests/unit/markdown_html.cc
  tests/unit/markdown_links.cc
  tests/unit/markdown_text.cc
  tests/unit/page_post.cc
  tests/unit/query_filter.cc
)

# Tests that only run natively: files, the command, the server.
set(native_test_sources
  tests/native/build.cc
  tests/native/cmark_scanners.cc
  tests/native/cmark_tables.cc
  tests/native/content_folder.cc
  tests/native/corpora.cc
  tests/native/dates.cc
  tests/native/facts.cc
  tests/native/front_matter_hostile.cc
  tests/native/front_matter_keys.cc
  tests/native/front_matter_problems.cc
  tests/native/front_matter_syntax.cc
  tests/native/golden.cc
  tests/native/image_size.cc
  tests/native/markdown_threads.cc
  tests/native/site_settings.cc
  tests/native/temporary_folder.cc
  tests/native/words_files.cc
)
