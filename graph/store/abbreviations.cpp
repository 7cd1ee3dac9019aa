#include "graph/store/abbreviations.hpp"

#include "graph/store/claim_key.hpp"
#include "graph/store/look_up_keys.hpp"

namespace talentflow::graph {
namespace {

constexpr std::size_t kShortestSurname = 2;
bool any(std::uint32_t) { return true; }

}  // namespace

std::uint64_t Abbreviations::mark(std::string_view surname, char initial) {
  return text_fingerprint(surname).low * 257 + static_cast<unsigned char>(initial);
}

void Abbreviations::note(const std::string& name) {
  const auto [surname, initial] = abbreviation_of(name);
  if (surname.empty()) return;
  const std::uint64_t key = mark(surname, initial);
  if (places_.find(key, any)) return;
  if (heads_.size() >= most_heads_) {
    ++passed_over_;
    return;
  }
  places_.insert(key, static_cast<std::uint32_t>(heads_.size()));
  heads_.emplace_back();
}

void Abbreviations::offer_to(std::string_view surname, char initial, EntityNumber entity) {
  const auto place = places_.find(mark(surname, initial), any);
  if (!place) return;
  Head& head = heads_[*place];
  if (head.dropped || head.count >= kMostNames) return;
  for (std::uint32_t at = head.first; at != 0; at = found_[at - 1].next)
    if (found_[at - 1].entity == entity) return;
  if (found_.size() >= most_found_) {
    head.dropped = true;
    ++passed_over_;
    return;
  }
  found_.push_back({entity, 0});
  const auto at = static_cast<std::uint32_t>(found_.size());
  (head.last == 0 ? head.first : found_[head.last - 1].next) = at;
  head.last = at;
  ++head.count;
}

void Abbreviations::offer(std::string_view key, EntityNumber entity) {
  if (empty()) return;
  for (std::size_t length = kShortestSurname; length < key.size(); ++length) {
    offer_to(key.substr(0, length), key[length], entity);
    offer_to(key.substr(key.size() - length), key[0], entity);
  }
}

std::vector<EntityNumber> Abbreviations::find(const std::string& name) const {
  std::vector<EntityNumber> out;
  if (empty()) return out;
  const auto [surname, initial] = abbreviation_of(name);
  const auto place = surname.empty() ? std::nullopt : places_.find(mark(surname, initial), any);
  if (!place || heads_[*place].dropped) return out;
  for (std::uint32_t at = heads_[*place].first; at != 0; at = found_[at - 1].next)
    out.push_back(found_[at - 1].entity);
  return out;
}

}  // namespace talentflow::graph
