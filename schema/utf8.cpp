#include "schema/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace talentflow {
namespace {

struct CodeRange {
  char32_t first, last;
};

constexpr char32_t kReplacement = 0xFFFD;

// Marks that take no column of their own: combining marks of the scripts that names are written in, joiners
// and variation selectors.
constexpr std::array kZeroWidth{
    CodeRange{0x0300, 0x036F},   CodeRange{0x0483, 0x0489},   CodeRange{0x0591, 0x05BD},
    CodeRange{0x05BF, 0x05BF},   CodeRange{0x05C1, 0x05C2},   CodeRange{0x05C4, 0x05C5},
    CodeRange{0x05C7, 0x05C7},   CodeRange{0x0610, 0x061A},   CodeRange{0x064B, 0x065F},
    CodeRange{0x0670, 0x0670},   CodeRange{0x06D6, 0x06DC},   CodeRange{0x06DF, 0x06E4},
    CodeRange{0x06E7, 0x06E8},   CodeRange{0x06EA, 0x06ED},   CodeRange{0x0900, 0x0902},
    CodeRange{0x093A, 0x093A},   CodeRange{0x093C, 0x093C},   CodeRange{0x0941, 0x0948},
    CodeRange{0x094D, 0x094D},   CodeRange{0x0981, 0x0981},   CodeRange{0x0A01, 0x0A02},
    CodeRange{0x0A81, 0x0A82},   CodeRange{0x0B82, 0x0B82},   CodeRange{0x0BCD, 0x0BCD},
    CodeRange{0x0C00, 0x0C00},   CodeRange{0x0D4D, 0x0D4D},   CodeRange{0x0E31, 0x0E31},
    CodeRange{0x0E34, 0x0E3A},   CodeRange{0x0E47, 0x0E4E},   CodeRange{0x1AB0, 0x1ACE},
    CodeRange{0x1DC0, 0x1DFF},   CodeRange{0x200B, 0x200F},   CodeRange{0x2060, 0x2064},
    CodeRange{0x20D0, 0x20F0},   CodeRange{0x302A, 0x302D},   CodeRange{0x3099, 0x309A},
    CodeRange{0xFE00, 0xFE0F},   CodeRange{0xFE20, 0xFE2F},   CodeRange{0xFEFF, 0xFEFF},
    CodeRange{0x1F3FB, 0x1F3FF}, CodeRange{0xE0001, 0xE007F}, CodeRange{0xE0100, 0xE01EF}};

constexpr std::array kWide{
    CodeRange{0x1100, 0x115F},   CodeRange{0x231A, 0x231B},   CodeRange{0x2329, 0x232A},
    CodeRange{0x23E9, 0x23EC},   CodeRange{0x23F0, 0x23F0},   CodeRange{0x23F3, 0x23F3},
    CodeRange{0x25FD, 0x25FE},   CodeRange{0x2614, 0x2615},   CodeRange{0x2648, 0x2653},
    CodeRange{0x267F, 0x267F},   CodeRange{0x2693, 0x2693},   CodeRange{0x26A1, 0x26A1},
    CodeRange{0x26AA, 0x26AB},   CodeRange{0x26BD, 0x26BE},   CodeRange{0x26C4, 0x26C5},
    CodeRange{0x26CE, 0x26CE},   CodeRange{0x26D4, 0x26D4},   CodeRange{0x26EA, 0x26EA},
    CodeRange{0x26F2, 0x26F3},   CodeRange{0x26F5, 0x26F5},   CodeRange{0x26FA, 0x26FA},
    CodeRange{0x26FD, 0x26FD},   CodeRange{0x2705, 0x2705},   CodeRange{0x270A, 0x270B},
    CodeRange{0x2728, 0x2728},   CodeRange{0x274C, 0x274C},   CodeRange{0x274E, 0x274E},
    CodeRange{0x2753, 0x2755},   CodeRange{0x2757, 0x2757},   CodeRange{0x2795, 0x2797},
    CodeRange{0x27B0, 0x27B0},   CodeRange{0x27BF, 0x27BF},   CodeRange{0x2B1B, 0x2B1C},
    CodeRange{0x2B50, 0x2B50},   CodeRange{0x2B55, 0x2B55},   CodeRange{0x2E80, 0x303E},
    CodeRange{0x3041, 0x33FF},   CodeRange{0x3400, 0x4DBF},   CodeRange{0x4E00, 0xA4CF},
    CodeRange{0xA960, 0xA97C},   CodeRange{0xAC00, 0xD7A3},   CodeRange{0xF900, 0xFAFF},
    CodeRange{0xFE10, 0xFE19},   CodeRange{0xFE30, 0xFE6F},   CodeRange{0xFF00, 0xFF60},
    CodeRange{0xFFE0, 0xFFE6},   CodeRange{0x16FE0, 0x16FF1}, CodeRange{0x17000, 0x18CD5},
    CodeRange{0x1AFF0, 0x1B2FB}, CodeRange{0x1F004, 0x1F004}, CodeRange{0x1F0CF, 0x1F0CF},
    CodeRange{0x1F18E, 0x1F18E}, CodeRange{0x1F191, 0x1F19A}, CodeRange{0x1F200, 0x1F320},
    CodeRange{0x1F32D, 0x1F335}, CodeRange{0x1F337, 0x1F37C}, CodeRange{0x1F37E, 0x1F393},
    CodeRange{0x1F3A0, 0x1F3CA}, CodeRange{0x1F3CF, 0x1F3D3}, CodeRange{0x1F3E0, 0x1F3F0},
    CodeRange{0x1F3F4, 0x1F3F4}, CodeRange{0x1F3F8, 0x1F43E}, CodeRange{0x1F440, 0x1F440},
    CodeRange{0x1F442, 0x1F4FC}, CodeRange{0x1F4FF, 0x1F53D}, CodeRange{0x1F54B, 0x1F54E},
    CodeRange{0x1F550, 0x1F567}, CodeRange{0x1F57A, 0x1F57A}, CodeRange{0x1F595, 0x1F596},
    CodeRange{0x1F5A4, 0x1F5A4}, CodeRange{0x1F5FB, 0x1F64F}, CodeRange{0x1F680, 0x1F6C5},
    CodeRange{0x1F6CC, 0x1F6CC}, CodeRange{0x1F6D0, 0x1F6D2}, CodeRange{0x1F6D5, 0x1F6DF},
    CodeRange{0x1F6EB, 0x1F6FC}, CodeRange{0x1F7E0, 0x1F7F0}, CodeRange{0x1F90C, 0x1F93A},
    CodeRange{0x1F93C, 0x1F945}, CodeRange{0x1F947, 0x1F9FF}, CodeRange{0x1FA70, 0x1FAFF},
    CodeRange{0x20000, 0x3FFFD}};

template <std::size_t N>
bool within(const std::array<CodeRange, N>& ranges, char32_t code) {
  const auto next = std::upper_bound(ranges.begin(), ranges.end(), code,
                                     [](char32_t c, const CodeRange& range) { return c < range.first; });
  return next != ranges.begin() && code <= std::prev(next)->last;
}

/// Number of bytes of the sequence that begins with `lead`; 0 when none does.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool valid_code_point(char32_t code, std::size_t length) {
  static constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  return code >= kSmallest[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || position + length > text.size()) {
    ++position;
    return kReplacement;
  }
  static constexpr std::array<unsigned, 5> kLeadBits{0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code = lead & kLeadBits[length];
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if ((byte & 0xC0U) != 0x80U) {
      ++position;
      return kReplacement;
    }
    code = (code << 6U) | (byte & 0x3FU);
  }
  if (!valid_code_point(code, length)) {
    ++position;
    return kReplacement;
  }
  position += length;
  return code;
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3FU));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

int character_width(char32_t code) {
  if (code < 0x300) return 1;
  if (within(kZeroWidth, code)) return 0;
  return within(kWide, code) ? 2 : 1;
}

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t position = 0; position < text.size();)
    width += static_cast<std::size_t>(character_width(next_code_point(text, position)));
  return width;
}

namespace {

bool changes_direction(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void append_escaped(std::string& out, char32_t code) {
  switch (code) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), code < 0x100 ? "\\x%02x" : "\\u{%04x}",
                static_cast<unsigned>(code));
  out += buffer.data();
}

}  // namespace

std::string escape_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code = next_code_point(text, position);
    if (is_control(code) || changes_direction(code))
      append_escaped(out, code);
    else
      append_utf8(out, code);
  }
  return out;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (text_width(text) <= width) return std::string(text);
  std::size_t used = 0;
  std::size_t position = 0;
  while (position < text.size()) {
    std::size_t after = position;
    used += static_cast<std::size_t>(character_width(next_code_point(text, after)));
    if (used > width - 1) break;
    position = after;
  }
  return std::string(text.substr(0, position)) + "…";
}

}  // namespace talentflow
