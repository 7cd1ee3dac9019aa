// Markdown tables of people who came to or left an organisation: "Person | Role | Departed | Went To |
// Reason".
//
// The organisation is the one a column names, else the nearest heading above the table that names one
// ("Notable departures from Example Lab", or the "Example Lab" around it). Where neither does, only where
// people went is read.
#include <algorithm>
#include <array>

#include <simdjson.h>

#include "ingest/bytes/line_reader.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/resume/markdown.hpp"
#include "ingest/sources/resume/resume.hpp"
#include "ingest/sources/resume/went_to.hpp"

namespace talentflow::ingest {
namespace {

const std::vector<ColumnMeaning>& meanings() {
  static const std::vector<ColumnMeaning> table = {
      {"person", {"person", "name", "who", "employee", "researcher"}},
      {"organization", {"organization", "organisation", "company", "lab"}},
      {"left_from",
       {"left", "from", "former_affiliation", "previous_affiliation", "previous_employer", "former_employer",
        "previous"}},
      {"role", {"role", "title", "position", "former_role"}},
      {"joined", {"joined", "start", "start_date", "started", "hired", "date_joined", "joined_on", "since"}},
      {"departed",
       {"departed", "departure", "departure_date", "date_left", "left_on", "end", "end_date", "ended"}},
      {"date", {"date", "when", "year", "month"}},
      {"went_to",
       {"went_to", "destination", "next", "now_at", "to", "new_company", "new_role", "new_affiliation",
        "new_employer", "moved_to", "current_employer", "current_affiliation"}},
      {"reason", {"reason", "notes", "note", "comment"}},
      {"url", {"source", "url", "link", "reference", "sources"}},
  };
  return table;
}

/// A date alone tells of anything; beside where somebody came from or went, it tells of a move.
bool fits(const Columns& columns) {
  const bool move = columns.has("left_from") || columns.has("organization");
  return columns.has("person") && (columns.has("departed") || columns.has("went_to") ||
                                   columns.has("joined") || (columns.has("date") && move));
}

Columns columns_of(const std::vector<std::string_view>& cells) {
  std::vector<std::string> words;
  for (const auto cell : cells) words.push_back(markdown::text_of(cell).words);
  return Columns({words.begin(), words.end()}, meanings());
}

/// A date, and perhaps more in brackets behind it.
std::optional<std::string> date_of(const std::string& cell) {
  if (auto date = loose_date(cell)) return date;
  std::string inside;
  return loose_date(without_brackets(cell, inside));
}

/// A name in two scripts, "Wei Han 韩伟" or "韩伟 (Wei Han)": the one in Latin letters, and the other.
std::pair<std::string, std::string> in_two_scripts(std::string_view name) {
  const auto han = [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9;
  };
  const auto* const first = std::find_if(name.begin(), name.end(), han);
  if (first == name.end()) return {std::string(name), {}};
  const auto begin = static_cast<std::size_t>(first - name.begin());
  std::size_t end = begin;
  while (end < name.size() && static_cast<unsigned char>(name[end]) >= 0x80) ++end;
  std::string latin = std::string(name.substr(0, begin)) + " " + std::string(name.substr(end));
  std::erase_if(latin, [](char c) { return c == '(' || c == ')'; });
  latin = trimmed(latin);
  const std::string other(name.substr(begin, end - begin));
  return latin.find(' ') == std::string::npos ? std::pair(std::string(name), std::string())
                                              : std::pair(latin, other);
}

class PersonnelTable final : public ItemAdapter {
 public:
  explicit PersonnelTable(AdapterInput input)
      : ItemAdapter(std::move(input)),
        longest_(this->input().options.item_limit(kLongestLine)),
        lines_(this->input().bytes, longest_) {}

 protected:
  Result<bool> read_item() override {
    LineReader::Line line;
    auto more = lines_.next(line);
    if (!more || !*more) return more;
    sink().begin_item(line.number, line.text);
    if (line.cut)
      sink().reject("a line longer than " + size_text(longest_));
    else if (!simdjson::validate_utf8(line.text.data(), line.text.size()))
      sink().reject("the line is not valid UTF-8");
    else
      take_line(line.text, line.number);
    return true;
  }

 private:
  static constexpr std::size_t kLongestLine = 1 << 20;

  void take_line(std::string_view line, std::uint64_t number) {
    if (markdown::is_fence(line)) in_code_ = !in_code_;
    const auto cells = in_code_ ? std::vector<std::string_view>() : markdown::row_cells(line);
    if (cells.empty()) {
      in_table_ = false;
      header_.clear();
      if (const int level = in_code_ ? 0 : markdown::heading_level(line); level > 0)
        take_heading(level, line);
      return;
    }
    if (in_table_) return take_row(cells, number);
    if (markdown::is_rule(cells) && !header_.empty()) {
      columns_ = columns_of({header_.begin(), header_.end()});
      in_table_ = true;
      return;
    }
    header_.assign(cells.begin(), cells.end());
  }

  /// Headings from the outermost to the one above; each ends those of its level and below.
  void take_heading(int level, std::string_view line) {
    while (!headings_.empty() && headings_.back().first >= level) headings_.pop_back();
    while (line.starts_with('#')) line.remove_prefix(1);
    headings_.emplace_back(level, markdown::text_of(line).words);
  }

  /// By the nearest heading; by one farther out only where the whole of it is the name.
  std::string organisation_of_headings() const {
    for (auto heading = headings_.rbegin(); heading != headings_.rend(); ++heading) {
      auto name = organisation_of_heading(heading->second);
      if (!name.empty() && (heading == headings_.rbegin() || name == heading->second)) return name;
    }
    return {};
  }

  std::string cell(const std::vector<std::string_view>& cells, std::string_view meaning,
                   std::string* url = nullptr) const {
    auto text = markdown::text_of(columns_.cell(cells, meaning));
    if (url != nullptr && url->empty()) *url = text.address;
    return says_nothing(text.words) ? std::string() : text.words;
  }

  void take_row(const std::vector<std::string_view>& cells, std::uint64_t number) {
    if (!fits(columns_)) return;  // a table about something else
    if (markdown::text_of(columns_.cell(cells, "person")).struck)
      return sink().reject("the row is crossed out");
    std::string url;
    cell(cells, "url", &url);
    const std::string reason = cell(cells, "reason", &url), persons = cell(cells, "person", &url);
    if (persons.empty()) return sink().reject("the row names no person");
    const auto joined = date_of(cell(cells, "joined"));
    auto departed = date_of(cell(cells, columns_.has("departed") ? "departed" : "date"));
    if (!joined || !departed)
      return sink().reject("a date of the row is none; write Feb 2018, ~2016 or 2018-02");
    ClaimRecord claim;
    claim.role = cell(cells, "role");
    claim.note = reason;
    claim.source = Reference::to_id(source());
    claim.locator = "row " + std::to_string(number);
    add_property(claim.properties, "cited_url", url);
    for (const auto person : split(persons, '\n')) {
      const auto [name, other] = in_two_scripts(trimmed(person));
      if (name.empty()) continue;
      claim.subject = Reference::to_name(name, "Person");
      if (!other.empty()) add_person(claim.subject, other);
      add_claims(claim, cells, *joined, *departed);
    }
  }

  void add_claims(ClaimRecord claim, const std::vector<std::string_view>& cells, const std::string& joined,
                  const std::string& departed) {
    std::string note;
    const std::string left = without_brackets(cell(cells, "left_from"), note);
    std::string here = without_brackets(cell(cells, "organization"), note);
    if (here.empty()) here = organisation_of_headings();
    const bool dated = columns_.has("departed") || columns_.has("date");
    const std::string went = cell(cells, "went_to");
    if (!here.empty() && here != left && columns_.has("joined") && !joined.empty())
      add(claim, "JOINED", here, joined);
    if (!left.empty())
      add(claim, "LEFT", left, dated ? departed : joined.empty() ? "" : until(joined));
    else if (!here.empty() && dated && departed != ".." &&
             (columns_.has("departed") || columns_.has("went_to")))
      add(claim, "LEFT", here, departed);
    if (went.empty()) return;
    for (auto& next : destinations_of(went)) {
      ClaimRecord after_it = claim;
      after_it.role = next.role;
      if (!next.note.empty()) after_it.note += (after_it.note.empty() ? "" : "; ") + next.note;
      add(std::move(after_it), next.founded ? "FOUNDED" : "JOINED", next.organisation,
          departed.empty() || departed == ".." ? "" : after(departed));
    }
  }

  /// Some day from that date on: "[2018-02..]".
  static std::string after(const std::string& date) {
    if (date.starts_with('[')) {
      const auto first = date.substr(1, date.find("..") - 1);
      return first.empty() ? std::string() : "[" + first + "..]";
    }
    return "[" + (date.ends_with('~') ? date.substr(0, date.size() - 1) : date) + "..]";
  }

  /// Some day up to that date.
  static std::string until(const std::string& date) {
    const bool plain = date.find_first_not_of("0123456789-") == std::string::npos;
    return plain ? "[.." + date + "]" : std::string();
  }

  void add_person(const Reference& person, const std::string& other_name) {
    EntityRecord out;
    out.entity = person;
    out.kind = "Person";
    out.name = person.name;
    out.aliases.push_back(other_name);
    out.source = Reference::to_id(source());
    sink().add(std::move(out));
  }

  void add(ClaimRecord claim, std::string_view relation, const std::string& organisation, std::string start) {
    claim.relation = relation;
    claim.object = Reference::to_name(organisation, "Org");
    claim.start = std::move(start);
    sink().add(std::move(claim));
  }

  const std::string& source() {
    if (!source_.empty()) return source_;
    SourceRecord out;
    const auto file = last_segment(input().bytes.name());
    out.id = source_ = "table:" + std::string(file);
    add_property(out.properties, "title", file);
    add_property(out.properties, "publisher", file);
    add_property(out.properties, "source_class", "data");
    sink().add(std::move(out));
    return source_;
  }

  std::size_t longest_;
  LineReader lines_;
  std::vector<std::pair<int, std::string>> headings_;
  std::string source_;
  std::vector<std::string> header_;
  Columns columns_;
  bool in_table_ = false, in_code_ = false;
};

}  // namespace

int sniff_personnel_table(std::string_view, std::string_view head) {
  std::vector<std::string_view> before;
  bool in_code = false;
  for (const auto line : split(head, '\n')) {
    if (markdown::is_fence(line)) in_code = !in_code;
    const auto cells = in_code ? std::vector<std::string_view>() : markdown::row_cells(line);
    if (markdown::is_rule(cells) && !before.empty() && fits(columns_of(before))) return 80;
    before = cells;
  }
  return 0;
}

Result<std::unique_ptr<Adapter>> open_personnel_table(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<PersonnelTable>(std::move(input)));
}

}  // namespace talentflow::ingest
