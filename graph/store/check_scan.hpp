// The scanning half of Checker, shared by check_*.cpp.
#pragma once

#include "graph/store/check.hpp"

namespace talentflow::graph {

template <class Each>
Result<void> Checker::scan(Family family, Each each) {
  Result<void> judged;
  TALENTFLOW_TRY(pairs_.scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
    judged = each(key, value);
    return judged.ok();
  }));
  return judged;
}

template <class Row>
bool Checker::decode(Family family, std::string_view key, std::string_view value, Row& row) {
  const auto decoded = codec::decode(value, row);
  if (!decoded.ok()) find(family, key, "the value is malformed: " + decoded.error().message);
  return decoded.ok();
}

}  // namespace talentflow::graph
