#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"
#include "query/language/growing_list.hpp"
#include "query/language/text.hpp"

namespace talentflow::query::functions {
namespace {

const std::string& text(const Arguments& a, std::size_t i = 0) {
  static const std::string kEmpty;
  if (const auto* value = a[i].string()) return *value;
  a.type_error("needs a string, not " + type_name(a[i]));
  return kEmpty;
}

/// A length or position: a whole number from 0.
std::size_t count(const Arguments& a, std::size_t i) {
  const auto* value = a[i].integer();
  if (value == nullptr) {
    a.type_error("needs a whole number, not " + type_name(a[i]));
    return 0;
  }
  if (*value < 0) a.argument_error("NumberOutOfRange", "takes no negative number");
  return *value < 0 ? 0 : static_cast<std::size_t>(*value);
}

/// False when the budget is used up.
bool split_at(const std::string& source, const std::string& delimiter, GrowingList& out) {
  if (delimiter.empty()) {
    for (std::size_t begin = 0; begin < source.size();) {
      const std::size_t length = offset_of(std::string_view(source).substr(begin), 1);
      if (!out.add(source.substr(begin, length))) return false;
      begin += length;
    }
    return true;
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = source.find(delimiter, begin)) != std::string::npos;
       begin = at + delimiter.size())
    if (!out.add(source.substr(begin, at - begin))) return false;
  return out.add(source.substr(begin));
}

}  // namespace

Value left(const Arguments& a) {
  const std::string& source = text(a);
  return source.substr(0, offset_of(source, count(a, 1)));
}

Value right(const Arguments& a) {
  const std::string& source = text(a);
  const std::size_t size = code_points(source);
  const std::size_t wanted = count(a, 1);
  return source.substr(wanted >= size ? 0 : offset_of(source, size - wanted));
}

Value substring(const Arguments& a) {
  const std::string& source = text(a);
  const std::string_view rest = std::string_view(source).substr(offset_of(source, count(a, 1)));
  return std::string(a.size() == 2 ? rest : rest.substr(0, offset_of(rest, count(a, 2))));
}

Value trim(const Arguments& a) { return std::string(trim_right(trim_left(text(a)))); }
Value left_trim(const Arguments& a) { return std::string(trim_left(text(a))); }
Value right_trim(const Arguments& a) { return std::string(trim_right(text(a))); }
Value to_upper(const Arguments& a) { return upper_case(text(a)); }
Value to_lower(const Arguments& a) { return lower_case(text(a)); }

Value replace(const Arguments& a) {
  const std::string& source = text(a);
  const std::string& search = text(a, 1);
  const std::string& replacement = text(a, 2);
  if (search.empty()) return source;
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = source.find(search, begin)) != std::string::npos;
       begin = at + search.size()) {
    out.append(source, begin, at - begin).append(replacement);
    if (!a.runtime.fits(out.size())) return {};
  }
  return out.append(source, begin);
}

Value split(const Arguments& a) {
  const ValueList single{a[1]};
  const ValueList& delimiters = a[1].list() != nullptr ? *a[1].list() : single;
  ValueList parts{a[0]};
  for (const Value& delimiter : delimiters) {
    if (delimiter.string() == nullptr) return a.type_error("needs strings as delimiters");
    GrowingList next(a.runtime);
    for (const Value& part : parts)
      if (!split_at(*part.string(), *delimiter.string(), next)) return {};
    parts = next.take();
  }
  return parts;
}

}  // namespace talentflow::query::functions
