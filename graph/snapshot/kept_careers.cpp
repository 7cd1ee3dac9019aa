// Careers of the default reading, kept beside the claims.
#include "graph/snapshot/kept.hpp"
#include "graph/snapshot/kept_pieces.hpp"

namespace talentflow::graph {
namespace {

using namespace kept;

/// The head of kept careers: claims, persons, rows, claim numbers, rivals, choices, last entity, whether
/// entities were merged; then the withdrawn loads.
constexpr std::size_t kFixedHead = 8;

std::vector<std::uint64_t> kept_head(const Store& store) {
  std::vector<std::uint64_t> head;
  const bool found = get(store, "columns/careers", kBigNumbers, [&](const codec::ColumnsView& columns) {
    return columns.count >= kFixedHead && copy_entries(columns, head, 0, columns.count);
  });
  if (!found) head.clear();
  return head;
}

/// All rivals one behind the other, and per stint how many starts and ends are its.
struct FlatRivals {
  std::vector<BoundChoice> choices;
  std::vector<std::uint32_t> counts;
};

FlatRivals flatten(const std::vector<Rivals>& rivals) {
  FlatRivals flat;
  for (const Rivals& item : rivals) {
    flat.choices.insert(flat.choices.end(), item.starts.begin(), item.starts.end());
    flat.choices.insert(flat.choices.end(), item.ends.begin(), item.ends.end());
    flat.counts.push_back(static_cast<std::uint32_t>(item.starts.size()));
    flat.counts.push_back(static_cast<std::uint32_t>(item.ends.size()));
  }
  return flat;
}

bool unflatten(const FlatRivals& flat, std::vector<Rivals>& rivals) {
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < flat.counts.size(); i += 2) {
    Rivals& item = rivals.emplace_back();
    if (flat.choices.size() - at < std::size_t{flat.counts[i]} + flat.counts[i + 1]) return false;
    const auto begin = flat.choices.begin() + static_cast<std::ptrdiff_t>(at);
    item.starts.assign(begin, begin + flat.counts[i]);
    item.ends.assign(begin + flat.counts[i], begin + flat.counts[i] + flat.counts[i + 1]);
    at += std::size_t{flat.counts[i]} + flat.counts[i + 1];
  }
  return at == flat.choices.size();
}

}  // namespace

Result<bool> keep_careers(Store& store, const CareersState& state, const Careers& careers, bool kept_before) {
  const auto before = kept_before ? kept_head(store) : std::vector<std::uint64_t>();
  const std::uint64_t kept = before.empty() ? 0 : before[0];
  if (state.claims < kept + std::max<std::uint64_t>(20'000, kept / 20)) return false;
  const FlatRivals flat = flatten(careers.rivals);
  // No head while the pieces are written: pieces of two states never pass for one.
  TALENTFLOW_TRY(put_entries(store, "columns/careers", kBigNumbers, std::vector<std::uint64_t>()));
  TALENTFLOW_TRY(put_slices(store, "careers/persons", kNumbers, careers.persons));
  TALENTFLOW_TRY(put_slices(store, "careers/first", kNumbers, careers.first));
  TALENTFLOW_TRY(put_slices(store, "careers/rows", kStintRows, careers.rows));
  TALENTFLOW_TRY(put_slices(store, "careers/claims", kBigNumbers, careers.claims));
  TALENTFLOW_TRY(put_slices(store, "careers/choices", kChoices, flat.choices));
  TALENTFLOW_TRY(put_slices(store, "careers/counts", kNumbers, flat.counts));
  std::vector<std::uint64_t> head{state.claims,          careers.persons.size(), careers.rows.size(),
                                  careers.claims.size(), careers.rivals.size(),  flat.choices.size(),
                                  state.last_entity,     state.merged ? 1U : 0U};
  head.insert(head.end(), state.withdrawn.begin(), state.withdrawn.end());
  TALENTFLOW_TRY(put_entries(store, "columns/careers", kBigNumbers, head));
  return true;
}

Result<void> keep_derived(Store& store, const Snapshot& snapshot) {
  const bool kept_before = snapshot.kept();
  const auto kept = keep_snapshot(store, snapshot);
  if (!kept.ok()) return kept.error();
  const KnownCareers known = snapshot.known_careers();
  if (known.careers == nullptr || known.state.claims != snapshot.claim_count()) return {};
  const auto careers = keep_careers(store, known.state, *known.careers, kept_before);
  if (!careers.ok()) return careers.error();
  snapshot.set_kept();
  return {};
}

KnownCareers kept_careers(const Store& store) {
  const auto head = kept_head(store);
  if (head.empty()) return {};
  auto careers = std::make_shared<Careers>();
  FlatRivals flat;
  const bool found = get_slices(store, "careers/persons", kNumbers, head[1], careers->persons) &&
                     get_slices(store, "careers/first", kNumbers, head[1] + 1, careers->first) &&
                     get_slices(store, "careers/rows", kStintRows, head[2], careers->rows) &&
                     get_slices(store, "careers/claims", kBigNumbers, head[3], careers->claims) &&
                     get_slices(store, "careers/choices", kChoices, head[5], flat.choices) &&
                     get_slices(store, "careers/counts", kNumbers, head[4] * 2, flat.counts) &&
                     unflatten(flat, careers->rivals);
  if (!found) return {};
  KnownCareers known;
  known.state.claims = head[0];
  known.state.last_entity = static_cast<EntityNumber>(head[6]);
  known.state.merged = head[7] != 0;
  for (std::size_t i = kFixedHead; i < head.size(); ++i)
    known.state.withdrawn.push_back(static_cast<LoadNumber>(head[i]));
  known.careers = std::move(careers);
  return known;
}

}  // namespace talentflow::graph
