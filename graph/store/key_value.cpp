#include "graph/store/key_value.hpp"

namespace talentflow::graph {

std::string after_prefix(std::string_view prefix) {
  std::string next(prefix);
  while (!next.empty() && static_cast<unsigned char>(next.back()) == 0xFF) next.pop_back();
  if (!next.empty()) next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

Result<void> KeyValue::scan_prefix(Family family, std::string_view prefix, const Visitor& visit) const {
  return scan(family, prefix, after_prefix(prefix), visit);
}

}  // namespace talentflow::graph
