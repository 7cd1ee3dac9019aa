#include "graph/snapshot/property_bytes.hpp"

#include <cstring>

namespace talentflow::graph {
namespace {

/// Discriminants of Value::Data, in its order.
enum Tag : char { kNull, kBoolean, kInteger, kFloat, kString, kList, kMap, kDate, kMoney };

void put_number(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

std::uint64_t take_number(std::string_view& in) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return number;
}

template <class T>
void put_plain(std::string& out, const T& value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

template <class T>
T take_plain(std::string_view& in) {
  T value;
  std::memcpy(&value, in.data(), sizeof(T));
  in.remove_prefix(sizeof(T));
  return value;
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out.append(text);
}

std::string_view take_text(std::string_view& in) {
  const std::size_t size = take_number(in);
  const std::string_view text = in.substr(0, size);
  in.remove_prefix(size);
  return text;
}

struct Writer {
  std::string& out;

  void operator()(std::monostate) const {}
  void operator()(bool value) const { out.push_back(value ? 1 : 0); }
  void operator()(std::int64_t value) const { put_plain(out, value); }
  void operator()(double value) const { put_plain(out, value); }
  void operator()(const std::string& value) const { put_text(out, value); }
  void operator()(const List& list) const {
    put_number(out, list.size());
    for (const Value& item : list) write(item);
  }
  void operator()(const Map& map) const {
    put_number(out, map.size());
    for (const auto& [key, value] : map) {
      put_text(out, key);
      write(value);
    }
  }
  void operator()(const Date& date) const {
    out.push_back(static_cast<char>(date.kind));
    out.push_back(static_cast<char>(date.precision));
    out.push_back(date.qualifier);
    put_plain(out, date.range.low);
    put_plain(out, date.range.high);
  }
  void operator()(const MoneyRange& money) const {
    put_plain(out, money.low);
    put_plain(out, money.high);
    put_text(out, money.currency);
  }
  void write(const Value& value) const {
    out.push_back(static_cast<char>(value.data().index()));
    std::visit(*this, value.data());
  }
};

Value take_value(std::string_view& in) {
  const char tag = take_plain<char>(in);
  switch (tag) {
    case kBoolean:
      return take_plain<char>(in) != 0;
    case kInteger:
      return take_plain<std::int64_t>(in);
    case kFloat:
      return take_plain<double>(in);
    case kString:
      return std::string(take_text(in));
    case kList: {
      List list(take_number(in));
      for (Value& item : list) item = take_value(in);
      return list;
    }
    case kMap: {
      Map map(take_number(in));
      for (auto& [key, value] : map) {
        key = take_text(in);
        value = take_value(in);
      }
      return map;
    }
    case kDate: {
      Date date;
      date.kind = static_cast<DateKind>(take_plain<char>(in));
      date.precision = static_cast<DatePrecision>(take_plain<char>(in));
      date.qualifier = take_plain<char>(in);
      date.range.low = take_plain<Day>(in);
      date.range.high = take_plain<Day>(in);
      return date;
    }
    case kMoney: {
      MoneyRange money;
      money.low = take_plain<std::int64_t>(in);
      money.high = take_plain<std::int64_t>(in);
      money.currency = take_text(in);
      return money;
    }
    default:
      return {};
  }
}

}  // namespace

std::string encode_properties(const Properties& properties, TextTable& names) {
  std::string out;
  std::string value_bytes;
  for (const auto& [key, value] : properties) {
    put_number(out, names.add(key));
    value_bytes.clear();
    Writer{value_bytes}.write(value);
    put_text(out, value_bytes);
  }
  return out;
}

bool PropertyReader::next() {
  if (rest_.empty()) return false;
  key_ = static_cast<std::uint32_t>(take_number(rest_));
  value_ = take_text(rest_);
  return true;
}

Value PropertyReader::value() const {
  std::string_view bytes = value_;
  return take_value(bytes);
}

std::optional<std::string_view> PropertyReader::text() const {
  if (value_.empty() || value_.front() != kString) return std::nullopt;
  std::string_view bytes = value_.substr(1);
  return take_text(bytes);
}

bool PropertyReader::is_null() const { return value_.empty() || value_.front() == kNull; }

}  // namespace talentflow::graph
