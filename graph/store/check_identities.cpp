// Checks of what is not a claim: entities, ids, terms, names, loads, reviews, derived columns.
#include <algorithm>

#include "graph/store/check_scan.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {

Result<void> Checker::check_meta() {
  if (meta_.format_version != kFormatVersion)
    find(Family::meta, keys::kMeta, "format " + std::to_string(meta_.format_version) + " is not known");
  return scan(Family::meta, [&](std::string_view key, std::string_view) -> Result<void> {
    if (key != keys::kMeta) find(Family::meta, key, "is no key of this family");
    return {};
  });
}

Result<void> Checker::check_forgotten() {
  return scan(Family::forgotten, [&](std::string_view key, std::string_view value) -> Result<void> {
    codec::ForgottenRow row;
    if (!decode(Family::forgotten, key, value, row)) return {};
    claims_forgotten_ += row.claims;
    ++entities_forgotten_;
    const auto number = keys::read32(key);
    if (!number || *number == 0 || *number > meta_.entities) find(Family::forgotten, key, "names no entity");
    std::string bytes;
    const auto found = pairs_.get(Family::entities, key, bytes);
    if (!found.ok()) return found.error();
    if (*found) find(Family::forgotten, key, "the entity is still there");
    return {};
  });
}

Result<void> Checker::check_entities() {
  entities_.assign(static_cast<std::size_t>(meta_.entities) + 1, false);
  std::uint64_t count = 0;
  TALENTFLOW_TRY(scan(Family::entities, [&](std::string_view key, std::string_view value) -> Result<void> {
    codec::EntityRow row;
    const auto number = keys::read32(key);
    if (!number || *number == 0 || *number > meta_.entities) {
      find(Family::entities, key, "the number is not between 1 and the highest of the meta record");
      return {};
    }
    if (!decode(Family::entities, key, value, row)) return {};
    entities_[*number] = true;
    ++count;
    if (row.first_load == 0 || row.first_load > meta_.loads)
      find(Family::entities, key, "its first load does not exist");
    const auto named = number_is(Family::ids, row.id, key);
    if (!named.ok()) return named.error();
    if (!*named) find(Family::entities, key, "its id '" + row.id + "' does not lead back to it");
    return {};
  }));
  if (count + entities_forgotten_ != meta_.entities)
    find(Family::entities, {},
         "the numbers are not dense: " + std::to_string(count) + " entities and " +
             std::to_string(entities_forgotten_) + " forgotten of " + std::to_string(meta_.entities));
  return {};
}

Result<void> Checker::check_ids() {
  return scan(Family::ids, [&](std::string_view key, std::string_view value) -> Result<void> {
    const auto number = keys::read32(value);
    if (!number || !has_entity(*number)) find(Family::ids, key, "leads to no entity");
    return {};
  });
}

Result<void> Checker::check_terms() {
  std::uint64_t count = 0;
  TALENTFLOW_TRY(scan(Family::terms, [&](std::string_view key, std::string_view value) -> Result<void> {
    const bool by_number = key.starts_with('n');
    const auto number = keys::read32(by_number ? key.substr(1) : value);
    if ((!by_number && !key.starts_with('t')) || !number || *number == 0 || *number > meta_.terms) {
      find(Family::terms, key, "is no term of 1 to " + std::to_string(meta_.terms));
      return {};
    }
    const std::string other = by_number ? keys::term_text(value) : keys::term_number(*number);
    const auto back = number_is(Family::terms, other,
                                by_number ? std::string_view(keys::number32(*number)) : key.substr(1));
    if (!back.ok()) return back.error();
    if (!*back) find(Family::terms, key, "does not lead back to itself");
    if (!by_number && key.substr(1) == Vocabulary::kDescribed) described_ = *number;
    ++count;
    return {};
  }));
  if (count != 2ULL * meta_.terms)
    find(Family::terms, {}, std::to_string(count) + " pairs for " + std::to_string(meta_.terms) + " terms");
  return {};
}

Result<void> Checker::check_names() {
  return scan(Family::names, [&](std::string_view key, std::string_view value) -> Result<void> {
    const auto entity = key.size() > 5 ? keys::read32(key.substr(key.size() - 4)) : std::nullopt;
    const auto number = keys::read64(value);
    if (!entity || key[key.size() - 5] != '\0' || !has_entity(*entity) || !number || !has_claim(*number)) {
      find(Family::names, key, "leads to no entity, or its claim does not exist");
      return {};
    }
    const auto claim = store_.claim(*number);
    if (!claim.ok()) return claim.error();
    const auto names = description_keys(*claim, vocabulary_);
    const std::string name(key.substr(0, key.size() - 5));
    if (claim->subject != *entity || !std::binary_search(names.begin(), names.end(), name))
      find(Family::names, key, "claim " + std::to_string(*number) + " gives no such name");
    return {};
  });
}

Result<void> Checker::check_loads() {
  auto loads = store_.loads();
  if (!loads.ok()) {
    find(Family::loads, {}, loads.error().message);
    return {};
  }
  loads_ = loads.take();
  ClaimNumber next = 1;
  for (std::size_t i = 0; i < loads_.size(); ++i) {
    const LoadInfo& load = loads_[i];
    const std::string key = keys::number32(load.number);
    if (load.number != i + 1) find(Family::loads, key, "the numbers are not dense");
    if (load.first_claim != next)
      find(Family::loads, key, "its claims do not begin where those of the load before end");
    next = load.first_claim + load.claims;
  }
  if (loads_.size() != meta_.loads || next != meta_.claims + 1)
    find(Family::loads, {}, "the loads do not add up to the claims of the meta record");
  return {};
}

Result<void> Checker::check_reviews() {
  return scan(Family::reviews, [&](std::string_view key, std::string_view value) -> Result<void> {
    codec::ReviewRow row;
    if (!decode(Family::reviews, key, value, row)) return {};
    if (key.size() != 8 || keys::read32(key.substr(0, 4)) != row.load || row.load == 0 ||
        row.load > meta_.loads)
      find(Family::reviews, key, "its load does not exist");
    if (!has_entity(row.assigned)) find(Family::reviews, key, "the entity it was assigned does not exist");
    for (const EntityNumber candidate : row.candidates)
      if (!has_entity(candidate))
        find(Family::reviews, key, "candidate " + std::to_string(candidate) + " does not exist");
    return {};
  });
}

Result<void> Checker::check_derived() {
  return scan(Family::derived, [&](std::string_view key, std::string_view value) -> Result<void> {
    if (key.size() < 5 || key[key.size() - 5] != '\0') {
      find(Family::derived, key, "is no key of this family");
    } else if (keys::read32(key.substr(key.size() - 4)) == 0U && value.size() != 16) {
      find(Family::derived, key, "does not say which state of the claims it is of");
    }
    return {};
  });
}

}  // namespace talentflow::graph
