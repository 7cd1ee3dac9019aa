#include "graph/snapshot/versions.hpp"

#include <charconv>
#include <optional>
#include <string>

namespace talentflow::graph {
namespace {

/// Of "NAME@300/replaces" and the series "NAME@" the version 300; none when it is of another series.
std::optional<std::uint64_t> version_of(std::string_view id, std::string_view series) {
  if (!id.starts_with(series)) return std::nullopt;
  id.remove_prefix(series.size());
  std::uint64_t version = 0;
  const auto [end, problem] = std::from_chars(id.data(), id.data() + id.size(), version);
  const bool whole = end == id.data() + id.size() || *end == '/';
  return problem == std::errc() && whole ? std::optional(version) : std::nullopt;
}

}  // namespace

Result<std::vector<Replacement>> replaced_versions(const Store& store, const Claim& withdrawal) {
  std::vector<Replacement> out;
  const auto at = withdrawal.target.rfind('@');
  if (at == std::string::npos) return out;
  const std::string series = withdrawal.target.substr(0, at + 1);
  const auto own = version_of(withdrawal.id, series);
  if (!own) return out;
  const auto others = store.withdrawals_of(withdrawal.target);
  if (!others.ok()) return others.error();
  for (const ClaimNumber number : *others) {
    if (number == withdrawal.number) continue;
    const auto other = store.claim(number);
    if (!other.ok()) return other.error();
    const auto version = version_of(other->id, series);
    if (!version || *version == *own) continue;
    const auto older = store.find_claim(series + std::to_string(std::min(*version, *own)));
    if (!older.ok()) return older.error();
    if (*older) out.push_back({*version < *own ? withdrawal.number : number, **older});
  }
  return out;
}

}  // namespace talentflow::graph
