#include "ingest/sources/json/json_view.hpp"

#include <charconv>
#include <cstring>

#include <simdjson.h>

namespace talentflow::ingest {

namespace dom = simdjson::dom;

/// A view holds simdjson's element by its bytes, so that no header of ours needs simdjson's.
struct JsonAccess {
  static_assert(sizeof(dom::element) == sizeof(JsonView::element_));
  static_assert(std::is_trivially_copyable_v<dom::element>);

  static JsonView view(const dom::element& element) {
    JsonView out;
    std::memcpy(out.element_.data(), &element, sizeof(element));
    out.exists_ = true;
    return out;
  }
  static dom::element element(const JsonView& view) {
    dom::element out;
    std::memcpy(static_cast<void*>(&out), view.element_.data(), sizeof(out));
    return out;
  }
};

namespace {

bool has_type(const JsonView& view, dom::element_type type) {
  return view.exists() && JsonAccess::element(view).type() == type;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

bool JsonView::is_null() const { return !exists_ || has_type(*this, dom::element_type::NULL_VALUE); }
bool JsonView::is_object() const { return has_type(*this, dom::element_type::OBJECT); }
bool JsonView::is_array() const { return has_type(*this, dom::element_type::ARRAY); }
bool JsonView::is_string() const { return has_type(*this, dom::element_type::STRING); }

JsonView JsonView::operator[](std::string_view key) const {
  if (!is_object()) return {};
  dom::object object;
  dom::element value;
  if (JsonAccess::element(*this).get(object) || object.at_key(key).get(value)) return {};
  return JsonAccess::view(value);
}

std::string_view JsonView::text() const {
  std::string_view out;
  if (!exists_ || JsonAccess::element(*this).get(out)) return {};
  return out;
}

std::string JsonView::scalar() const {
  if (!exists_ || is_null() || is_object() || is_array()) return {};
  if (is_string()) return std::string(text());
  return simdjson::minify(JsonAccess::element(*this));
}

std::optional<std::int64_t> JsonView::integer() const {
  if (!exists_) return std::nullopt;
  const auto element = JsonAccess::element(*this);
  std::int64_t whole = 0;
  if (!element.get(whole)) return whole;
  double real = 0;
  if (!element.get(real) && real == static_cast<double>(static_cast<std::int64_t>(real)) && real < 9e15 &&
      real > -9e15)
    return static_cast<std::int64_t>(real);
  return is_string() ? number_of<std::int64_t>(text()) : std::nullopt;
}

std::optional<double> JsonView::number() const {
  double real = 0;
  if (!exists_) return std::nullopt;
  if (!JsonAccess::element(*this).get(real)) return real;
  return is_string() ? number_of<double>(text()) : std::nullopt;
}

std::optional<bool> JsonView::boolean() const {
  bool out = false;
  if (!exists_ || JsonAccess::element(*this).get(out)) return std::nullopt;
  return out;
}

std::vector<JsonView> JsonView::items() const {
  std::vector<JsonView> out;
  dom::array array;
  if (!exists_ || JsonAccess::element(*this).get(array)) return out;
  out.reserve(array.size());
  for (const dom::element item : array) out.push_back(JsonAccess::view(item));
  return out;
}

std::vector<std::pair<std::string_view, JsonView>> JsonView::fields() const {
  std::vector<std::pair<std::string_view, JsonView>> out;
  dom::object object;
  if (!exists_ || JsonAccess::element(*this).get(object)) return out;
  out.reserve(object.size());
  for (const auto field : object) out.emplace_back(field.key, JsonAccess::view(field.value));
  return out;
}

std::vector<JsonView> JsonView::one_or_many() const {
  if (is_array()) return items();
  if (is_null()) return {};
  return {*this};
}

struct JsonParser::State {
  dom::parser parser;
  std::string padded;
};

JsonParser::JsonParser() : state_(std::make_unique<State>()) {}
JsonParser::~JsonParser() = default;

Result<JsonView> JsonParser::parse(std::string_view text) {
  auto& [parser, padded] = *state_;
  padded.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  padded.assign(text);
  // Room for the text is all the parser asks for; the depth limit keeps hostile nesting from costing memory.
  if (parser.capacity() < text.size() || parser.max_depth() != kDeepest)
    if (const auto code = parser.allocate(std::max<std::size_t>(text.size(), 1 << 16), kDeepest))
      return make_error(ErrorCode::internal, "", simdjson::error_message(code));
  dom::element root;
  const auto code = parser.parse(padded.data(), text.size(), false).get(root);
  if (code == simdjson::DEPTH_ERROR)
    return make_error(ErrorCode::invalid_input, "",
                      "the JSON nests deeper than " + std::to_string(kDeepest) + " levels");
  if (code)
    return make_error(ErrorCode::invalid_input, "",
                      std::string("not JSON: ") + simdjson::error_message(code));
  return JsonAccess::view(root);
}

}  // namespace talentflow::ingest
