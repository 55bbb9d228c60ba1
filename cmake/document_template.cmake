# web/index.html as a string in the core: the document around every page.
set(document_template "${PROJECT_SOURCE_DIR}/web/index.html")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${document_template}")
file(READ "${document_template}" document_template_text)
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/core/page/document_template.h" CONTENT
"// Made from web/index.html.
#pragma once

#include <string_view>

namespace daybook {
inline constexpr std::string_view kDocumentTemplate = R\"~~~(@document_template_text@)~~~\";
}
" @ONLY)
