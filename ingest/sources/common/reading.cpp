#include "ingest/sources/common/reading.hpp"

#include <algorithm>
#include <charconv>

#include <xxhash.h>

#include "schema/country.hpp"
#include "schema/day.hpp"
#include "schema/edtf.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string padded(int number, std::size_t width) {
  std::string out = std::to_string(number);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string lower(std::string_view text) { return ascii_lower(text); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto cut = text.find(separator);
    out.push_back(text.substr(0, cut));
    if (cut == std::string_view::npos) return out;
    text.remove_prefix(cut + 1);
  }
}

bool contains_word(std::string_view text, std::string_view word) {
  return lower(text).find(lower(word)) != std::string::npos;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    if (letter(c) || digit(c) || static_cast<unsigned char>(c) >= 0x80)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  if (out.ends_with('-')) out.pop_back();
  return out;
}

void add_property(Properties& properties, std::string_view key, std::string_view text) {
  if (!text.empty()) properties.emplace_back(std::string(key), Value(std::string(text)));
}

void add_property(Properties& properties, std::string_view key, std::optional<std::int64_t> number) {
  if (number) properties.emplace_back(std::string(key), Value(*number));
}

void add_flag(Properties& properties, std::string_view key) {
  const Value flag(true);
  properties.emplace_back(key, flag);
}

std::string_view last_segment(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  const auto cut = url.rfind('/');
  return cut == std::string_view::npos ? url : url.substr(cut + 1);
}

namespace {

constexpr std::string_view kArchive = "web.archive.org/web/";

/// What an archive's address holds behind its own part: "20240429224505/https://..".
std::string_view behind_archive(std::string_view url) {
  const auto at = url.find(kArchive);
  return at == std::string_view::npos ? std::string_view() : url.substr(at + kArchive.size());
}

}  // namespace

std::string host_of(std::string_view url) {
  if (const auto inner = behind_archive(url); !inner.empty())
    if (const auto cut = inner.find('/'); cut != std::string_view::npos) url = inner.substr(cut + 1);
  if (const auto cut = url.find("://"); cut != std::string_view::npos) url.remove_prefix(cut + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto cut = url.rfind('@'); cut != std::string_view::npos) url.remove_prefix(cut + 1);
  url = url.substr(0, url.find(':'));
  std::string out = lower(url);
  if (out.starts_with("www.")) out.erase(0, 4);
  return out.find('.') == std::string::npos ? std::string() : out;
}

std::string archived_day(std::string_view url) {
  const auto stamp = behind_archive(url).substr(0, 8);
  if (stamp.size() < 8 || !std::all_of(stamp.begin(), stamp.end(), digit)) return {};
  return edtf_of(stamp.substr(0, 4), stamp.substr(4, 2), stamp.substr(6, 2)).value_or("");
}

std::string orcid_of(std::string_view text) {
  std::string id(last_segment(trimmed(text)));
  if (id.size() != 19) return {};
  if (id.back() == 'x') id.back() = 'X';
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool hyphen = i == 4 || i == 9 || i == 14;
    if (hyphen ? id[i] != '-' : !(digit(id[i]) || (i == 18 && id[i] == 'X'))) return {};
  }
  return id;
}

std::string isni_of(std::string_view text) {
  std::string out(trimmed(last_segment(trimmed(text))));
  std::erase(out, ' ');
  std::erase(out, '-');
  if (out.ends_with('x')) out.back() = 'X';
  const bool digits = out.size() == 16 && std::all_of(out.begin(), out.end() - 1, digit);
  return digits && (digit(out.back()) || out.back() == 'X') ? out : std::string(text);
}

std::string cik_of(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 10 || !std::all_of(text.begin(), text.end(), digit)) return {};
  return std::string(10 - text.size(), '0') + std::string(text);
}

std::optional<std::string> edtf_of(std::string_view year, std::string_view month, std::string_view day) {
  if (year.empty()) return month.empty() && day.empty() ? std::optional<std::string>("") : std::nullopt;
  const auto y = whole(year);
  if (!y || *y < 0 || *y > 9999) return std::nullopt;
  std::string out = padded(*y, 4);
  if (!month.empty()) {
    const auto m = whole(month);
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    out += "-" + padded(*m, 2);
    if (!day.empty()) {
      const auto d = whole(day);
      if (!d || !valid(CivilDate{*y, *m, *d})) return std::nullopt;
      out += "-" + padded(*d, 2);
    }
  } else if (!day.empty()) {
    return std::nullopt;
  }
  return out;
}

std::string day_of_milliseconds(std::int64_t milliseconds) {
  constexpr std::int64_t kDay = 86'400'000;
  std::int64_t day = milliseconds / kDay;
  if (milliseconds % kDay < 0) --day;
  if (day < -700'000 || day > 2'900'000) return {};
  return day_text(static_cast<Day>(day));
}

std::optional<std::int64_t> milliseconds_of(std::string_view iso_time) {
  iso_time = trimmed(iso_time);
  const std::string date = day_of_time(iso_time);
  if (date.empty()) return std::nullopt;
  const auto day = parse_date(date);
  if (!day) return std::nullopt;
  std::int64_t out = static_cast<std::int64_t>(day->range.low) * 86'400'000;
  if (iso_time.size() < 19) return out;
  const auto hour = whole(iso_time.substr(11, 2)), minute = whole(iso_time.substr(14, 2)),
             second = whole(iso_time.substr(17, 2));
  if (!hour || !minute || !second) return std::nullopt;
  out += ((*hour * 60 + *minute) * 60 + *second) * 1000LL;
  auto rest = iso_time.substr(19);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    std::int64_t unit = 100;
    for (; !rest.empty() && digit(rest[0]); rest.remove_prefix(1), unit /= 10) out += (rest[0] - '0') * unit;
  }
  if (rest.size() >= 6 && (rest[0] == '+' || rest[0] == '-')) {
    const auto hours = whole(rest.substr(1, 2)), minutes = whole(rest.substr(4, 2));
    if (!hours || !minutes) return std::nullopt;
    out -= (rest[0] == '+' ? 1 : -1) * (*hours * 60 + *minutes) * 60'000LL;
  }
  return out;
}

std::string day_of_time(std::string_view iso_time) {
  iso_time = trimmed(iso_time).substr(0, 10);
  if (iso_time.size() != 10 || iso_time[4] != '-' || iso_time[7] != '-') return {};
  return edtf_of(iso_time.substr(0, 4), iso_time.substr(5, 2), iso_time.substr(8, 2)).value_or("");
}

std::string country_code(std::string_view text) {
  const Country* country = find_country(trimmed(text));
  return country != nullptr ? country->alpha2 : std::string();
}

std::string size_text(std::size_t bytes) {
  if (bytes >= 1U << 20 && bytes % (1U << 20) == 0) return std::to_string(bytes >> 20) + " MiB";
  if (bytes >= 1U << 10 && bytes % (1U << 10) == 0) return std::to_string(bytes >> 10) + " KiB";
  return std::to_string(bytes) + " bytes";
}

std::string short_hash(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  std::string out(16, '0');
  for (auto place = out.rbegin(); place != out.rend(); ++place, hash >>= 4) *place = kDigits[hash & 15];
  return out;
}

}  // namespace talentflow::ingest
