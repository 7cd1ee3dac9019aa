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

/// Fields that companies are called after: a name only behind what is no word of the dictionary ("力晟电子",
/// not "消费电子").
bool very_weak_suffix(std::u32string_view suffix) {
  static constexpr std::u32string_view kFields[] = {
      U"电子", U"光电", U"数位", U"数码",   U"数科",     U"物流", U"医药", U"制药", U"药业", U"医疗",
      U"能源", U"互动", U"通讯", U"新能源", U"集成电路", U"航空", U"航天", U"互娱", U"影业", U"精密",
      U"光学", U"电气", U"电器", U"重工",   U"化工",     U"实业", U"置业", U"地产", U"保险", U"信托",
      U"投控", U"金控", U"生技", U"智驾",   U"智行",     U"智造", U"智算", U"财险", U"学堂"};
  return std::find(std::begin(kFields), std::end(kFields), suffix) != std::end(kFields);
}

/// Suffixes that are words of their own as well: they make a name only with something short before them.
bool weak_suffix(std::u32string_view suffix) {
  static constexpr std::u32string_view kWeak[] = {
      U"科技", U"智能",     U"传媒",     U"控股", U"半导体", U"机器人", U"生物",   U"网络",
      U"软件", U"信息技术", U"微电子",   U"动力", U"汽车",   U"证券",   U"咨询",   U"银行",
      U"资本", U"基金",     U"创投",     U"风投", U"医院",   U"理工",   U"委员会", U"部队",
      U"协会", U"学会",     U"风险投资", U"战投", U"股份",   U"事务所", U"交易所"};
  return very_weak_suffix(suffix) || std::find(std::begin(kWeak), std::end(kWeak), suffix) != std::end(kWeak);
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

/// "日月光投控": the listed company of the group.
bool group_suffix(std::u32string_view suffix) {
  return suffix == U"投控" || suffix == U"金控" || suffix == U"控股";
}

/// "芯片设计公司|潮汐微电子": the name stands right behind.
bool names_follow(const std::vector<Part>& parts, std::size_t at) {
  if (at + 1 >= parts.size() || parts[at + 1].begin != parts[at].end) return false;
  for (std::size_t i = at + 2; i < parts.size() && i < at + 4 && parts[i].begin == parts[i - 1].end; ++i)
    if (parts[i].is(Word::suffix)) return true;
  const Part& next = parts[at + 1];
  const bool before_suffix = at + 2 < parts.size() && parts[at + 2].is(Word::suffix);
  return next.quoted || next.kind == Part::Kind::latin || next.kind == Part::Kind::organisation ||
         (next.kind == Part::Kind::text && (before_suffix || next.plain.size() <= 6)) ||
         (next.kind == Part::Kind::person && !next.sure && before_suffix);
}

/// "国家中小企业发展基金", "数码港投资创业基金": words inside the names of funds.
bool inside_fund(const Part& part, std::u32string_view suffix) {
  if (!suffix.ends_with(U"基金")) return false;
  return part.is(Word::common_organisation) || part.is(Word::invest) || part.is(Word::venture);
}

/// First part of the stem that ends before the suffix at `at`.
std::size_t stem_begin(const std::vector<Part>& parts, std::size_t at) {
  std::size_t first = at;
  while (first > 0 &&
         (stem_part(parts[first - 1]) || joins_stem(parts, first - 1, parts[at].plain) ||
          inside_fund(parts[first - 1], parts[at].plain)) &&
         (parts[first - 1].end == parts[first].begin || parts[first - 1].kind == Part::Kind::latin) &&
         parts[at].begin - parts[first - 1].begin <= kLongestStem)
    --first;
  return first;
}

/// "美国普渡大学": the country is none of the name of a university. "澜起微电子": what looks like a particle
/// between one character and the suffix is.
std::size_t inside_name(const std::vector<Part>& parts, std::size_t first, std::size_t at) {
  static constexpr std::u32string_view kCountries[] = {U"美国", U"英国",   U"法国",     U"德国",  U"日本",
                                                       U"韩国", U"加拿大", U"澳大利亚", U"澳洲",  U"瑞士",
                                                       U"荷兰", U"以色列", U"瑞典",     U"意大利"};
  const bool country =
      parts[first].kind == Part::Kind::place && first + 1 < at &&
      kind_of_suffix(parts[at].plain) == "University" &&
      std::find(std::begin(kCountries), std::end(kCountries), parts[first].plain) != std::end(kCountries);
  if (country) return first + 1;
  const auto one_character = [&](std::size_t i) {
    return parts[i].plain.size() == 1 && parts[i].kind != Part::Kind::mark && parts[i].rule.empty() &&
           parts[i].end == parts[i + 1].begin && is_han(parts[i].plain.front());
  };
  const bool particle = first == at && at > 1 && parts[at - 1].kind == Part::Kind::word &&
                        one_character(at - 1) && one_character(at - 2);
  // "启明创投、和利资本": behind a conjunction, 和 begins a name
  const bool conjunction = first > 1 && first < at && parts[first - 1].plain == U"和" &&
                           parts[first - 2].is(Word::conjunction) && one_character(first - 1);
  if (conjunction) return first - 1;
  return particle ? at - 2 : first;
}

/// "公司" and what stands before it, as a name or as a description; true when the part was replaced.
bool join_suffix(const Characters& text, std::vector<Part>& parts, std::size_t at) {
  std::size_t first = stem_begin(parts, at);
  first = inside_name(parts, first, at);
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
  const std::size_t longest = suffix.ends_with(U"基金") ? 12 : 6;
  const bool too_long = weak_suffix(suffix) && parts[at].begin - parts[first].begin > longest;
  const bool fund = kind_of_suffix(suffix) == "Fund" || suffix == U"战投";
  if (owned && weak_suffix(suffix) && !fund && suffix != U"股份" && !group_suffix(suffix)) {
    parts[at].kind = Part::Kind::text;
    return false;
  }
  const bool ordinary = very_weak_suffix(suffix) &&
                        (text.is_one_word(parts[first].begin, parts[at].begin) ||
                         parts[at].begin - parts[first].begin > 4 || parts[first].kind == Part::Kind::place);
  Part out = joined(text, parts, first, at);
  if (describes || too_long || ordinary) {
    if (weak_suffix(suffix)) {
      out.kind = Part::Kind::text;
    } else {
      out.kind = Part::Kind::word;
      out.word = Word::common_organisation;
    }
  } else if (suffix == U"公司" && !owned && names_follow(parts, at)) {
    out.kind = Part::Kind::word;  // "大模型应用公司“知行”": what it does, not what it is called
    out.word = Word::common_organisation;
  } else if (owned && first + 1 == at && !parts[first].english.empty() &&
             (suffix == U"公司" || suffix == U"集团" || suffix == U"股份" || group_suffix(suffix))) {
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
    const bool field = unit.plain == U"AI" || unit.plain == U"IT";  // "苹果AI模型团队"
    const bool latin_unit = unit.kind == Part::Kind::latin && !field && (before_unit || names_lab(unit));
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

/// "金石投资领投", "金石投资、.. 跟投": the verb is the end of a name of an investor.
static void join_investment_firms(const Characters& text, std::vector<Part>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool verb = parts[i].plain == U"投资" && parts[i - 1].end == parts[i].begin &&
                      parts[i - 1].kind == Part::Kind::text && parts[i - 1].plain.size() <= 4;
    if (!verb) continue;
    const bool listed =
        i + 1 < parts.size() && (parts[i + 1].is(Word::conjunction) || parts[i + 1].is(Word::invest) ||
                                 parts[i + 1].is(Word::lead_round) || parts[i + 1].is(Word::follow_round) ||
                                 parts[i + 1].is(Word::title));
    const bool opens = i == 1 || parts[i - 2].is(Word::conjunction) || parts[i - 2].is(Word::by) ||
                       parts[i - 2].is(Word::complete) || parts[i - 2].kind == Part::Kind::mark;
    if (!listed || !opens) continue;
    Part out = joined(text, parts, i - 1, i);
    out.kind = Part::Kind::organisation;
    out.entity_kind = "Fund";
    out.sure = true;
    replace(parts, i - 1, i, std::move(out));
  }
}

void join_organisations(const Characters& text, std::vector<Part>& parts) {
  join_investment_firms(text, parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].is(Word::suffix)) continue;
    const std::size_t before = parts.size();
    if (join_suffix(text, parts, i)) i -= before - parts.size();
  }
  join_units(text, parts);
}

}  // namespace talentflow::ingest::text
