#include "query/facade/c_value.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "query/format/display_text.hpp"
#include "query/format/json_text.hpp"

namespace talentflow::query {

talentflow_value* ValueArena::add(Value value) {
  auto& added = values.emplace_back();
  added.value = std::move(value);
  added.arena = this;
  return &added;
}

void ValueArena::clear() { values.clear(); }

namespace {

void add_part(const talentflow_value& whole, std::string key, Value item) {
  whole.parts.keys.push_back(std::move(key));
  whole.parts.items.push_back(whole.arena->add(std::move(item)));
}

void add_properties(const talentflow_value& whole, const Properties& properties) {
  for (const auto& [key, item] : properties) add_part(whole, key, from_stored(item));
}

void add_path(const talentflow_value& whole, const Path& path) {
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    add_part(whole, {}, NodeReference{path.nodes[i]});
    if (i < path.edges.size()) add_part(whole, {}, EdgeReference{path.edges[i]});
  }
}

const talentflow_value::Parts& parts_of(const talentflow_value& whole) {
  if (whole.parts.filled) return whole.parts;
  whole.parts.filled = true;
  const graph::View* view = whole.arena->view;
  if (const auto* list = whole.value.list()) {
    for (const auto& item : *list) add_part(whole, {}, item);
  } else if (const auto* map = whole.value.map()) {
    for (const auto& [key, item] : *map) add_part(whole, key, item);
  } else if (const auto* node = whole.value.node()) {
    add_properties(whole, view->node_properties(node->number));
  } else if (const auto* edge = whole.value.edge()) {
    add_properties(whole, view->edge_properties(edge->number));
  } else if (const auto* path = whole.value.path()) {
    add_path(whole, *path);
  }
  return whole.parts;
}

const char* give(const std::string& text, std::size_t* length) {
  if (length != nullptr) *length = text.size();
  return text.c_str();
}

const char* give_nothing(std::size_t* length) {
  if (length != nullptr) *length = 0;
  return "";
}

/// Keeps a text made for the value, so that it can be lent.
template <class Make>
const std::string& keep(std::unique_ptr<std::string>& slot, Make&& make) {
  if (slot == nullptr) slot = std::make_unique<std::string>(make());
  return *slot;
}

/// Text made on demand; an allocation that fails gives "".
template <class Make>
const char* lend(std::unique_ptr<std::string>& slot, std::size_t* length, Make&& make) noexcept {
  try {
    return give(keep(slot, std::forward<Make>(make)), length);
  } catch (...) {
    return give_nothing(length);
  }
}

std::int64_t cut_to_integer(double number) {
  if (std::isnan(number)) return 0;
  if (number >= 9223372036854775807.0) return std::numeric_limits<std::int64_t>::max();
  if (number <= -9223372036854775808.0) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(number);
}

}  // namespace
}  // namespace talentflow::query

namespace tq = talentflow::query;

// The numbers of talentflow_type are the order of Value::Data: both are frozen.
static_assert(std::variant_size_v<tq::Value::Data> == TALENTFLOW_DURATION + 1);

talentflow_type talentflow_value_type(const talentflow_value* value) {
  return value == nullptr ? TALENTFLOW_NULL : static_cast<talentflow_type>(value->value.data().index());
}

int talentflow_value_boolean(const talentflow_value* value) {
  const bool* boolean = value == nullptr ? nullptr : value->value.boolean();
  return boolean != nullptr && *boolean ? 1 : 0;
}

int64_t talentflow_value_integer(const talentflow_value* value) {
  if (value == nullptr) return 0;
  if (const auto* integer = value->value.integer()) return *integer;
  const auto* floating = value->value.floating();
  return floating == nullptr ? 0 : tq::cut_to_integer(*floating);
}

double talentflow_value_float(const talentflow_value* value) {
  if (value == nullptr) return 0.0;
  if (const auto* floating = value->value.floating()) return *floating;
  const auto* integer = value->value.integer();
  return integer == nullptr ? 0.0 : static_cast<double>(*integer);
}

const char* talentflow_value_string(const talentflow_value* value, size_t* length) {
  const std::string* string = value == nullptr ? nullptr : value->value.string();
  return string == nullptr ? tq::give_nothing(length) : tq::give(*string, length);
}

const char* talentflow_value_text(const talentflow_value* value, size_t* length) {
  if (value == nullptr) return tq::give_nothing(length);
  return tq::lend(value->text, length, [&] { return tq::display_text(value->value, value->arena->view); });
}

const char* talentflow_value_json(const talentflow_value* value, size_t* length) {
  if (value == nullptr) {
    if (length != nullptr) *length = 4;
    return "null";
  }
  return tq::lend(value->json, length, [&] {
    std::string out;
    tq::append_json(out, value->value, value->arena->view);
    return out;
  });
}

int talentflow_value_temporal(const talentflow_value* value, talentflow_temporal* parts) {
  if (value == nullptr || parts == nullptr) return 0;
  *parts = {};
  if (const auto* date = value->value.date()) {
    parts->days = date->days;
  } else if (const auto* local_time = value->value.local_time()) {
    parts->nanoseconds = local_time->nanoseconds;
  } else if (const auto* time = value->value.time()) {
    parts->nanoseconds = time->nanoseconds;
    parts->offset = time->offset;
  } else if (const auto* local = value->value.local_date_time()) {
    parts->days = local->days;
    parts->nanoseconds = local->nanoseconds;
  } else if (const auto* date_time = value->value.date_time()) {
    parts->days = date_time->days;
    parts->nanoseconds = date_time->nanoseconds;
    parts->offset = date_time->offset;
    parts->zone = date_time->zone == nullptr ? nullptr : date_time->zone->c_str();
  } else if (const auto* duration = value->value.duration()) {
    parts->months = duration->months;
    parts->days = duration->days;
    parts->seconds = duration->seconds;
    parts->nanoseconds = duration->nanoseconds;
  } else {
    return 0;
  }
  return 1;
}

size_t talentflow_value_size(const talentflow_value* value) {
  try {
    return value == nullptr ? 0 : tq::parts_of(*value).items.size();
  } catch (...) {
    return 0;
  }
}

const talentflow_value* talentflow_value_item(const talentflow_value* value, size_t index) {
  return index < talentflow_value_size(value) ? value->parts.items[index] : nullptr;
}

const char* talentflow_value_key(const talentflow_value* value, size_t index) {
  if (index >= talentflow_value_size(value) || value->value.list() != nullptr ||
      value->value.path() != nullptr)
    return nullptr;
  return value->parts.keys[index].c_str();
}

const talentflow_value* talentflow_value_get(const talentflow_value* value, const char* key) {
  if (key == nullptr || talentflow_value_size(value) == 0) return nullptr;
  const auto& keys = value->parts.keys;
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : value->parts.items[static_cast<std::size_t>(found - keys.begin())];
}

const char* talentflow_value_id(const talentflow_value* value) {
  if (value == nullptr) return "";
  const talentflow::graph::View* view = value->arena->view;
  return tq::lend(value->id, nullptr, [&]() -> std::string {
    if (const auto* node = value->value.node()) return view->node_id(node->number);
    if (const auto* edge = value->value.edge()) return view->edge_id(edge->number);
    return {};
  });
}

size_t talentflow_value_label_count(const talentflow_value* value) {
  const auto* node = value == nullptr ? nullptr : value->value.node();
  return node == nullptr ? 0 : value->arena->view->labels(node->number).size();
}

const char* talentflow_value_label(const talentflow_value* value, size_t index) {
  if (index >= talentflow_value_label_count(value)) return nullptr;
  const auto& view = *value->arena->view;
  return view.name(view.labels(value->value.node()->number)[index]).c_str();
}

const char* talentflow_value_relation(const talentflow_value* value) {
  const auto* edge = value == nullptr ? nullptr : value->value.edge();
  return edge == nullptr ? "" : value->arena->view->name(value->arena->view->edge(edge->number).type).c_str();
}

const char* talentflow_value_from(const talentflow_value* value) {
  const auto* edge = value == nullptr ? nullptr : value->value.edge();
  if (edge == nullptr) return "";
  const auto& view = *value->arena->view;
  return tq::lend(value->from, nullptr, [&] { return view.node_id(view.edge(edge->number).from); });
}

const char* talentflow_value_to(const talentflow_value* value) {
  const auto* edge = value == nullptr ? nullptr : value->value.edge();
  if (edge == nullptr) return "";
  const auto& view = *value->arena->view;
  return tq::lend(value->to, nullptr, [&] { return view.node_id(view.edge(edge->number).to); });
}
