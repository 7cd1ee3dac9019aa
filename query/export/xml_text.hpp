// Text for XML 1.0: escaped, and with the characters that XML cannot hold replaced by U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace talentflow::query {

/// For element content and attribute values in double quotes. Line breaks and tabs are written as references,
/// so that attribute values keep them.
void append_xml(std::string& out, std::string_view text);
/// False when append_xml would replace a character.
bool xml_can_hold(std::string_view text);

}  // namespace talentflow::query
