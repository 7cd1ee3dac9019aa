#include "query/export/claim_rows.hpp"

#include <algorithm>

#include "query/format/instant_text.hpp"
#include "query/format/json_text.hpp"
#include "query/format/scalar_text.hpp"

namespace talentflow::query {
namespace {

std::string_view stance_word(Stance stance) {
  switch (stance) {
    case Stance::asserts:
      return "asserts";
    case Stance::denies:
      return "denies";
    case Stance::withdraws:
      return "withdraws";
  }
  return "asserts";
}

std::string id_of(const graph::View& view, graph::NodeNumber node) {
  return node == graph::kNoNode ? std::string() : view.node_id(node);
}

std::string properties_json(const Properties& properties) {
  if (properties.empty()) return {};
  MetaEntries entries;
  for (const auto& [key, value] : properties) entries.emplace_back(key, from_stored(value));
  return meta_json(entries, nullptr);
}

ClaimText text_of(const graph::View& view, const graph::ClaimView& claim) {
  const auto& stored = claim.claim;
  ClaimText text;
  text.view = &claim;
  text.describes = claim.relation == Vocabulary::kDescribed;
  text.id = stored.id;
  text.subject = id_of(view, claim.subject);
  text.relation = claim.relation;
  text.object = id_of(view, claim.object);
  text.role = stored.role;
  text.start = to_string(stored.start);
  text.end = to_string(stored.end);
  text.place = stored.place;
  text.stance = stance_word(stored.stance);
  text.target = stored.target;
  text.status = Vocabulary::status_word(stored.status);
  if (stored.credibility != 0) text.credibility = std::to_string(stored.credibility);
  if (stored.confidence >= 0.0F) text.confidence = number_text(static_cast<double>(stored.confidence));
  text.source = claim.source_id;
  text.publisher = claim.publisher;
  text.url = claim.url;
  text.locator = stored.locator;
  text.note = stored.note;
  if (const auto* money = stored.amount.get_if<MoneyRange>()) {
    text.amount_low = std::to_string(money->low);
    text.amount_high = std::to_string(money->high);
    text.currency = money->currency;
  }
  text.recorded = instant_text(stored.recorded);
  text.properties = properties_json(stored.properties);
  return text;
}

/// Numbers of the claims behind the selected edges and about the selected nodes.
Result<std::vector<ClaimNumber>> selected_claims(const ExportInput& input) {
  std::vector<ClaimNumber> numbers;
  for (const auto edge : input.edges) {
    TALENTFLOW_TRY(input.budget.tick());
    for (const auto& claim : input.view.claims(edge)) numbers.push_back(claim.claim.number);
  }
  for (const auto node : input.nodes) {
    auto about = input.store.claims_about(input.view.entity_of(node));
    if (!about.ok()) return about.error();
    for (const auto number : *about) {
      TALENTFLOW_TRY(input.budget.tick());
      if (input.view.claim(number).relation == Vocabulary::kDescribed) numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace

Result<void> for_each_claim(const ExportInput& input,
                            const std::function<Result<void>(const ClaimText&)>& each) {
  const auto pass_on = [&](ClaimNumber number) -> Result<void> {
    TALENTFLOW_TRY(input.budget.tick());
    const auto claim = input.view.claim(number);
    return each(text_of(input.view, claim));
  };
  if (input.whole) {
    Result<void> outcome;
    TALENTFLOW_TRY(input.store.scan_claims(1, [&](const Claim& claim) {
      outcome = pass_on(claim.number);
      return outcome.ok();
    }));
    return outcome;
  }
  auto numbers = selected_claims(input);
  if (!numbers.ok()) return numbers.error();
  for (const auto number : *numbers) TALENTFLOW_TRY(pass_on(number));
  return {};
}

}  // namespace talentflow::query
