// People named one after the other: "张三和李四", "张三、百度副总裁李四", and lists that go on over clauses.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"

namespace talentflow::ingest::text {

/// Words of a job that stands before a name inside a list.
static bool words_of_job(const Part& part) {
  return part.kind == Part::Kind::organisation || part.is(Word::role) || part.is(Word::former) ||
         part.is(Word::of) || part.is(Word::determiner) || part.is(Word::people_count) ||
         part.kind == Part::Kind::latin || inside_post(part);
}

std::size_t ChineseEngine::over_job(std::size_t index) const {
  std::size_t at = index;
  while (at < parts().size() && at < index + 10 &&
         (words_of_job(parts()[at]) || (is(at, Word::conjunction) && at > index && is(at - 1, Word::role))))
    ++at;
  const bool named = at < parts().size() && parts()[at].kind == Part::Kind::person;
  return named && (at == index || is(at - 1, Word::role) || at == index + 1) ? at : index;
}

std::vector<Actor> ChineseEngine::people_from(std::size_t index, std::size_t& end) const {
  std::vector<Actor> out;
  std::size_t at = index;
  while (at < parts().size()) {
    if (parts()[at].is(Word::third_people)) {
      out.insert(out.end(), last_people_.begin(), last_people_.end());
    } else if (auto actor = person(parts()[at])) {
      // "张三的团队": somebody else
      if (!out.empty() && (is(at + 1, Word::of) || is(at + 1, Word::unit))) break;
      out.push_back(std::move(*actor));
    } else {
      break;
    }
    end = ++at;
    while (is(at, Word::title)) end = ++at;
    if (!is(at, Word::conjunction)) break;
    // "张三和百度副总裁李四": the second one's job stands before the name
    at = over_job(at + 1);
  }
  return out;
}

/// "加入百度的还有张三，以及谷歌前研究员李四": everybody named from a part on, in the clauses that go on with
/// a conjunction too.
std::vector<Actor> ChineseEngine::people_listed(std::size_t index) const {
  std::vector<Actor> out;
  const auto gather = [&](const std::vector<Part>& all, std::size_t from) {
    for (std::size_t i = from; i < all.size(); ++i) {
      const bool possessor = i + 1 < all.size() && (all[i + 1].is(Word::of) || all[i + 1].is(Word::unit));
      if (all[i].kind != Part::Kind::person || possessor) continue;
      if (auto actor = person(all[i])) out.push_back(std::move(*actor));
    }
  };
  gather(parts(), index);
  for (std::size_t k = clause_ + 1; k < clauses_.size() && !clauses_[k].aside; ++k) {
    const auto& all = clauses_[k].parts;
    if (!all.front().is(Word::conjunction) && !all.front().is(Word::including)) break;
    gather(all, 1);
  }
  return out;
}

}  // namespace talentflow::ingest::text
