// Sentences into clauses.
#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {
namespace {

bool cuts(const Part& part) {
  if (part.kind != Part::Kind::mark) return false;
  constexpr std::u32string_view kCutting = U"，；：。！？…|/";
  return kCutting.find(part.plain.front()) != std::u32string_view::npos;
}

/// "林俊旸（Junyang Lin）", "月之暗面（Moonshot AI）": another name of what stands before.
bool is_alias(std::vector<Part>& inside) {
  // "(下称“镜湖”)", "(股份代号:09977)"
  while (inside.size() > 1 && (inside.front().is(Word::short_form) || inside.front().is(Word::stock_code) ||
                               inside.front().kind == Part::Kind::mark))
    inside.erase(inside.begin());
  if (inside.size() == 1 && inside.front().kind == Part::Kind::text && inside.front().quoted) return true;
  const bool only = inside.size() == 1 ||
                    (inside.size() == 3 && (inside[2].plain == U"音译" || inside[2].plain == U"译音"));
  return only &&
         (inside.front().kind == Part::Kind::latin || inside.front().kind == Part::Kind::organisation ||
          inside.front().kind == Part::Kind::person);
}

bool takes_alias(const Part& part) {
  return part.kind == Part::Kind::person || part.kind == Part::Kind::organisation ||
         part.kind == Part::Kind::latin || part.kind == Part::Kind::text;
}

class ClauseCutter {
 public:
  std::vector<ChineseClause> run(std::vector<Part> parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].is_mark(U'(')) {
        i = take_aside(parts, i);
        continue;
      }
      if (parts[i].is_mark(U'“') || parts[i].is_mark(U'”')) {
        finish();
        current_.quoted = parts[i].is_mark(U'“');
        continue;
      }
      if (cuts(parts[i])) {
        const bool quoted = current_.quoted;
        finish();
        current_.quoted = quoted;
        continue;
      }
      current_.parts.push_back(std::move(parts[i]));
    }
    finish();
    for (auto& aside : asides_) out_.push_back(std::move(aside));
    return std::move(out_);
  }

 private:
  void finish() {
    if (!current_.parts.empty()) out_.push_back(std::move(current_));
    current_ = {};
  }

  /// Brackets: an alias goes to the name before it; other words become a clause of their own, about that
  /// name.
  std::size_t take_aside(std::vector<Part>& parts, std::size_t open) {
    std::size_t close = open + 1;
    while (close < parts.size() && !parts[close].is_mark(U')')) ++close;
    std::vector<Part> inside(parts.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                             parts.begin() + static_cast<std::ptrdiff_t>(close));
    if (current_.parts.empty() || inside.empty()) return close;
    Part& before = current_.parts.back();
    if (is_alias(inside) && takes_alias(before)) {
      before.aliases.push_back(inside.front().name);
    } else if (before.kind == Part::Kind::person) {
      ChineseClause aside;
      aside.aside = true;
      aside.parts.push_back(before);
      for (auto& part : inside) aside.parts.push_back(std::move(part));
      asides_.push_back(std::move(aside));
    }
    return close;
  }

  ChineseClause current_;
  std::vector<ChineseClause> out_;
  std::vector<ChineseClause> asides_;
};

}  // namespace

std::vector<ChineseClause> cut_clauses(std::vector<Part> parts) {
  return ClauseCutter().run(std::move(parts));
}

bool is_filler(const Part& part) {
  return part.is(Word::aspect) || part.is(Word::adverb) || part.is(Word::to) || part.is(Word::now) ||
         part.is_mark(U'“') || part.is_mark(U'”') || part.kind == Part::Kind::date;
}

bool says_where(const Part& part) {
  return part.is(Word::at) ||
         (part.is(Word::past) && (part.plain.ends_with(U"在") || part.plain.ends_with(U"于")));
}

bool is_event(const Part& part) { return part.kind == Part::Kind::word && !part.rule.empty(); }

}  // namespace talentflow::ingest::text
