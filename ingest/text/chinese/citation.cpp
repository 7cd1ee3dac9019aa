// Who says so: "据晚点报道", "路透社援引The Information报道称", "阿里巴巴向本报证实", "有消息称".
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

bool may_publish(const Part& part) {
  return part.kind == Part::Kind::organisation || part.kind == Part::Kind::work ||
         part.kind == Part::Kind::latin || (part.kind == Part::Kind::text && !part.quoted);
}

bool reports(const Part& part) {
  return part.is(Word::report) || part.is(Word::say) || part.is(Word::rumour);
}

/// "媒体", "多家外媒", "公司人士": nobody by name.
bool nameless(const Part& part) {
  if (part.kind != Part::Kind::text) return false;
  static constexpr std::u32string_view kNameless[] = {
      U"媒体", U"外媒", U"人士", U"记者", U"本报", U"本刊", U"官网", U"公告", U"资料", U"了解", U"获悉",
      U"介绍", U"悉",   U"消息", U"员工", U"网友", U"平台", U"信息", U"数据", U"规定", U"要求", U"计划"};
  return std::any_of(std::begin(kNameless), std::end(kNameless), [&](std::u32string_view word) {
    return part.plain.find(word) != std::u32string_view::npos;
  });
}

/// The publisher that begins at a part and what says that it reports.
struct Citation {
  std::size_t name = 0;
  bool according = false;
};

/// "援引Y": the one whom the report goes back to.
std::optional<std::size_t> quoted_publisher(const std::vector<Part>& parts, std::size_t from) {
  for (std::size_t i = from; i + 1 < parts.size(); ++i)
    if (parts[i].is(Word::quoting) && may_publish(parts[i + 1]) && !nameless(parts[i + 1]) &&
        parts[i + 1].kind != Part::Kind::text)
      return i + 1;
  return std::nullopt;
}

std::optional<Citation> citation_in(const std::vector<Part>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool according = i > 0 && std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i),
                                                [](const Part& p) { return p.is(Word::according); });
    if (!may_publish(parts[i]) || nameless(parts[i])) continue;
    const bool outlet = parts[i].entity_kind == "Outlet" || parts[i].kind == Part::Kind::work;
    std::size_t next = i + 1;
    while (next < parts.size() &&
           (is_filler(parts[next]) || nameless(parts[next]) || parts[next].is(Word::of)))
      ++next;
    if (outlet)  // "界面新闻从知情人士处获悉"
      while (next < parts.size() && !is_event(parts[next]) && !parts[next].is(Word::quoting) &&
             !reports(parts[next]))
        ++next;
    const bool report =
        next < parts.size() && (parts[next].is(Word::report) || parts[next].is(Word::quoting));
    const bool says = next < parts.size() && reports(parts[next]);
    if (outlet && (report || says || (according && next == parts.size()))) return Citation{i, according};
    if (according && report && !is_event(parts[i])) return Citation{i, true};
    if (report && (parts[i].kind == Part::Kind::latin)) return Citation{i, false};
  }
  return std::nullopt;
}

}  // namespace

void ChineseEngine::find_citation() {
  cited_.clear();
  cited_status_.clear();
  citing_clause_.reset();
  cited_date_ = published();
  for (std::size_t k = 0; k < clauses_.size(); ++k) {
    const auto& all = clauses_[k].parts;
    const auto found = citation_in(all);
    if (!found) continue;
    const std::size_t name = quoted_publisher(all, found->name).value_or(found->name);
    cited_ = all[name].name;
    cited_status_ = "reported";
    citing_clause_ = k;
    for (const Part& part : all) {
      if (is_event(part)) break;
      if (part.kind == Part::Kind::date && !part.recent) cited_date_ = part.date;
    }
    return;
  }
  // "X向本报证实": X said so itself
  for (const auto& clause : clauses_) {
    const auto& all = clause.parts;
    for (std::size_t i = 1; i + 1 < all.size(); ++i) {
      if (!all[i].is(Word::to) ||
          (all[i - 1].kind != Part::Kind::organisation && all[i - 1].kind != Part::Kind::person))
        continue;
      if (all[i + 1].kind == Part::Kind::person ||
          !(nameless(all[i + 1]) || all[i + 1].entity_kind == "Outlet" || all[i + 1].is(Word::role)))
        continue;
      const bool says =
          std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), [](const Part& part) {
            return part.is(Word::confirm) || part.is(Word::say) || part.is(Word::announce);
          });
      if (!says) continue;
      if (all[i - 1].kind == Part::Kind::organisation) cited_ = all[i - 1].name;
      cited_status_ = "confirmed";
      return;
    }
  }
}

void ChineseEngine::find_flags() {
  rumoured_ = untrue_ = supposed_ = false;
  const std::string_view text = document_.sentences()[index_].sentence.text;
  asked_ = text.find("？") != std::string_view::npos || text.ends_with("?");
  bool insider = false;
  bool reported = false;
  for (std::size_t k = 0; k < clauses_.size(); ++k)
    for (const Part& part : clauses_[k].parts) {
      if (part.is(Word::rumour) && !rumoured_) {
        // "A加入B，据传薪酬丰厚": only what follows; "A加入B的传闻": all
        const auto& all = clauses_[k].parts;
        const bool ahead = std::any_of(all.begin(), all.end(), [](const Part& p) {
          return p.kind == Part::Kind::amount || is_event(p);
        });
        rumour_clause_ = ahead && part.plain != U"传闻" && part.plain != U"传言" ? k : 0;
        rumoured_ = true;
      }
      untrue_ = untrue_ || part.is(Word::untrue);
      supposed_ = supposed_ || part.is(Word::condition);
      insider = insider || part.is(Word::insider);
      reported = reported || part.is(Word::report);
    }
  if (!cited_.empty() || !cited_status_.empty()) return;
  if (insider)
    cited_status_ = "unconfirmed";
  else if (reported)
    cited_status_ = "reported";
}

}  // namespace talentflow::ingest::text
