// Checks of claims and of the indexes that lead to them.
#include <algorithm>

#include "graph/store/check_scan.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// Spreads its arguments over 64 bits, so that sums of equal sets are equal and sums of others hardly ever
/// (the finaliser of SplitMix64).
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15ULL;
  number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  number = (number ^ (number >> 27U)) * 0x94D049BB133111EBULL;
  return number ^ (number >> 31U);
}
std::uint64_t posting_mark(EntityNumber entity, ClaimNumber claim, TermNumber relation, EntityNumber other) {
  return mixed(mixed(mixed(claim) + entity) + (static_cast<std::uint64_t>(relation) << 32U | other));
}

struct Ends {
  EntityNumber entity = 0, other = 0;
};
Ends ends_of(Family family, const Claim& claim) {
  if (family == Family::by_subject) return {claim.subject, claim.object};
  return {family == Family::by_object ? claim.object : claim.source, claim.subject};
}

}  // namespace

Result<void> Checker::check_claims() {
  claims_.assign(meta_.claims + 1, false);
  std::uint64_t count = 0;
  Claim claim;
  TALENTFLOW_TRY(scan(Family::claims, [&](std::string_view key, std::string_view value) -> Result<void> {
    const auto number = keys::read64(key);
    if (!number || *number == 0 || *number > meta_.claims) {
      find(Family::claims, key, "the number is not between 1 and the highest of the meta record");
      return {};
    }
    if (!decode(Family::claims, key, value, claim)) return {};
    claim.number = *number;
    claims_[*number] = true;
    ++count;
    for (const Family family : {Family::by_subject, Family::by_object, Family::by_source}) {
      const Ends ends = ends_of(family, claim);
      if (ends.entity != 0)
        said_[index_of(family)] += posting_mark(ends.entity, *number, claim.relation, ends.other);
    }
    return check_claim(key, claim);
  }));
  if (count + claims_forgotten_ != meta_.claims)
    find(Family::claims, {},
         "the numbers are not dense: " + std::to_string(count) + " claims and " +
             std::to_string(claims_forgotten_) + " forgotten of " + std::to_string(meta_.claims));
  return {};
}

Result<void> Checker::check_claim(std::string_view key, const Claim& claim) {
  check_references(key, claim);
  check_values(key, claim);
  if (claim.relation == described_) TALENTFLOW_TRY(check_claim_names(key, claim));
  const auto found = store_.find_claim(claim.id);
  if (!found.ok()) return found.error();
  const bool taken_again = *found && **found > claim.number && store_.load_withdrawn(claim.load);
  if (!*found || (**found != claim.number && !taken_again))
    find(Family::claims, key, "its id '" + claim.id + "' does not lead back to it");
  if (claim.stance == Stance::withdraws) {
    const auto listed = number_is(Family::withdrawn, keys::text_and_claim(claim.target, claim.number), {});
    if (!listed.ok()) return listed.error();
    if (!*listed)
      find(Family::claims, key,
           "it withdraws '" + claim.target + "', which the family withdrawn does not list");
  }
  return {};
}

void Checker::check_references(std::string_view key, const Claim& claim) {
  if (!has_entity(claim.subject))
    find(Family::claims, key, "its subject " + std::to_string(claim.subject) + " does not exist");
  if (claim.object != 0 && !has_entity(claim.object))
    find(Family::claims, key, "its object " + std::to_string(claim.object) + " does not exist");
  if (claim.source != 0 && !has_entity(claim.source))
    find(Family::claims, key, "its source " + std::to_string(claim.source) + " does not exist");
  if (claim.relation == 0 || claim.relation > meta_.terms)
    find(Family::claims, key, "its relation " + std::to_string(claim.relation) + " does not exist");
  const bool of_load = claim.load >= 1 && claim.load <= loads_.size() &&
                       claim.number >= loads_[claim.load - 1].first_claim &&
                       claim.number < loads_[claim.load - 1].first_claim + loads_[claim.load - 1].claims;
  if (!of_load)
    find(Family::claims, key, "it is not among the claims of its load " + std::to_string(claim.load));
}

void Checker::check_values(std::string_view key, const Claim& claim) {
  if (claim.stance > Stance::withdraws) find(Family::claims, key, "its stance is no code");
  if (claim.status > Status::filed) find(Family::claims, key, "its status is no code");
  if (claim.credibility > 6) find(Family::claims, key, "its credibility is no grade");
  if (claim.confidence > 1.0F || (claim.confidence < 0.0F && claim.confidence != -1.0F))
    find(Family::claims, key, "its confidence is not from 0 to 1");
  if ((claim.stance == Stance::withdraws) == claim.target.empty())
    find(Family::claims, key, "its target does not fit its stance");
  for (const Date* date : {&claim.start, &claim.end})
    if (date->known() && date->range.low > date->range.high)
      find(Family::claims, key, "a date ends before it begins");
}

Result<void> Checker::check_claim_names(std::string_view key, const Claim& claim) {
  std::string bytes;
  for (const std::string& name : description_keys(claim, vocabulary_)) {
    const auto found = pairs_.get(Family::names, keys::text_and_entity(name, claim.subject), bytes);
    if (!found.ok()) return found.error();
    if (!*found) find(Family::claims, key, "its name key '" + name + "' is not in the family names");
  }
  return {};
}

Result<void> Checker::check_claim_keys() {
  std::vector<bool> keyed(claims_.size(), false);
  TALENTFLOW_TRY(scan(Family::claim_keys, [&](std::string_view key, std::string_view value) -> Result<void> {
    const auto number = keys::read64(value);
    if (key.size() != 16 || !number || !has_claim(*number)) {
      find(Family::claim_keys, key, "leads to no claim");
      return {};
    }
    if (keyed[*number]) find(Family::claim_keys, key, "claim " + std::to_string(*number) + " has two keys");
    keyed[*number] = true;
    return {};
  }));
  for (const LoadInfo& load : loads_)
    for (ClaimNumber number = load.first_claim; number < load.first_claim + load.claims; ++number)
      if (has_claim(number) && !keyed[number] && !load.withdrawn)
        find(Family::claim_keys, {}, "claim " + std::to_string(number) + " has no key");
  return {};
}

Result<void> Checker::check_claim_ids() {
  return scan(Family::claim_ids, [&](std::string_view key, std::string_view value) -> Result<void> {
    const auto number = keys::read64(value);
    if (!number || !has_claim(*number)) {
      find(Family::claim_ids, key, "leads to no claim");
      return {};
    }
    const auto claim = store_.claim(*number);
    if (!claim.ok()) return claim.error();
    if (claim->id != key)
      find(Family::claim_ids, key, "claim " + std::to_string(*number) + " has another id");
    return {};
  });
}

Result<void> Checker::check_withdrawn() {
  return scan(Family::withdrawn, [&](std::string_view key, std::string_view) -> Result<void> {
    const auto number = key.size() > 9 ? keys::read64(key.substr(key.size() - 8)) : std::nullopt;
    if (!number || !has_claim(*number)) {
      find(Family::withdrawn, key, "leads to no claim");
      return {};
    }
    const auto claim = store_.claim(*number);
    if (!claim.ok()) return claim.error();
    if (claim->stance != Stance::withdraws || claim->target != key.substr(0, key.size() - 9))
      find(Family::withdrawn, key, "claim " + std::to_string(*number) + " withdraws something else");
    return {};
  });
}

void Checker::check_chunk(Family family, std::string_view key, const codec::PostingsRow& row) {
  const auto entity = key.size() == 12 ? keys::read32(key.substr(0, 4)) : std::nullopt;
  if (!entity || !has_entity(*entity)) {
    find(family, key, "leads to no entity");
    return;
  }
  if (row.claims.empty() || row.relations.size() != row.claims.size() ||
      row.others.size() != row.claims.size()) {
    find(family, key, "its lists are empty, or not of one length");
    return;
  }
  if (keys::read64(key.substr(4)) != row.claims.front())
    find(family, key, "its first claim is not the one of its key");
  if (!std::is_sorted(row.claims.begin(), row.claims.end(), std::less_equal<>{}))
    find(family, key, "its claims do not ascend");
  for (std::size_t i = 0; i < row.claims.size(); ++i) {
    if (!has_claim(row.claims[i]))
      find(family, key, "claim " + std::to_string(row.claims[i]) + " does not exist");
    posted_[index_of(family)] += posting_mark(*entity, row.claims[i], row.relations[i], row.others[i]);
  }
}

Result<void> Checker::check_postings(Family family) {
  codec::PostingsRow row;
  TALENTFLOW_TRY(scan(family, [&](std::string_view key, std::string_view value) -> Result<void> {
    if (decode(family, key, value, row)) check_chunk(family, key, row);
    return {};
  }));
  if (said_[index_of(family)] == posted_[index_of(family)]) return {};
  return name_missing_postings(family);
}

/// The sums differ: look up each claim at its entity, and each posting at its claim.
Result<void> Checker::name_missing_postings(Family family) {
  const std::size_t before = findings_.size();
  Claim claim;
  TALENTFLOW_TRY(scan(Family::claims, [&](std::string_view key, std::string_view value) -> Result<void> {
    const ClaimNumber number = keys::read64(key).value_or(0);
    if (!has_claim(number) || findings_.size() >= kMostFindings) return {};
    if (!codec::decode(value, claim).ok()) return {};
    const Ends ends = ends_of(family, claim);
    if (ends.entity == 0) return {};
    const auto listed = family == Family::by_subject  ? store_.claims_about(ends.entity)
                        : family == Family::by_object ? store_.claims_naming(ends.entity)
                                                      : store_.claims_of_source(ends.entity);
    if (listed.ok() && std::find(listed->begin(), listed->end(), number) == listed->end())
      find(family, keys::number32(ends.entity), "claim " + std::to_string(number) + " is missing");
    return {};
  }));
  codec::PostingsRow row;
  TALENTFLOW_TRY(scan(family, [&](std::string_view key, std::string_view value) -> Result<void> {
    if (key.size() != 12 || !codec::decode(value, row).ok() || row.relations.size() != row.claims.size() ||
        row.others.size() != row.claims.size())
      return {};
    for (std::size_t i = 0; i < row.claims.size(); ++i) {
      const auto posted = store_.claim(row.claims[i]);
      if (!posted.ok()) continue;
      const Ends ends = ends_of(family, *posted);
      if (ends.entity != keys::read32(key.substr(0, 4)) || ends.other != row.others[i] ||
          posted->relation != row.relations[i])
        find(family, key, "claim " + std::to_string(row.claims[i]) + " says otherwise");
    }
    return {};
  }));
  if (findings_.size() == before) find(family, {}, "a claim is listed more than once");
  return {};
}

}  // namespace talentflow::graph
