#include <random>

#include "doctest/doctest.h"
#include "ingest/csv/csv_reader.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;

namespace {

/// "line: field|field" for records, "line! reason" for bad ones.
std::vector<std::string> read(const std::string& text, CsvLimits limits = {}) {
  const auto source = memory_source("x.csv", text);
  CsvReader reader(*source, limits);
  CsvReader::Row row;
  std::vector<std::string> out;
  for (;;) {
    auto outcome = reader.next(row);
    REQUIRE(outcome.ok());
    if (*outcome == CsvReader::Outcome::end) return out;
    std::string line = std::to_string(row.line);
    if (*outcome == CsvReader::Outcome::bad)
      line += "! " + row.reason;
    else {
      line += ": ";
      for (std::size_t i = 0; i < row.fields.size(); ++i)
        line += (i > 0 ? "|" : "") + std::string(row.fields[i]);
    }
    out.push_back(line);
  }
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("csv: plain fields, quotes, line ends inside quotes, CR LF, byte order mark") {
  CHECK(read("a,b,c\n1,,3\n") == Lines{"1: a|b|c", "2: 1||3"});
  CHECK(read("\xEF\xBB\xBF"
             "a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n") == Lines{"1: a|b", "2: x, y|say \"hi\""});
  CHECK(read("a,\"one\ntwo\",c\nd,e,f\n") == Lines{"1: a|one\ntwo|c", "3: d|e|f"});
  CHECK(read("a,b\n\n\r\nc,d") == Lines{"1: a|b", "4: c|d"});
  CHECK(read("\"\",\"\"\n,\n") == Lines{"1: |", "2: |"});
  CHECK(read("\"last\"") == Lines{"1: last"});
}

TEST_CASE("csv: broken quoting loses one record, not the rest of the file") {
  CHECK(read("a,b\n1,\"open\n2,fine\n3,\"also fine\"\n") ==
        Lines{"1: a|b", "2! text after a closing quote; double a quote that belongs to the text", "3: 2|fine",
              "4: 3|also fine"});
  CHECK(read("1,\"never closed\n2,x\n") == Lines{"1! a quote is never closed", "2: 2|x"});
  CHECK(read("1,in \"side\n2,x\n") ==
        Lines{"1! a quote inside an unquoted field; quote the whole field and double the quote", "2: 2|x"});
}

TEST_CASE("csv: bytes that are no UTF-8, records and fields beyond the limits") {
  CHECK(read("a\xFF,b\nc,d\n") == Lines{"1! not valid UTF-8; save the file as UTF-8", "2: c|d"});
  CHECK(read(std::string(300, 'x') + ",b\nc,d\n", {.record_bytes = 100}) ==
        Lines{"1! longer than a record may be", "2: c|d"});
  CHECK(read("a,b,c,d\ne,f\n", {.fields = 3}) == Lines{"1! more than 3 fields", "2: e|f"});
  CHECK(read("\"" + std::string(300, 'x') + "\nc,d\n", {.record_bytes = 100}) ==
        Lines{"1! longer than a record may be, or a quote is never closed", "2: c|d"});
}

TEST_CASE("csv: a file larger than the buffer is read the same as in one piece") {
  std::string text;
  Lines expected;
  for (int i = 1; i <= 60000; ++i) {
    text += "id" + std::to_string(i) + ",\"quoted, " + std::to_string(i) + "\",plain\n";
    expected.push_back(std::to_string(i) + ": id" + std::to_string(i) + "|quoted, " + std::to_string(i) +
                       "|plain");
  }
  CHECK(read(text) == expected);
}

TEST_CASE("csv: what is written is read back (random fields)") {
  std::mt19937 random(7);
  const std::string alphabet = "ab,\"\n\r ;x";
  for (int round = 0; round < 500; ++round) {
    std::string text = "head,";
    std::string expected = "1: head|";
    for (int field = 0; field < 4; ++field) {
      std::string value;
      for (auto length = random() % 6; length > 0; --length) value += alphabet[random() % alphabet.size()];
      text += field > 0 ? "," : "";
      append_csv_field(text, value);
      expected += (field > 0 ? "|" : "") + value;
    }
    text += ",end\n";
    expected += "|end";
    CHECK(read(text) == Lines{expected});
  }
}
