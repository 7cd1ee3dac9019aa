#include "ingest/csv/csv_reader.hpp"

#include <cstring>

#include <simdjson.h>

namespace talentflow::ingest {
namespace {

constexpr std::size_t kFirstBuffer = 512 << 10;
constexpr std::size_t kRawShown = 64 << 10;

const char* find(const char* from, char wanted, std::size_t count) {
  return count == 0 ? nullptr : static_cast<const char*>(std::memchr(from, wanted, count));
}

}  // namespace

CsvReader::CsvReader(ByteSource& source, CsvLimits limits)
    : source_(source), limits_(limits), input_(kFirstBuffer) {}

CsvReader::Extent CsvReader::scan_record() const {
  const char* const from = input_.bytes.data() + input_.begin;
  const std::size_t held = input_.end - input_.begin;
  const char* const newline = find(from, '\n', held);
  const std::size_t line_length = newline != nullptr ? static_cast<std::size_t>(newline - from) : held;
  if (find(from, '"', line_length) != nullptr) return scan_quoted(from, held);
  Extent extent;
  if (newline == nullptr && !input_.ended) {
    if (held > limits_.record_bytes) {
      extent.scan = Scan::broken;
      extent.problem = "longer than a record may be";
    }
    return extent;
  }
  extent.scan = Scan::whole;
  extent.length = line_length;
  extent.consumed = line_length + (newline != nullptr ? 1 : 0);
  if (extent.length > limits_.record_bytes) {
    extent.scan = Scan::broken;
    extent.problem = "longer than a record may be";
  }
  return extent;
}

/// Finds the end of a record that has quotes: a small automaton over the bytes.
CsvReader::Extent CsvReader::scan_quoted(const char* from, std::size_t held) const {
  enum class State { field_start, plain, quoted, after_quote };
  Extent extent;
  extent.quoted = true;
  State state = State::field_start;
  const auto broken = [&extent](const char* problem) {
    extent.scan = Scan::broken;
    extent.problem = problem;
    return extent;
  };
  for (std::size_t at = 0; at < held; ++at) {
    if (at > limits_.record_bytes) return broken("longer than a record may be, or a quote is never closed");
    const char c = from[at];
    if (state == State::quoted) {
      if (c == '"')
        state = State::after_quote;
      else if (c == '\n')
        ++extent.lines;
      continue;
    }
    if (c == '\n') {
      extent.scan = Scan::whole;
      extent.length = at;
      extent.consumed = at + 1;
      return extent;
    }
    if (state == State::after_quote) {
      if (c == '"')
        state = State::quoted;
      else if (c == ',')
        state = State::field_start;
      else if (c != '\r')
        return broken("text after a closing quote; double a quote that belongs to the text");
    } else if (state == State::field_start) {
      if (c == '"')
        state = State::quoted;
      else if (c != ',')
        state = State::plain;
    } else if (c == ',') {
      state = State::field_start;
    } else if (c == '"') {
      return broken("a quote inside an unquoted field; quote the whole field and double the quote");
    }
  }
  if (!input_.ended) return extent;
  if (state == State::quoted) return broken("a quote is never closed");
  extent.scan = Scan::whole;
  extent.length = extent.consumed = held;
  return extent;
}

Result<CsvReader::Outcome> CsvReader::next(Row& row) {
  for (;;) {
    if (input_.begin == input_.end) {
      auto more = input_.refill(source_);
      if (!more) return more.error();
      if (!*more) return Outcome::end;
    }
    if (!started_ && (input_.ended || input_.end - input_.begin >= 3)) {
      started_ = true;
      if (std::string_view(input_.bytes.data(), input_.end).starts_with("\xEF\xBB\xBF")) input_.begin += 3;
    }
    const Extent extent = scan_record();
    if (extent.scan == Scan::more) {
      auto more = input_.refill(source_);
      if (!more) return more.error();
      continue;
    }
    if (extent.scan == Scan::broken) return give_bad(row, extent.problem);
    const char* const from = input_.bytes.data() + input_.begin;
    if (extent.length == 0 || (extent.length == 1 && from[0] == '\r')) {
      input_.begin += extent.consumed;
      line_ += extent.lines;
      continue;
    }
    return give_record(row, extent);
  }
}

/// Reports the line at which the record began and goes on behind that line, not behind the supposed record.
Result<CsvReader::Outcome> CsvReader::give_bad(Row& row, std::string reason) {
  row.line = line_++;
  row.fields.clear();
  row.reason = std::move(reason);
  std::size_t skipped = 0;
  unescaped_.clear();
  for (;;) {
    const char* const from = input_.bytes.data() + input_.begin;
    const char* const newline = find(from, '\n', input_.end - input_.begin);
    const std::size_t length =
        newline != nullptr ? static_cast<std::size_t>(newline - from) : input_.end - input_.begin;
    if (unescaped_.size() < kRawShown)
      unescaped_.append(from, std::min(length, kRawShown - unescaped_.size()));
    skipped += length;
    input_.begin += length + (newline != nullptr ? 1 : 0);
    if (newline != nullptr) break;
    auto more = input_.refill(source_);
    if (!more) return more.error();
    if (!*more) break;
  }
  if (unescaped_.ends_with('\r')) unescaped_.pop_back();
  row.raw = unescaped_;
  return Outcome::bad;
}

CsvReader::Outcome CsvReader::give_record(Row& row, const Extent& extent) {
  std::string_view text(input_.bytes.data() + input_.begin, extent.length);
  if (text.ends_with('\r')) text.remove_suffix(1);
  row.line = line_;
  row.raw = text.substr(0, kRawShown);
  row.fields.clear();
  input_.begin += extent.consumed;
  line_ += extent.lines;
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    row.reason = "not valid UTF-8; save the file as UTF-8";
    return Outcome::bad;
  }
  const bool fits = extent.quoted ? split_quoted(row, text) : split_plain(row, text);
  if (fits) return Outcome::record;
  row.reason = "more than " + std::to_string(limits_.fields) + " fields";
  return Outcome::bad;
}

bool CsvReader::split_plain(Row& row, std::string_view text) const {
  const char* from = text.data();
  const char* const end = from + text.size();
  for (;;) {
    if (row.fields.size() == limits_.fields) return false;
    const char* const comma = find(from, ',', static_cast<std::size_t>(end - from));
    if (comma == nullptr) break;
    row.fields.emplace_back(from, static_cast<std::size_t>(comma - from));
    from = comma + 1;
  }
  row.fields.emplace_back(from, static_cast<std::size_t>(end - from));
  return true;
}

/// The quoting is known to be sound here.
bool CsvReader::split_quoted(Row& row, std::string_view text) {
  unescaped_.clear();
  unescaped_.reserve(text.size());  // views into it must stay valid
  std::size_t at = 0;
  for (;;) {
    if (row.fields.size() == limits_.fields) return false;
    const std::size_t begin = unescaped_.size();
    if (at < text.size() && text[at] == '"') {
      for (++at; at < text.size(); ++at) {
        if (text[at] == '"') {
          if (at + 1 < text.size() && text[at + 1] == '"')
            ++at;
          else
            break;
        }
        unescaped_.push_back(text[at]);
      }
      while (at < text.size() && text[at] != ',') ++at;  // the closing quote
    } else {
      while (at < text.size() && text[at] != ',') unescaped_.push_back(text[at++]);
    }
    row.fields.emplace_back(unescaped_.data() + begin, unescaped_.size() - begin);
    if (at >= text.size()) return true;
    ++at;
  }
}

void append_csv_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace talentflow::ingest
