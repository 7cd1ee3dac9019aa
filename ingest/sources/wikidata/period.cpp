// Qualifiers of time: P580 start, P582 end, P585 point in time. Where a start or an end is not known, others
// bound it: P8555 latest start date, P8554 earliest end date, P12506 latest end date. P1319 earliest date and
// P1326 latest date bound the one date that has "some value"; where neither or both have it, it began at the
// earliest on the one and ended at the latest on the other.
#include "ingest/sources/wikidata/period.hpp"

#include <algorithm>

#include "ingest/sources/wikidata/snak.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest::wikidata {
namespace {

/// Of "[2010..2019]" the first, of a date itself.
std::string_view earliest_of(std::string_view date) {
  return date.starts_with('[') ? date.substr(1, date.find("..") - 1) : date;
}

std::string_view latest_of(std::string_view date) {
  if (!date.starts_with('[')) return date;
  date.remove_suffix(1);
  return date.substr(date.find("..") + 2);
}

/// One unknown day within the bounds, of which either may be missing; "" where they contradict one another.
std::string between(std::string_view low, std::string_view high) {
  if (low.empty() && high.empty()) return {};
  std::string out = "[" + std::string(earliest_of(low)) + ".." + std::string(latest_of(high)) + "]";
  return parse_date(out) ? out : std::string();
}

std::string time_of(const JsonView& statement, std::string_view property) {
  return time_value(qualifier(statement, property));
}

std::string first_stated(std::initializer_list<std::string> dates) {
  for (const auto& date : dates)
    if (!date.empty()) return date;
  return {};
}

class Reader {
 public:
  Reader(const JsonView& statement, const std::string& modified)
      : statement_(statement), modified_(modified) {}

  Period read(std::size_t index) const {
    const auto start = nth("P580", index), end = nth("P582", index);
    const SnakType start_type = snak_type(start), end_type = snak_type(end);
    const bool bounds_start = start_type == SnakType::some_value && end_type != SnakType::some_value;
    const bool bounds_end = end_type == SnakType::some_value && start_type != SnakType::some_value;
    const std::string earliest = time_of(statement_, "P1319"), latest = time_of(statement_, "P1326");
    Period out;
    out.start = start_type == SnakType::value
                    ? time_value(start)
                    : between(bounds_end ? "" : earliest,
                              first_stated({time_of(statement_, "P8555"), bounds_start ? latest : ""}));
    if (end_type == SnakType::value)
      out.end = time_value(end);
    else if (end_type == SnakType::no_value)
      out.end = "..";
    else
      out.end = between(first_stated({time_of(statement_, "P8554"), bounds_end ? earliest : ""}),
                        first_stated({time_of(statement_, "P12506"), bounds_start ? "" : latest,
                                      end_type == SnakType::some_value ? modified_ : ""}));
    if (is_circa(statement_)) {
      out.start = about(std::move(out.start));
      out.end = about(std::move(out.end));
    }
    return out;
  }

 private:
  JsonView nth(std::string_view property, std::size_t index) const {
    const auto all = statement_["qualifiers"][property].items();
    return index < all.size() ? all[index] : JsonView();
  }

  const JsonView& statement_;
  const std::string& modified_;
};

bool has_circumstance(const JsonView& statement, std::string_view item) {
  for (const std::string_view property : {"P1480", "P5102"})
    for (const auto& snak : statement["qualifiers"][property].items())
      if (item_id(snak) == item) return true;
  return false;
}

}  // namespace

bool is_circa(const JsonView& statement) { return has_circumstance(statement, "Q5727902"); }
bool is_presumed(const JsonView& statement) { return has_circumstance(statement, "Q18122778"); }

std::string about(std::string date) {
  const bool single = !date.empty() && date.front() != '[' && date.front() != '.' && date.back() != '~';
  return single ? date + "~" : date;
}

std::vector<Period> periods_of(const JsonView& statement, const std::string& modified) {
  const Reader reader(statement, modified);
  const std::size_t starts = statement["qualifiers"]["P580"].items().size(),
                    ends = statement["qualifiers"]["P582"].items().size();
  std::vector<Period> out;
  for (std::size_t i = 0; i < (starts == ends ? std::max<std::size_t>(starts, 1) : 1); ++i)
    out.push_back(reader.read(i));
  if (!out.front().start.empty() || !out.front().end.empty()) return out;
  const auto points = statement["qualifiers"]["P585"].items();
  if (points.empty()) return out;
  out.clear();
  for (const auto& point : points) {
    std::string day = time_value(point);
    if (is_circa(statement)) day = about(std::move(day));
    out.push_back({"", "", std::move(day)});
  }
  return out;
}

}  // namespace talentflow::ingest::wikidata
