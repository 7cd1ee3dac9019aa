// EDGAR's place codes: its own list, which is neither ISO 3166 nor FIPS 10-4. Two letters are states,
// provinces begin with A or B and a digit, countries are a letter and a digit either way round.
#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/edgar.hpp"

namespace talentflow::ingest::edgar {
namespace {

struct Entry {
  std::string_view code, country;
};

constexpr std::array kCountries = std::to_array<Entry>({
    {"X1", "US"}, {"Z4", "CA"}, {"F4", "CN"}, {"K3", "HK"}, {"N5", "MO"}, {"F5", "TW"}, {"M0", "JP"},
    {"M5", "KR"}, {"U0", "SG"}, {"K7", "IN"}, {"X0", "GB"}, {"2M", "DE"}, {"I0", "FR"}, {"V8", "CH"},
    {"P7", "NL"}, {"L2", "IE"}, {"N4", "LU"}, {"L3", "IL"}, {"C3", "AU"}, {"Q2", "NZ"}, {"V7", "SE"},
    {"G7", "DK"}, {"H9", "FI"}, {"Q8", "NO"}, {"C9", "BE"}, {"C4", "AT"}, {"L6", "IT"}, {"U3", "ES"},
    {"R9", "PL"}, {"J3", "GR"}, {"K5", "HU"}, {"1Z", "RU"}, {"2H", "UA"}, {"2N", "CZ"}, {"W8", "TR"},
    {"C0", "AE"}, {"T0", "SA"}, {"T3", "ZA"}, {"O5", "MX"}, {"D5", "BR"}, {"C1", "AR"}, {"F3", "CL"},
    {"F8", "CO"}, {"R5", "PE"}, {"N8", "MY"}, {"W1", "TH"}, {"K8", "ID"}, {"R6", "PH"}, {"Q1", "VN"},
    {"H2", "EG"}, {"E9", "KY"}, {"D0", "BM"}, {"D8", "VG"},
});

bool letter(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string country_of_place(std::string_view code, std::string_view description) {
  code = trimmed(code);
  if (code.size() != 2 || code == "XX") return {};
  if (letter(code[0]) && letter(code[1])) {
    for (const std::string_view own : {"PR", "GU", "VI", "AS", "MP"})  // territories with a code of their own
      if (code == own) return std::string(own);
    return "US";
  }
  if ((code[0] == 'A' && digit(code[1])) || code == "B0") return "CA";  // provinces
  if (auto named = country_code(description); !named.empty()) return named;
  const auto* const found = std::find_if(kCountries.begin(), kCountries.end(),
                                         [&](const Entry& entry) { return entry.code == code; });
  if (found != kCountries.end()) return std::string(found->country);
  return country_code(description.substr(0, description.find(',')));  // "KOREA, REPUBLIC OF"
}

std::string_view stated(std::string_view text) {
  text = trimmed(text);
  const std::string word = lower(text);
  for (const std::string_view none : {"none", "n/a", "na", "not applicable", "-", "--", "."})
    if (word == none) return {};
  return text;
}

bool is_legal_form(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kForms = {
      "llc",  "lllp", "llp", "lp",   "ltd", "limited",      "inc",
      "corp", "pllc", "plc", "gmbh", "ulc", "incorporated", "trust"};
  std::string bare = lower(trimmed(word));
  std::erase_if(bare, [](char c) { return c == '.' || c == ','; });
  return std::find(kForms.begin(), kForms.end(), bare) != kForms.end();
}

bool ends_in_legal_form(std::string_view text) {
  text = trimmed(text);
  const auto cut = text.rfind(' ');
  return cut != std::string_view::npos && is_legal_form(text.substr(cut + 1));
}

std::string_view registrant_name(std::string_view text) {
  text = trimmed(text);
  if (const auto cut = text.find('/'); cut != std::string_view::npos && text.size() - cut <= 6)
    text = text.substr(0, cut);
  return trimmed(text);
}

std::string accession_of(std::string_view path) {
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!digit(path[at]) || (at > 0 && digit(path[at - 1]))) continue;
    std::size_t end = at;
    while (end < path.size() && (digit(path[end]) || path[end] == '-')) ++end;
    std::string digits(path.substr(at, end - at));
    const bool hyphens = digits.size() == 20 && digits[10] == '-' && digits[13] == '-';
    std::erase(digits, '-');
    if (digits.size() == 18 && (hyphens || end - at == 18))
      return digits.substr(0, 10) + "-" + digits.substr(10, 2) + "-" + digits.substr(12);
    at = end;
  }
  return {};
}

}  // namespace talentflow::ingest::edgar
