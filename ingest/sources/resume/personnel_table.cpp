// Markdown tables of people who came to or left an organisation: "Person | Role | Departed | Went To |
// Reason".
//
// The organisation is the one a column names, else the nearest heading above the table without the words that
// headings of such tables have ("Notable departures from Example Lab" -> "Example Lab"). Where neither names
// one, only where people went is read.
#include <algorithm>
#include <array>

#include <simdjson.h>

#include "ingest/bytes/line_reader.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/resume/resume.hpp"

namespace talentflow::ingest {
namespace {

const std::vector<ColumnMeaning>& meanings() {
  static const std::vector<ColumnMeaning> table = {
      {"person", {"person", "name", "who", "employee", "researcher"}},
      {"organization", {"organization", "organisation", "company", "lab", "left", "from"}},
      {"role", {"role", "title", "position", "former_role"}},
      {"joined", {"joined", "start", "started", "hired", "date_joined"}},
      {"departed", {"departed", "departure", "date_left", "left_on", "end", "ended", "date", "when"}},
      {"went_to", {"went_to", "destination", "next", "now_at", "to", "new_company", "new_role"}},
      {"reason", {"reason", "notes", "note", "comment"}},
      {"url", {"source", "url", "link", "reference"}},
  };
  return table;
}

bool fits(const Columns& columns) {
  return columns.has("person") &&
         (columns.has("departed") || columns.has("went_to") || columns.has("joined"));
}

/// "[Ann](https://..)" -> "Ann", its address into `url`; emphasis marks dropped.
std::string plain(std::string_view cell, std::string* url = nullptr) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const auto middle = cell[i] == '[' ? cell.find("](", i) : std::string_view::npos;
    const auto close = middle == std::string_view::npos ? middle : cell.find(')', middle);
    if (close != std::string_view::npos) {
      out += plain(cell.substr(i + 1, middle - i - 1));
      if (url != nullptr && url->empty()) *url = cell.substr(middle + 2, close - middle - 2);
      i = close;
    } else if (cell[i] == '\\' && i + 1 < cell.size()) {
      out += cell[++i];
    } else if (cell[i] != '*' && cell[i] != '`') {
      out += cell[i];
    }
  }
  const auto text = trimmed(out);
  return text == "—" || text == "–" || text == "-" || text == "?" ? std::string() : std::string(text);
}

/// Cells of a table row; none when the line is no row.
std::vector<std::string_view> row_cells(std::string_view line) {
  line = trimmed(line);
  if (line.find('|') == std::string_view::npos) return {};
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i)
    if (i == line.size() || (line[i] == '|' && (i == 0 || line[i - 1] != '\\'))) {
      out.push_back(trimmed(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  return out;
}

bool is_rule(const std::vector<std::string_view>& cells) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    return cell.find('-') != std::string_view::npos &&
           cell.find_first_not_of("-: ") == std::string_view::npos;
  });
}

/// What a heading leaves when the words of such headings are dropped.
std::string organisation_of_heading(std::string_view heading) {
  static constexpr std::array<std::string_view, 25> kWords = {
      "notable",   "key",       "personnel",  "people",  "departures", "departure", "departed",
      "departing", "former",    "staff",      "team",    "members",    "member",    "employees",
      "alumni",    "from",      "of",         "at",      "who",        "left",      "and",
      "leaving",   "executive", "researcher", "timeline"};
  while (heading.starts_with('#')) heading.remove_prefix(1);
  const std::string text = plain(heading);
  std::string out;
  for (const auto word : split(text, ' ')) {
    std::string bare = lower(word);
    while (!bare.empty() && (bare.back() == ':' || bare.back() == ',')) bare.pop_back();
    const bool dropped = bare.empty() || std::find(kWords.begin(), kWords.end(), bare) != kWords.end();
    if (!dropped) out += (out.empty() ? "" : " ") + std::string(word);
  }
  while (out.ends_with(':') || out.ends_with(',')) out.pop_back();
  return out;
}

class PersonnelTable final : public ItemAdapter {
 public:
  explicit PersonnelTable(AdapterInput input)
      : ItemAdapter(std::move(input)), lines_(this->input().bytes, kLongestLine) {}

 protected:
  Result<bool> read_item() override {
    LineReader::Line line;
    auto more = lines_.next(line);
    if (!more || !*more) return more;
    sink().begin_item(line.number, line.text);
    if (line.cut)
      sink().reject("a line longer than " + size_text(kLongestLine));
    else if (!simdjson::validate_utf8(line.text.data(), line.text.size()))
      sink().reject("the line is not valid UTF-8");
    else
      take_line(line.text, line.number);
    return true;
  }

 private:
  static constexpr std::size_t kLongestLine = 1 << 20;

  void take_line(std::string_view line, std::uint64_t number) {
    const auto cells = row_cells(line);
    if (cells.empty()) {
      in_table_ = false;
      header_.clear();
      if (line.starts_with('#')) organisation_ = organisation_of_heading(line);
      return;
    }
    if (in_table_) return take_row(cells, number);
    if (is_rule(cells) && !header_.empty()) {
      std::vector<std::string_view> names(header_.begin(), header_.end());
      columns_ = Columns(names, meanings());
      in_table_ = true;
      return;
    }
    header_.clear();
    for (const auto cell : cells) header_.push_back(plain(cell));
  }

  void take_row(const std::vector<std::string_view>& cells, std::uint64_t number) {
    if (!fits(columns_)) return;  // a table about something else
    std::string url;
    const std::string person = plain(columns_.cell(cells, "person"), &url);
    if (person.empty()) return sink().reject("the row names no person");
    const auto joined = loose_date(plain(columns_.cell(cells, "joined")));
    const auto departed = loose_date(plain(columns_.cell(cells, "departed")));
    if (!joined || !departed)
      return sink().reject("a date of the row is none; write Feb 2018, ~2016 or 2018-02");
    std::string organisation = plain(columns_.cell(cells, "organization"));
    if (organisation.empty()) organisation = organisation_;
    ClaimRecord claim;
    claim.subject = Reference::to_name(person, "Person");
    claim.role = plain(columns_.cell(cells, "role"));
    claim.note = plain(columns_.cell(cells, "reason"), &url);
    plain(columns_.cell(cells, "url"), &url);
    claim.source = Reference::to_id(source());
    claim.locator = "row " + std::to_string(number);
    add_property(claim.properties, "cited_url", url);
    if (!organisation.empty() && columns_.has("joined") && !joined->empty())
      add(claim, "JOINED", organisation, *joined);
    if (!organisation.empty() && columns_.has("departed") && *departed != "..")
      add(claim, "LEFT", organisation, *departed);
    if (const auto next = plain(columns_.cell(cells, "went_to")); !next.empty()) {
      claim.role.clear();
      add(claim, "JOINED", next, departed->empty() || *departed == ".." ? "" : after(*departed));
    }
  }

  /// Some day from that date on: "[2018-02..]".
  static std::string after(const std::string& date) {
    const bool plain_date = date.find_first_not_of("0123456789-") == std::string::npos;
    const std::string bare = date.ends_with('~') ? date.substr(0, date.size() - 1) : date;
    return plain_date || date.ends_with('~') ? "[" + bare + "..]" : std::string();
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

  LineReader lines_;
  std::string organisation_, source_;
  std::vector<std::string> header_;
  Columns columns_;
  bool in_table_ = false;
};

}  // namespace

int sniff_personnel_table(std::string_view, std::string_view head) {
  std::vector<std::string_view> before;
  for (const auto line : split(head, '\n')) {
    const auto cells = row_cells(line);
    if (is_rule(cells) && !before.empty() && fits(Columns(before, meanings()))) return 80;
    before = cells;
  }
  return 0;
}

Result<std::unique_ptr<Adapter>> open_personnel_table(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<PersonnelTable>(std::move(input)));
}

}  // namespace talentflow::ingest
