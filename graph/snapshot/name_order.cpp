#include "graph/snapshot/name_order.hpp"

#include <algorithm>
#include <cstdint>

namespace talentflow::graph {
namespace {

unsigned char lower(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

bool same_letter(char a, char b) { return lower(a) == lower(b); }
bool earlier_letter(char a, char b) { return lower(a) < lower(b); }

bool before(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), earlier_letter);
}

/// The first eight letters as a number that orders like them: most comparisons need no more.
std::uint64_t head(std::string_view name) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = (number << 8U) | (i < name.size() ? lower(name[i]) : 0U);
  return number;
}

struct Named {
  std::uint64_t head;
  std::string_view name;
  NodeNumber node;

  bool operator<(const Named& other) const {
    if (head != other.head) return head < other.head;
    if (before(name, other.name)) return true;
    return !before(other.name, name) && name < other.name;
  }
};

bool begins(std::string_view name, std::string_view text) {
  return name.size() >= text.size() && std::equal(text.begin(), text.end(), name.begin(), same_letter);
}

}  // namespace

NameOrder::NameOrder(const Descriptions& descriptions, const NodeTable& nodes,
                     std::optional<std::uint32_t> name_key)
    : descriptions_(descriptions), nodes_(nodes), name_key_(name_key) {
  if (!name_key_) return;
  std::vector<Named> named;
  for (NodeNumber node = 0; node < nodes_.count(); ++node)
    if (const std::string_view text = name(node); !text.empty()) named.push_back({head(text), text, node});
  std::sort(named.begin(), named.end());
  sorted_.reserve(named.size());
  for (const Named& one : named) sorted_.push_back(one.node);
}

std::string_view NameOrder::name(NodeNumber node) const {
  return descriptions_.text(nodes_.entity(node), *name_key_);
}

std::vector<std::string> NameOrder::beginning(std::string_view text, std::size_t limit) const {
  std::vector<std::string> found;
  auto at = std::lower_bound(
      sorted_.begin(), sorted_.end(), text,
      [this](NodeNumber node, std::string_view wanted) { return before(name(node), wanted); });
  for (; at != sorted_.end() && found.size() < limit; ++at) {
    const std::string_view next = name(*at);
    if (!begins(next, text)) break;
    if (found.empty() || found.back() != next) found.emplace_back(next);
  }
  return found;
}

}  // namespace talentflow::graph
