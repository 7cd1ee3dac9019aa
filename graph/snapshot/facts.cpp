#include "graph/snapshot/facts.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "graph/belief/belief.hpp"
#include "graph/snapshot/property_bytes.hpp"
#include "graph/snapshot/statements.hpp"

namespace talentflow::graph {
namespace {

/// Two events of one kind between the same two things are two when their dates lie further apart than this.
constexpr Day kSameEvent = 365;

Day last_day(const DayRange& range) { return range.exact() ? range.low : range.high - 1; }

bool compatible(const DayRange& a, const DayRange& b) { return a.low <= last_day(b) && b.low <= last_day(a); }

struct Grouped {
  EntityNumber subject, object;
  TermNumber relation;
  std::uint16_t episode;
  ClaimIndex claim;
  auto key() const { return std::tie(subject, relation, object, episode); }
};

/// Values of one bound, merged where they can be one.
struct RivalValue {
  DayRange range;
  ClaimIndex claim;  ///< states it, the most narrowly
  std::vector<Evidence> evidence;
};

class FactMaker {
 public:
  FactMaker(const Snapshot& snapshot, const SourceTable& sources, FactTable& table)
      : snapshot_(snapshot), sources_(sources), table_(table) {}

  /// Claims of one subject, relation and object; episodes by career already apart.
  void add(std::span<const Grouped> group) {
    if (snapshot_.term(group[0].relation).career != CareerMeaning::none || group.size() == 1) {
      add_episode(group, group[0].episode);
      return;
    }
    std::vector<Grouped> ordered(group.begin(), group.end());
    std::stable_sort(ordered.begin(), ordered.end(), [&](const Grouped& a, const Grouped& b) {
      return period(a.claim).low < period(b.claim).low;
    });
    std::size_t begin = 0;
    std::uint16_t episode = 0;
    Day reach = kMinDay;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
      const DayRange span = period(ordered[i].claim);
      if (i > begin && reach != kMinDay && span.low > reach) {
        add_episode({ordered.data() + begin, i - begin}, episode++);
        begin = i;
        reach = kMinDay;
      }
      if (span.low > kMinDay) reach = std::max(reach, span.high);  // a claim without dates opens nothing
    }
    add_episode({ordered.data() + begin, ordered.size() - begin}, episode);
  }

 private:
  /// First and last day on which what the claim says can have been so; {kMinDay, ..} without any date.
  DayRange period(ClaimIndex claim) const {
    const ClaimRow& row = snapshot_.row(claim);
    const Date start = row.start_date(), end = row.end_date();
    if (!start.known() && !end.known()) return {kMinDay, kMinDay};
    if (start.known() && is_event(snapshot_, row.relation))
      return {start.range.low, last_day(start.range) + kSameEvent};
    const Day low = start.known() ? start.range.low : kMinDay + 1;
    return {low, end.known() ? last_day(end.range) : kMaxDay};
  }

  void add_episode(std::span<const Grouped> group, std::uint16_t episode) {
    FactRow fact;
    fact.subject = group[0].subject;
    fact.object = group[0].object;
    fact.relation = group[0].relation;
    fact.episode = episode;
    fact.first_claim = static_cast<std::uint32_t>(table_.claims.size());
    fact.claim_count = static_cast<std::uint32_t>(group.size());
    for (const Grouped& item : group) table_.claims.push_back(item.claim);
    std::sort(table_.claims.begin() + fact.first_claim, table_.claims.end());
    weigh(fact);
    (fact.lead == kNoClaim ? table_.denials : table_.facts).push_back(fact);
  }

  void weigh(FactRow& fact) {
    evidence_.clear();
    std::vector<EntityNumber> pages;
    float strongest = -1.0F;
    for (const ClaimIndex claim : table_.claims_of(fact)) {
      const ClaimRow& row = snapshot_.row(claim);
      evidence_.push_back(evidence_of(row, sources_));
      if (row.stance == Stance::denies) continue;
      fact.status = std::max(fact.status, row.status);
      fact.end_open = fact.end_open || row.end_date().open();
      pages.push_back(row.source);
      if (evidence_.back().strength > strongest) {
        strongest = evidence_.back().strength;
        fact.lead = claim;
      }
    }
    const Belief belief = combine(evidence_);
    fact.belief = static_cast<float>(belief.belief);
    fact.plausibility = static_cast<float>(belief.plausibility);
    fact.origins = static_cast<std::uint16_t>(std::min(belief.origins, 65535U));
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    fact.sources = static_cast<std::uint16_t>(std::min<std::size_t>(pages.size(), 65535));
    fact.contested = belief.denial > 0.0;
    if (fact.claim_count == 1) {
      lead_alone(fact);
      return;
    }
    fact.start_claim = leading(fact, &ClaimRow::start_date);
    fact.end_claim = leading(fact, &ClaimRow::end_date);
    if (rival_amounts(fact)) fact.contested = true;
  }

  void lead_alone(FactRow& fact) {
    if (fact.lead == kNoClaim) return;
    const ClaimRow& row = snapshot_.row(fact.lead);
    if (row.start_date().known()) fact.start_claim = fact.lead;
    if (row.end_date().known()) fact.end_claim = fact.lead;
  }

  /// The claim that states the leading value of a bound; marks the fact contested when there are rivals.
  ClaimIndex leading(FactRow& fact, Date (ClaimRow::*bound)() const) {
    std::vector<RivalValue> values;
    const auto claims = table_.claims_of(fact);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const ClaimRow& row = snapshot_.row(claims[i]);
      const Date date = (row.*bound)();
      if (row.stance == Stance::denies || !date.known()) continue;
      values.push_back({date.range, claims[i], {evidence_[i]}});
    }
    std::stable_sort(values.begin(), values.end(), [](const RivalValue& a, const RivalValue& b) {
      return a.range.high - a.range.low < b.range.high - b.range.low;
    });
    std::vector<RivalValue> rivals;
    for (RivalValue& value : values) {
      bool taken = false;  // a coarse value that holds several rivals supports each of them
      for (RivalValue& known : rivals)
        if (compatible(known.range, value.range)) {
          known.evidence.insert(known.evidence.end(), value.evidence.begin(), value.evidence.end());
          taken = true;
        }
      if (!taken) rivals.push_back(std::move(value));
    }
    if (rivals.empty()) return kNoClaim;
    if (rivals.size() > 1) fact.contested = true;
    const auto best =
        std::max_element(rivals.begin(), rivals.end(), [](const RivalValue& a, const RivalValue& b) {
          const double left = combine(a.evidence).support, right = combine(b.evidence).support;
          return left != right ? left < right : a.claim > b.claim;
        });
    return best->claim;
  }

  bool rival_amounts(const FactRow& fact) const {
    std::vector<MoneyRange> amounts;
    for (const ClaimIndex claim : table_.claims_of(fact)) {
      const ClaimRow& row = snapshot_.row(claim);
      if (!row.has(ClaimRow::has_amount) || row.stance == Stance::denies) continue;
      PropertyReader reader(snapshot_.property_bytes(row));  // the amount is the first property
      if (!reader.next()) continue;
      const Value value = reader.value();
      if (const auto* money = value.get_if<MoneyRange>()) amounts.push_back(*money);
    }
    for (std::size_t i = 1; i < amounts.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (amounts[i].currency == amounts[j].currency &&
            (amounts[i].low > amounts[j].high || amounts[j].low > amounts[i].high))
          return true;
    return false;
  }

  const Snapshot& snapshot_;
  const SourceTable& sources_;
  FactTable& table_;
  std::vector<Evidence> evidence_;
};

/// Episode of a career claim: that of the stint which holds it.
std::vector<std::pair<ClaimIndex, std::uint16_t>> career_episodes(const Snapshot& snapshot,
                                                                  const Careers& careers) {
  std::vector<std::pair<ClaimIndex, std::uint16_t>> episodes;
  for (const StintRow& row : careers.rows) {
    if (row.episode == 0) continue;
    for (const ClaimNumber number : careers.claims_of(row))
      episodes.emplace_back(snapshot.find(number), row.episode);
  }
  std::sort(episodes.begin(), episodes.end());
  return episodes;
}

}  // namespace

bool stint_only(const Snapshot& snapshot, TermNumber relation) {
  const TermInfo& term = snapshot.term(relation);
  return term.career == CareerMeaning::post && snapshot.names()[term.name] == "WORKS_AT";
}

bool is_event(const Snapshot& snapshot, TermNumber relation) {
  static constexpr std::array<std::string_view, 5> kEvents{"APPROACHED", "INVESTED_IN", "RAISED",
                                                           "PRICE_CHANGE", "RENAMED_TO"};
  const TermInfo& term = snapshot.term(relation);
  if (term.career == CareerMeaning::begins || term.career == CareerMeaning::ends ||
      term.career == CareerMeaning::founds || term.org == OrgMeaning::owner_of)
    return true;
  const std::string& name = snapshot.names()[term.name];
  return std::find(kEvents.begin(), kEvents.end(), name) != kEvents.end();
}

FactTable make_facts(const Snapshot& snapshot, const Selection& selection, const SourceTable& sources,
                     const std::vector<EntityNumber>& representative, const Careers& careers) {
  FactTable table;
  const auto episodes = career_episodes(snapshot, careers);
  const auto merged = [&](EntityNumber entity) {
    return representative.empty() ? entity : representative[entity];
  };
  std::vector<Grouped> grouped;
  std::vector<std::uint8_t> left_out;  // by term: 0 not asked yet, 1 a fact, 2 none
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    if (row.edge_id != 0) continue;
    if (row.relation >= left_out.size()) left_out.resize(row.relation + 1, 0);
    if (left_out[row.relation] == 0) left_out[row.relation] = stint_only(snapshot, row.relation) ? 2 : 1;
    if (left_out[row.relation] == 2) continue;
    const auto known =
        std::lower_bound(episodes.begin(), episodes.end(), std::pair<ClaimIndex, std::uint16_t>{claim, 0});
    const std::uint16_t episode =
        known != episodes.end() && known->first == claim ? known->second : std::uint16_t{0};
    const EntityNumber subject = merged(row.subject);
    grouped.push_back(
        {subject, row.object == 0 ? subject : merged(row.object), row.relation, episode, claim});
  }
  std::stable_sort(grouped.begin(), grouped.end(),
                   [](const Grouped& a, const Grouped& b) { return a.key() < b.key(); });
  FactMaker maker(snapshot, sources, table);
  for (std::size_t begin = 0, end = 0; begin < grouped.size(); begin = end) {
    while (end < grouped.size() && grouped[end].key() == grouped[begin].key()) ++end;
    maker.add({grouped.data() + begin, end - begin});
  }
  return table;
}

}  // namespace talentflow::graph
