#include "ingest/pipeline/side_by_side.hpp"

#include <algorithm>
#include <set>

#include "ingest/text/token.hpp"
#include "schema/utf8.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::size_t kTextColumns = 56;
constexpr std::size_t kClaimColumns = 60;
constexpr std::size_t kNumberColumns = 4;
constexpr std::size_t kClaimIndent = 2;  ///< of the second and further lines of a claim

std::string name_of(const Reference& reference) {
  return reference.name.empty() ? reference.id : reference.name;
}

void add_word(std::string& out, std::string_view label, const std::string& value) {
  if (!value.empty()) out += ", " + std::string(label) + value;
}

/// "林远舟 LEFT 百度, as 副总裁, from 2026-03 (zh-left)".
std::string in_short(const ClaimRecord& claim, const std::string& rule) {
  std::string out = name_of(claim.subject) + (claim.stance == "denies" ? " not " : " ") + claim.relation;
  if (!claim.object.empty()) out += " " + name_of(claim.object);
  add_word(out, "as ", claim.role);
  add_word(out, "from ", claim.start);
  add_word(out, "to ", claim.end);
  if (!claim.amount_low.empty()) {
    const bool range = claim.amount_low != claim.amount_high;
    add_word(out, "", claim.amount_low + (range ? ".." + claim.amount_high : "") + " " + claim.currency);
  }
  if (find_property(claim.properties, "planned") != nullptr) out += ", planned";
  add_word(out, "", claim.status);
  return rule.empty() ? out : out + " (" + rule + ")";
}

std::string filled(std::string text, std::size_t columns) {
  const std::size_t width = text_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::vector<std::string> claim_lines(const std::vector<std::string>& claims) {
  std::vector<std::string> out;
  for (const auto& claim : claims) {
    auto lines = wrap_to_width(claim, kClaimColumns - kClaimIndent);
    for (std::size_t i = 0; i < lines.size(); ++i)
      out.push_back((i == 0 ? "" : std::string(kClaimIndent, ' ')) + lines[i]);
  }
  return out;
}

/// Not a path inside a document, "worksFor[0]".
bool is_sentence(std::string_view locator) {
  return std::any_of(locator.begin(), locator.end(),
                     [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
}

void add_rows(std::string& out, std::uint64_t line_number, std::string_view sentence,
              const std::vector<std::string>& claims) {
  const std::string number = std::to_string(line_number);
  const auto left = wrap_to_width(escape_controls(sentence), kTextColumns);
  const auto right = claim_lines(claims);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string line =
        i == 0 ? std::string(kNumberColumns - std::min(kNumberColumns, number.size()), ' ') + number
               : std::string(kNumberColumns, ' ');
    line += "  " + filled(i < left.size() ? left[i] : "", kTextColumns) + " |";
    if (i < right.size()) line += " " + escape_controls(right[i]);
    out += line + "\n";
  }
}

}  // namespace

std::vector<std::string> wrap_to_width(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  std::size_t used = 0;
  std::size_t blank = std::string_view::npos;  ///< the last place to break at
  std::size_t used_at_blank = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t code = next_code_point(text, at);
    const auto columns = static_cast<std::size_t>(character_width(code));
    if (used + columns > width && here > begin) {
      const bool at_blank = blank != std::string_view::npos && blank > begin;
      const std::size_t end = at_blank ? blank : here;
      out.emplace_back(text.substr(begin, end - begin));
      used -= at_blank ? used_at_blank : used;
      begin = end;
      while (begin < text.size() && text[begin] == ' ' && begin < here) ++begin, --used;
      blank = std::string_view::npos;
    }
    used += columns;
    if (code == U' ' || columns == 2) {
      blank = code == U' ' ? here : at;
      used_at_blank = code == U' ' ? used - columns : used;
    }
  }
  if (begin < text.size() || out.empty()) out.emplace_back(text.substr(begin));
  return out;
}

void SideBySide::add(const Record& record) {
  const auto* claim = std::get_if<ClaimRecord>(&record.content);
  if (claim == nullptr) return;
  const Value* rule = find_property(claim->properties, "rule");
  const auto* name = rule == nullptr ? nullptr : rule->get_if<std::string>();
  if (!is_sentence(claim->locator)) return;
  const auto [place, fresh] = places_.emplace(std::pair(record.line, claim->locator), told_.size());
  if (fresh) told_.push_back({record.line, claim->locator, {}});
  told_[place->second].claims.push_back(in_short(*claim, name == nullptr ? "" : *name));
}

std::string SideBySide::print(std::string_view text) const {
  const auto sentences = text::split_sentences(text);
  std::set<std::size_t> placed;
  for (const auto& sentence : sentences)
    if (const auto place = places_.find({sentence.line, std::string(sentence.text)}); place != places_.end())
      placed.insert(place->second);
  std::string out;
  if (placed.size() < told_.size()) {
    for (const Told& told : told_) add_rows(out, told.line, told.sentence, told.claims);
    return out;
  }
  for (const auto& sentence : sentences) {
    const auto place = places_.find({sentence.line, std::string(sentence.text)});
    add_rows(out, sentence.line, sentence.text,
             place == places_.end() ? std::vector<std::string>{} : told_[place->second].claims);
  }
  return out;
}

}  // namespace talentflow::ingest
