#include "graph/flow/person_flow.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

std::uint32_t country_code(CountryCode country) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(country[0]) << 8U) |
         static_cast<unsigned char>(country[1]);
}

Day lasts_until(const StintRow& row) {
  if (row.has(StintRow::end_known)) return row.end_low;
  if (row.held > kMinDay) return row.held;
  return row.has(StintRow::start_known) ? row.start_high : kMinDay;
}

/// For how many days the two certainly ran beside each other.
std::int64_t certain_overlap(const StintRow& a, const StintRow& b) {
  if (!a.has(StintRow::start_known) || !b.has(StintRow::start_known)) return 0;
  return static_cast<std::int64_t>(std::min(lasts_until(a), lasts_until(b))) -
         std::max(a.start_high, b.start_high);
}

/// The lowest bit: "researcher and founder" is filed under researcher.
std::uint32_t main_role(RoleClasses roles) { return static_cast<std::uint32_t>(roles & -roles) & 0xFFU; }

}  // namespace

PersonFlow::PersonFlow(const View& view, const Careers& careers, const Question& question, Sides& sides,
                       Cells& cells, Answer& answer)
    : view_(view),
      question_(question),
      careers_(careers),
      sides_(sides),
      cells_(cells),
      answer_(answer),
      walk_(question.rules),
      exclude_contested_(view.reading().contested == Contested::exclude),
      excluded_founding_(!question.rules.founding) {}

std::uint64_t PersonFlow::read(std::size_t person) {
  if (!gather(person)) return 0;
  count_likely();
  return question_.uncertainty ? weigh_worlds() : 0;
}

/// Sorts the person's stints into groups; false when none of them can matter.
bool PersonFlow::gather(std::size_t person) {
  person_ = careers_.persons[person];
  first_row_ = careers_.first[person];
  rows_ = careers_.of(person);
  groups_.assign(rows_.size(), kNoGroup);
  bool first = false, second = false, any = false;
  FlowCoverage& coverage = answer_.coverage;
  coverage.rows_visited += rows_.size();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const StintRow& stint = rows_[i];
    if (stint.has(StintRow::study) && !question_.rules.study) continue;
    if (exclude_contested_ && stint.has(StintRow::contested)) continue;
    const GroupCode group = sides_.group(stint);
    groups_[i] = group;
    any = true;
    ++coverage.stints;
    first = first || group == kFirstSide;
    second = second || group == kSecondSide;
    coverage.first += group == kFirstSide ? 1U : 0U;
    coverage.second += group == kSecondSide ? 1U : 0U;
    if (is_unlocated(group)) ++coverage.unlocated;
    if (!stint.has(StintRow::start_known) && !stint.has(StintRow::end_known)) ++coverage.undated;
  }
  if (any) ++coverage.persons;
  if (sides_.names_organisations()) drop_broader_posts();
  return (first && second) || (question_.extras && (first || second));
}

/// "At Alibaba" beside "at Qwen" is one employment told more broadly: where a side names Qwen, a post with
/// the same owner that certainly ran beside it is no other place.
void PersonFlow::drop_broader_posts() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (groups_[i] == kNoGroup || !sides_.names_organisations(groups_[i])) continue;
    for (std::size_t j = 0; j < rows_.size(); ++j)
      if (groups_[j] != kNoGroup && groups_[j] != groups_[i] && !sides_.names_organisations(groups_[j]) &&
          certain_overlap(rows_[i], rows_[j]) > question_.rules.overlap &&
          sides_.one_owner(rows_[i], rows_[j]))
        groups_[j] = kNoGroup;
  }
}

/// Equal dates are ordered by something that neither side nor the order of input decides.
std::uint32_t PersonFlow::tie_of(std::size_t row) const {
  EntityNumber lowest = rows_[row].organisation;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (groups_[i] == groups_[row]) lowest = std::min(lowest, rows_[i].organisation);
  return lowest;
}

bool PersonFlow::both_sides(std::span<const Post> posts) const {
  bool first = false, second = false;
  for (const Post& post : posts) {
    first = first || post.group == kFirstSide;
    second = second || post.group == kSecondSide;
  }
  return first && second;
}

int PersonFlow::direction(const Move& move) const {
  if (move.origin == kFirstSide && move.destination == kSecondSide) return -1;
  if (move.origin == kSecondSide && move.destination == kFirstSide) return question_.directed ? 0 : 1;
  return 0;
}

RoleClasses PersonFlow::roles(std::uint32_t spell) const {
  unsigned all = 0;
  if (spell == kNoSpell) return 0;
  const Spell& own = walk_.spells()[spell];
  for (std::uint32_t post = own.first_post; post != kNoPost; post = walk_.next_post(post))
    all |= row(walk_.post(post).row).roles;
  return static_cast<RoleClasses>(all);
}

bool PersonFlow::role_holds(std::uint32_t spell) const {
  return (roles(spell) & static_cast<RoleClasses>(question_.population.role)) != 0;
}

double PersonFlow::confidence(std::uint32_t origin_row, std::uint32_t destination_row) const {
  return belief_of(row(origin_row)) * belief_of(row(destination_row));
}

bool PersonFlow::wanted(const Move& move, std::uint32_t origin_row, std::uint32_t destination_row) const {
  if (question_.population.role != RoleClass::none) {
    const RoleAt at = question_.rules.role_at;
    const bool origin = at != RoleAt::destination && role_holds(move.origin_spell);
    if (!origin && (at == RoleAt::origin || !role_holds(move.destination_spell))) return false;
  }
  if (excluded_founding_ && row(destination_row).has(StintRow::founded)) return false;
  return question_.with_confidence <= 0.0 ||
         confidence(origin_row, destination_row) >= question_.with_confidence;
}

void PersonFlow::find_steps() {
  steps_.clear();
  for (const Move& move : walk_.moves()) {
    const int way = direction(move);
    if (way == 0) continue;
    const std::uint32_t origin = walk_.post(walk_.origin_post(move)).row;
    const std::uint32_t destination = walk_.post(walk_.destination_post(move)).row;
    if (!wanted(move, origin, destination)) continue;
    steps_.push_back({&move, way > 0, question_.directed || question_.gross ? 1 : way, origin, destination});
    if (question_.rules.first_only) return;
  }
}

CellKey PersonFlow::key(BucketNumber bucket, const Step& step) const {
  CellKey found{bucket, {}};
  for (std::size_t i = 0; i < question_.dimensions.size(); ++i) {
    std::uint32_t& code = found.dimensions[i];
    switch (question_.dimensions[i]) {
      case Dimension::origin_organisation:
        code = row(step.origin_row).organisation;
        break;
      case Dimension::destination_organisation:
        code = row(step.destination_row).organisation;
        break;
      case Dimension::origin_country:
        code = country_code(sides_.country(row(step.origin_row)));
        break;
      case Dimension::destination_country:
        code = country_code(sides_.country(row(step.destination_row)));
        break;
      case Dimension::role:
        code = main_role(roles(step.move->destination_spell));
        if (code == 0) code = main_role(roles(step.move->origin_spell));
        break;
    }
  }
  return found;
}

void PersonFlow::count_likely() {
  posts_.clear();
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    if (groups_[i] == kNoGroup || !likely(rows_[i])) continue;
    Post post = likely_post(rows_[i]);
    post.group = groups_[i];
    post.tie = tie_of(i);
    post.row = i;
    posts_.push_back(post);
  }
  const bool both = both_sides(posts_);
  if (!both && !question_.extras) return;
  walk_.run(posts_);
  find_steps();
  for (const Step& step : steps_) count(step);
  if (both && walk_.unordered()) {
    ++answer_.coverage.unordered;
    if (question_.extras) {
      ++cells_[cells_.at({kNullBucket, {}})].cell.unordered;
      note(NearMiss::Kind::unordered, posts_.front().row);
    }
  }
  if (!question_.extras) return;
  for (const Move& move : walk_.moves()) count_around(move);
}

void PersonFlow::count(const Step& step) {
  const DayRange date{step.move->low, step.move->high};
  const BucketNumber bucket = cells_.buckets().of_move(date);
  if (bucket == kNoBucket) return;
  const std::uint32_t index = cells_.at(key(bucket, step));
  Cell& cell = cells_[index].cell;
  const StintRow& origin = row(step.origin_row);
  const StintRow& destination = row(step.destination_row);
  const bool single = origin.origins <= 1 || destination.origins <= 1;
  const bool contested = origin.has(StintRow::contested) || destination.has(StintRow::contested);
  ++(step.inflow ? cell.inflow : cell.outflow);
  cell.single_origin += single ? 1 : 0;
  cell.contested += contested ? 1 : 0;
  cell.undated += bucket == kNullBucket ? 1 : 0;
  answer_.coverage.coarse += cells_.buckets().coarser(date) ? 1U : 0U;
  cell.assumed += step.move->assumed ? 1 : 0;
  cell.dual += step.move->dual ? 1 : 0;
  if (!question_.keep_moves) return;
  answer_.moves.push_back({person_, step.inflow, date, first_row_ + step.origin_row,
                           first_row_ + step.destination_row, index,
                           confidence(step.origin_row, step.destination_row), step.move->assumed,
                           step.move->dual, single, contested});
}

/// What happens around the counted steps: entries, exits, unlocated ends and the subject's stock.
void PersonFlow::count_around(const Move& move) {
  const GroupCode own = subject(), other = own == kFirstSide ? kSecondSide : kFirstSide;
  const bool arrives = move.destination == own && move.origin != own;
  const bool leaves = move.origin == own && move.destination != own;
  const auto on_a_side = [](GroupCode group) { return group == kFirstSide || group == kSecondSide; };
  const bool unlocated = (is_unlocated(move.origin) && on_a_side(move.destination)) ||
                         (is_unlocated(move.destination) && on_a_side(move.origin));
  if (!arrives && !leaves && !unlocated) return;
  const DayRange date{move.low, move.high};
  const Day day = middle_day(date.low, date.high);
  const BucketNumber bucket = cells_.buckets().of_move(date);
  const int change = arrives ? 1 : leaves ? -1 : 0;
  if (bucket == kNullBucket || (bucket == kNoBucket && day < cells_.buckets().during()->low))
    cells_.stock_before += change;
  if (bucket == kNoBucket) return;
  CellSums& sums = cells_[cells_.at({bucket, {}})];
  if (bucket != kNullBucket) sums.change += change;
  sums.cell.entries += arrives && move.origin != other ? 1 : 0;
  sums.cell.exits += leaves && move.destination != other ? 1 : 0;
  sums.cell.unlocated += unlocated ? 1 : 0;
  const std::uint32_t post = move.exit() ? walk_.origin_post(move) : walk_.destination_post(move);
  if (unlocated) note(NearMiss::Kind::unlocated, walk_.post(post).row);
  if (leaves && move.exit()) note(NearMiss::Kind::no_destination, walk_.post(post).row);
}

void PersonFlow::note(NearMiss::Kind kind, std::uint32_t row) {
  if (question_.keep_moves) answer_.near_misses.push_back({kind, person_, first_row_ + row});
}

}  // namespace talentflow::graph
