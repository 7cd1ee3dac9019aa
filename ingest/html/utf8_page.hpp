// A page's bytes as UTF-8, and whether bytes are a page at all.
#pragma once

#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace talentflow::ingest::html {

/// Whether a text begins with <!doctype html>, <html> or another element of a page, behind blanks, comments
/// and an XML declaration.
bool begins_as_html(std::string_view head);

/// The page by its byte order mark, else by the character set that its beginning names, else as UTF-8; what
/// is no character becomes U+FFFD. Errors: invalid_input (a character set that is not known), at `name`:line.
Result<std::string> utf8_page(std::string bytes, const std::string& name);

}  // namespace talentflow::ingest::html
