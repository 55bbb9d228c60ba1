// The one source of the Content-Security-Policy: the meta tag of every page, and later headers.
#pragma once

#include <string_view>

namespace daybook {

// Nothing inline, nothing foreign, no eval but WebAssembly's. `frame-ancestors` cannot stand in
// a meta tag and is left to a host's headers.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types daybook";

}  // namespace daybook
