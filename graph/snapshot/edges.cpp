#include "graph/snapshot/edges.hpp"

#include <algorithm>

#include "graph/career/ownership.hpp"
#include "graph/view.hpp"

namespace talentflow::graph {
namespace {

Day last_day(const DayRange& range) { return range.exact() ? range.low : range.high - 1; }

/// Can something that began in `start` and ended in `end` hold on some day of `when`?
bool can_hold(const DayRange& start, const DayRange& end, const DayRange& when) {
  return start.low <= last_day(when) && end.high >= when.low && !(end.high == when.low && !end.exact());
}

bool can_hold(const Snapshot& snapshot, const FactRow& fact, const DayRange& when) {
  DayRange start, end;
  if (fact.start_claim != kNoClaim) start = snapshot.row(fact.start_claim).start_date().range;
  if (fact.end_claim != kNoClaim)
    end = snapshot.row(fact.end_claim).end_date().range;
  else if (fact.start_claim != kNoClaim && is_event(snapshot, fact.relation))
    end = start;
  return can_hold(start, end, when);
}

bool can_hold(const StintRow& row, const DayRange& when) {
  DayRange start, end;
  if (row.has(StintRow::start_known)) start = {row.start_low, row.start_high};
  if (row.has(StintRow::end_known)) end = {row.end_low, row.end_high};
  return can_hold(start, end, when);
}

}  // namespace

EdgeTable::EdgeTable(const EdgeInput& input, NameCode works_at, NameCode moved) {
  const Snapshot& snapshot = input.snapshot;
  std::vector<NameCode> types;  // by term; the view's names begin with the snapshot's
  for (const ClaimIndex claim : input.selection.statements) {
    const TermNumber term = snapshot.row(claim).relation;
    if (term >= types.size()) types.resize(term + 1, kNoName);
    if (types[term] == kNoName) types[term] = snapshot.term(term).name;
  }
  add_plain(input, types);
  add_facts(input, types);
  if (!input.careers.rows.empty()) {
    add_stints(input, works_at);
    add_moves(input, moved);
  }
  index(input.nodes.count());
}

void EdgeTable::add_plain(const EdgeInput& input, const std::vector<NameCode>& types) {
  for (const ClaimIndex claim : input.selection.statements) {
    const ClaimRow& row = input.snapshot.row(claim);
    if (row.edge_id == 0 || row.stance != Stance::asserts) continue;
    plain_.push_back(claim);
    ends_.push_back({types[row.relation], input.nodes.of(row.subject),
                     input.nodes.of(row.object == 0 ? row.subject : row.object)});
  }
}

void EdgeTable::add_facts(const EdgeInput& input, const std::vector<NameCode>& types) {
  for (std::uint32_t i = 0; i < input.facts.facts.size(); ++i) {
    const FactRow& fact = input.facts.facts[i];
    if (input.valid && !can_hold(input.snapshot, fact, *input.valid)) continue;
    facts_.push_back(i);
    ends_.push_back({types[fact.relation], input.nodes.of(fact.subject), input.nodes.of(fact.object)});
  }
}

void EdgeTable::add_stints(const EdgeInput& input, NameCode type) {
  const Careers& careers = input.careers;
  for (std::size_t person = 0; person < careers.persons.size(); ++person)
    for (std::uint32_t row = careers.first[person]; row < careers.first[person + 1]; ++row) {
      const StintRow& stint = careers.rows[row];
      if (stint.has(StintRow::study) || (input.valid && !can_hold(stint, *input.valid))) continue;
      stints_.push_back(row);
      ends_.push_back({type, input.nodes.of(careers.persons[person]), input.nodes.of(stint.organisation)});
    }
}

void EdgeTable::add_moves(const EdgeInput& input, NameCode type) {
  const Careers& careers = input.careers;
  const Ownership ownership(input.organisations);
  OrganisationMover mover(ownership);
  for (std::size_t person = 0; person < careers.persons.size(); ++person) {
    if (is_uncounted(input.uncounted, careers.persons[person])) continue;
    for (const OrganisationMove& move : mover.moves(careers.of(person))) {
      if (input.valid && !can_hold(move.date, move.date, *input.valid)) continue;
      moves_.push_back({careers.persons[person], careers.first[person] + move.origin_row,
                        careers.first[person] + move.destination_row, move.date, move.assumed, move.dual});
      ends_.push_back({type, input.nodes.of(move.origin), input.nodes.of(move.destination)});
    }
  }
}

EdgeKind EdgeTable::kind(EdgeNumber edge) const {
  if (edge < plain_.size()) return EdgeKind::plain;
  if (edge < plain_.size() + facts_.size()) return EdgeKind::fact;
  return edge < first_move() ? EdgeKind::stint : EdgeKind::move;
}

EdgeNumber EdgeTable::of_stint(std::size_t row) const {
  const auto found = std::lower_bound(stints_.begin(), stints_.end(), row);
  if (found == stints_.end() || *found != row) return kNoEdge;
  return static_cast<EdgeNumber>(plain_.size() + facts_.size() +
                                 static_cast<std::size_t>(found - stints_.begin()));
}

void EdgeTable::index(std::size_t nodes) {
  NameCode last = 0;
  for (const EdgeEnds& ends : ends_) last = std::max(last, ends.type);
  std::vector<std::uint32_t> next(ends_.empty() ? 1 : last + std::size_t{2}, 0);
  for (const EdgeEnds& ends : ends_) ++next[ends.type + 1];
  for (std::size_t type = 1; type < next.size(); ++type) {
    if (next[type] != 0) types_.push_back(static_cast<NameCode>(type - 1));
    next[type] += next[type - 1];
  }
  by_type_.resize(ends_.size());
  for (EdgeNumber edge = 0; edge < ends_.size(); ++edge) by_type_[next[ends_[edge].type]++] = edge;
  out_ = adjacency(by_type_, ends_, &EdgeEnds::from, nodes);
  in_ = adjacency(by_type_, ends_, &EdgeEnds::to, nodes);
}

EdgeTable::Adjacency EdgeTable::adjacency(const std::vector<EdgeNumber>& by_type,
                                          const std::vector<EdgeEnds>& ends, NodeNumber EdgeEnds::*side,
                                          std::size_t nodes) {
  Adjacency adjacency;
  adjacency.first.assign(nodes + 1, 0);
  for (const EdgeEnds& edge : ends) ++adjacency.first[edge.*side + 1];
  for (std::size_t node = 1; node <= nodes; ++node) adjacency.first[node] += adjacency.first[node - 1];
  adjacency.edges.resize(ends.size());
  std::vector<std::uint32_t> next(adjacency.first.begin(), adjacency.first.end() - 1);
  for (const EdgeNumber edge : by_type) adjacency.edges[next[ends[edge].*side]++] = edge;
  return adjacency;
}

std::span<const EdgeNumber> EdgeTable::of_type(std::span<const EdgeNumber> edges, NameCode type) const {
  const auto low = std::lower_bound(edges.begin(), edges.end(), type, [&](EdgeNumber edge, NameCode wanted) {
    return ends_[edge].type < wanted;
  });
  const auto high = std::upper_bound(
      low, edges.end(), type, [&](NameCode wanted, EdgeNumber edge) { return wanted < ends_[edge].type; });
  return {low, high};
}

std::span<const EdgeNumber> EdgeTable::with_type(NameCode type) const { return of_type(by_type_, type); }

}  // namespace talentflow::graph
