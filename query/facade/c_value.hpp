// talentflow_value: a query::Value with the texts and parts that were asked for, kept as long as its arena.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/value.hpp"
#include "talentflow/talentflow.h"

namespace talentflow::query {

/// Owns the values of one row (or of the side tables) and all that was made of them.
struct ValueArena {
  const graph::View* view = nullptr;
  std::deque<talentflow_value> values;  ///< addresses stay

  talentflow_value* add(Value value);
  void clear();
};

}  // namespace talentflow::query

struct talentflow_value {
  talentflow::query::Value value;
  talentflow::query::ValueArena* arena = nullptr;

  // Made when first asked for.
  struct Parts {
    bool filled = false;
    std::vector<std::string> keys;  ///< of maps, nodes and edges
    std::vector<talentflow_value*> items;
  };
  mutable Parts parts;
  mutable std::unique_ptr<std::string> text, json, id, from, to;
};
