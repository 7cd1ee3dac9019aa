// Organisations that no table knows and the document names beyond doubt somewhere: by a suffix, a stock code,
// a quotation behind "公司", a round of money. From there on they are known everywhere in it, also by the
// short forms that texts use: 镜湖光电科技有限公司, 镜湖光电, 镜湖.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/parts.hpp"

namespace talentflow::ingest::text {
namespace {

/// A short form has at least two characters, and a name of a company that stands alone at most these.
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongestAlone = 8;

/// Ends of names that short forms leave out, the longest first.
constexpr std::u32string_view kEndings[] = {
    U"股份有限公司", U"有限责任公司", U"有限公司", U"科技公司", U"股份公司", U"集团公司", U"公司", U"集团",
    U"控股",         U"投控",         U"金控",     U"股份",     U"科技",     U"电子",     U"数位", U"数码",
    U"汽车",         U"半导体",       U"微电子",   U"智能",     U"机器人",   U"生物",     U"网络", U"光电",
    U"医药",         U"未来",         U"动力",     U"物流",     U"信息技术", U"软件",     U"能源", U"医疗",
    U"电脑",         U"制药",         U"生技",     U"传媒"};

std::u32string_view without_place(std::u32string_view name) {
  for (std::size_t length = 2; length + kShortest <= name.size() && length <= 4; ++length) {
    const auto place = Gazetteer::standard().longest(name.substr(0, length), 0);
    if (place.length == length && place.name->kind == "Place") return name.substr(length);
  }
  return name;
}

/// Whether a short form could be taken for something else: a word of the table, a known name, a description.
bool is_taken(std::u32string_view form, NameMemory& memory) {
  if (form.size() < kShortest || memory.is_person(form)) return true;
  const auto word = word_at(form, 0);
  if (word.text.size() == form.size()) return true;
  const Characters text(to_utf8(form));
  return Gazetteer::standard().longest(form, 0).length == form.size() || is_field(form) ||
         is_no_employer(form) || is_generic_modifier(form);
}

void learn(const Part& part, NameMemory& memory) {
  OwnOrganisation own{part.name, part.entity_kind.empty() ? "Company" : part.entity_kind, part.english};
  std::u32string_view form = part.plain;
  if (part.quoted && form.size() > 2 && !is_han(form.front())) return;
  if (own.english.empty()) memory.add_organisation(form, own);
  if (own.kind == "University") return;
  form = without_place(form);
  for (bool shorter = true; shorter;) {
    if (!is_taken(form, memory)) memory.add_organisation(form, own);
    shorter = false;
    for (const auto ending : kEndings)
      if (form.ends_with(ending) && form.size() >= ending.size() + kShortest) {
        form.remove_suffix(ending.size());
        shorter = true;
        break;
      }
  }
}

bool could_be_name(const Part& part) {
  const bool shape = part.kind == Part::Kind::text || (part.kind == Part::Kind::person && !part.sure);
  if (!shape || part.plain.size() < kShortest || part.plain.size() > kLongestAlone) return false;
  return std::all_of(part.plain.begin(), part.plain.end(), is_han) &&
         (part.quoted || (!is_field(part.plain) && !is_no_employer(part.plain)));
}

/// "海棠股份(603899.SH)", "智臂科技(股份代号:09977)".
bool has_stock_code(const std::vector<Part>& parts, std::size_t at) {
  if (at + 2 >= parts.size() || !parts[at + 1].is_mark(U'(')) return false;
  for (std::size_t i = at + 2; i < parts.size() && !parts[i].is_mark(U')'); ++i) {
    if (parts[i].is(Word::stock_code)) return true;
    const auto& code = parts[i].plain;
    const auto digits = std::count_if(code.begin(), code.end(), is_digit);
    const bool rest = std::all_of(code.begin(), code.end(),
                                  [](char32_t c) { return is_digit(c) || is_capital(c) || c == U'.'; });
    if (rest && digits >= 4 && digits <= 6) return true;
  }
  return false;
}

/// Behind a word for companies in quotation marks, with another name in brackets that says so, or with money
/// of its own.
bool shown_by_context(const std::vector<Part>& parts, std::size_t at) {
  const Part* before = at > 0 ? &parts[at - 1] : nullptr;
  const bool opens = before == nullptr || before->kind == Part::Kind::mark;
  const bool called =
      before != nullptr && (before->is(Word::common_organisation) || before->is(Word::the_organisation) ||
                            before->is(Word::short_form) || before->kind == Part::Kind::organisation);
  if (parts[at].quoted && called) return true;
  std::size_t next = at + 1;
  while (next < parts.size() && (parts[next].is(Word::adverb) || parts[next].kind == Part::Kind::date ||
                                 parts[next].is(Word::announce)))
    ++next;
  if (next >= parts.size()) return false;
  // "天幕智驾宣布完成5000万美元C轮融资"
  if ((opens || called || parts[at].quoted) && parts[next].is(Word::complete))
    for (std::size_t i = next + 1; i < parts.size() && i < next + 5; ++i)
      if (parts[i].is(Word::round)) return true;
  // "英矽智算(下称“英矽”)"
  if (parts[at + 1].is_mark(U'(') && at + 2 < parts.size() && parts[at + 2].is(Word::short_form)) return true;
  // "极光董座林世杰"
  const bool heads = parts[next].is(Word::role) && next == at + 1 && next + 1 < parts.size() &&
                     parts[next + 1].kind == Part::Kind::person;
  constexpr std::u32string_view kHeads[] = {U"董事长", U"董座", U"创始人", U"联合创始人", U"创办人"};
  return opens && heads && (parts[at].quoted || parts[at].plain.size() <= 6) &&
         std::find(std::begin(kHeads), std::end(kHeads), parts[next].plain) != std::end(kHeads);
}

/// "(下称“英矽”)" behind a name: the same organisation.
void learn_alias(const std::vector<Part>& parts, std::size_t at, NameMemory& memory) {
  if (at + 3 >= parts.size() || !parts[at + 1].is_mark(U'(') || !parts[at + 2].is(Word::short_form)) return;
  const Part& alias =
      parts[at + 3].kind == Part::Kind::mark && at + 4 < parts.size() ? parts[at + 4] : parts[at + 3];
  if (alias.plain.size() < kShortest || !is_han(alias.plain.front())) return;
  memory.add_organisation(alias.plain, {parts[at].name, "Company", parts[at].english});
}

}  // namespace

void learn_organisations(const std::vector<Part>& parts, NameMemory& memory) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    const bool unknown = part.kind == Part::Kind::organisation && part.entity_kind != "Outlet" && part.sure &&
                         is_han(part.plain.front());
    const bool shown = could_be_name(part) && (has_stock_code(parts, i) || shown_by_context(parts, i));
    if (unknown || shown) learn(part, memory);
    if (unknown || shown || part.kind == Part::Kind::organisation) learn_alias(parts, i, memory);
  }
}

}  // namespace talentflow::ingest::text
