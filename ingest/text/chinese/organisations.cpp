// Names of organisations that no table has: what stands before "公司", "研究院", "大学", and units behind
// their owners ("腾讯AI Lab", "阿里巴巴千问团队").
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/parts.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// A name before its suffix is no longer than this.
constexpr std::size_t kLongestStem = 14;

std::string kind_of_suffix(std::u32string_view suffix) {
  if (suffix.ends_with(U"大学") || suffix.ends_with(U"分校") || suffix.ends_with(U"学院") ||
      suffix.ends_with(U"中学") || suffix.ends_with(U"理工"))
    return "University";
  if (suffix.ends_with(U"院") || suffix.ends_with(U"所") || suffix.ends_with(U"实验室") ||
      suffix.ends_with(U"中心") || suffix.ends_with(U"室"))
    return "Lab";
  if (suffix.ends_with(U"基金") || suffix.ends_with(U"资本") || suffix.ends_with(U"创投") ||
      suffix.ends_with(U"风投") || suffix.ends_with(U"风险投资"))
    return "Fund";
  if (suffix.ends_with(U"会")) return "Org";
  return "Company";
}

/// Suffixes that are words of their own as well: they make a name only with something short before them.
bool weak_suffix(std::u32string_view suffix) {
  static constexpr std::u32string_view kWeak[] = {
      U"科技",     U"智能",   U"传媒", U"控股", U"半导体", U"机器人", U"生物", U"网络", U"软件",
      U"信息技术", U"微电子", U"动力", U"汽车", U"证券",   U"咨询",   U"银行", U"资本", U"基金",
      U"创投",     U"风投",   U"医院", U"理工", U"委员会", U"部队",   U"协会", U"学会", U"风险投资"};
  return std::find(std::begin(kWeak), std::end(kWeak), suffix) != std::end(kWeak);
}

bool stem_part(const Part& part) {
  return part.kind == Part::Kind::latin || part.kind == Part::Kind::place ||
         part.kind == Part::Kind::organisation || (part.kind == Part::Kind::text && !part.quoted) ||
         part.is(Word::suffix) || part.is(Word::unit) || (part.kind == Part::Kind::person && !part.sure);
}

Part joined(const Characters& text, const std::vector<Part>& parts, std::size_t first, std::size_t last) {
  Part out;
  out.begin = parts[first].begin;
  out.end = parts[last].end;
  out.plain = text.view(out.begin, out.end);
  out.name = text.written(out.begin, out.end);
  return out;
}

void replace(std::vector<Part>& parts, std::size_t first, std::size_t last, Part by) {
  parts[first] = std::move(by);
  parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(first) + 1,
              parts.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

/// "人工智能与机器人研究院": the conjunction inside the name of an institute.
bool joins_stem(const std::vector<Part>& parts, std::size_t at, std::u32string_view suffix) {
  const bool institute = suffix.ends_with(U"院") || suffix.ends_with(U"所") || suffix.ends_with(U"中心") ||
                         suffix.ends_with(U"实验室");
  return institute && at > 0 && (parts[at].plain == U"与" || parts[at].plain == U"和") &&
         parts[at - 1].kind == Part::Kind::text && !parts[at - 1].quoted;
}

/// First part of the stem that ends before the suffix at `at`.
std::size_t stem_begin(const std::vector<Part>& parts, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && (stem_part(parts[first - 1]) || joins_stem(parts, first - 1, parts[at].plain)) &&
         (parts[first - 1].end == parts[first].begin || parts[first - 1].kind == Part::Kind::latin) &&
         parts[at].begin - parts[first - 1].begin <= kLongestStem)
    --first;
  return first;
}

/// "公司" and what stands before it, as a name or as a description; true when the part was replaced.
bool join_suffix(const Characters& text, std::vector<Part>& parts, std::size_t at) {
  std::size_t first = stem_begin(parts, at);
  // "前谷歌旗下": an organisation inside is the owner; everything before it stays outside
  for (std::size_t i = at; i > first; --i)
    if (parts[i - 1].kind == Part::Kind::organisation) {
      first = i - 1;
      break;
    }
  const auto suffix = parts[at].plain;
  if (first == at) {
    if (weak_suffix(suffix))
      parts[at].kind = Part::Kind::text;
    else if (suffix == U"公司")
      parts[at].word = Word::the_organisation;
    else
      parts[at].word = Word::common_organisation;
    return false;
  }
  const bool owned = parts[first].kind == Part::Kind::organisation;
  const bool university = kind_of_suffix(suffix) == "University";
  const bool describes = !owned && only_describes(text, parts[first].begin, parts[at].begin) &&
                         !(university && parts[first].kind == Part::Kind::place);
  const bool too_long = weak_suffix(suffix) && parts[at].begin - parts[first].begin > 6;
  if (owned && weak_suffix(suffix)) {
    parts[at].kind = Part::Kind::text;
    return false;
  }
  Part out = joined(text, parts, first, at);
  if (describes || too_long) {
    if (weak_suffix(suffix)) {
      out.kind = Part::Kind::text;
    } else {
      out.kind = Part::Kind::word;
      out.word = Word::common_organisation;
    }
  } else if (owned && first + 1 == at && (suffix == U"公司" || suffix == U"集团")) {
    out.kind = Part::Kind::organisation;  // "腾讯公司" is 腾讯
    out = parts[first];
    out.end = parts[at].end;
  } else {
    out.kind = Part::Kind::organisation;
    out.entity_kind = kind_of_suffix(suffix);
    out.sure = true;
    if (const auto* known = Gazetteer::standard().find(to_utf8(out.plain))) {
      out.english = known->english;
      out.entity_kind = known->kind;
    }
  }
  replace(parts, first, at, std::move(out));
  return true;
}

bool names_lab(const Part& part) {
  const std::string lower = ascii_lower(part.name);
  return lower.ends_with("lab") || lower.ends_with("labs") || lower.ends_with("research") ||
         lower.ends_with("institute");
}

/// "字节跳动" "Seed" "团队", "阿里巴巴" "千问", "腾讯" "AI Lab": one name.
void join_units(const Characters& text, std::vector<Part>& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const Part& owner = parts[i];
    const Part& unit = parts[i + 1];
    if (owner.kind != Part::Kind::organisation || owner.entity_kind == "Outlet" || owner.end != unit.begin)
      continue;
    const bool known_unit =
        unit.kind == Part::Kind::organisation && (unit.entity_kind == "Team" || unit.entity_kind == "Lab");
    const bool before_unit =
        i + 2 < parts.size() && parts[i + 2].is(Word::unit) && parts[i + 2].begin == unit.end;
    const bool latin_unit = unit.kind == Part::Kind::latin && (before_unit || names_lab(unit));
    const bool subsidiary = unit.kind == Part::Kind::organisation && unit.english == "DeepMind";
    if (!known_unit && !latin_unit && !subsidiary) continue;
    Part out = joined(text, parts, i, i + 1);
    out.kind = Part::Kind::organisation;
    out.entity_kind = known_unit ? unit.entity_kind : names_lab(unit) || subsidiary ? "Lab" : "Team";
    out.english = known_unit ? unit.english : "";
    // "阿里巴巴通义千问": the unit is what the text speaks of
    if (known_unit) out.aliases.push_back(out.name);
    if (known_unit && unit.entity_kind == "Team")
      out.name = unit.name;
    else if (known_unit)
      out.aliases.back() = unit.name;
    if (const auto* known = Gazetteer::standard().find(to_utf8(out.plain)))
      out.english = known->english, out.entity_kind = known->kind;
    out.sure = true;
    replace(parts, i, i + 1, std::move(out));
  }
}

}  // namespace

bool only_describes(const Characters& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    if (text[at] == U' ') {
      ++at;
      continue;
    }
    std::size_t found = 0;
    for (std::size_t length = std::min<std::size_t>(6, end - at); length > 0 && found == 0; --length)
      if (is_generic_modifier(text.view(at, at + length))) found = length;
    if (found == 0) return false;
    at += found;
  }
  return true;
}

void join_organisations(const Characters& text, std::vector<Part>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].is(Word::suffix)) continue;
    const std::size_t before = parts.size();
    if (join_suffix(text, parts, i)) i -= before - parts.size();
  }
  join_units(text, parts);
}

}  // namespace talentflow::ingest::text
