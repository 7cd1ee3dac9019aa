// A form 8-K as a document: HTML or plain text, cut into its items.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::edgar {

/// What the document itself says; each empty when it does not.
struct CurrentReport {
  std::string form;        ///< "8-K", "8-K/A"
  std::string company;     ///< the registrant's exact name
  std::string cik;         ///< ten digits, of a document with inline XBRL
  std::string period;      ///< date of the earliest event reported
  std::string item_502;    ///< its text, a paragraph a line; empty when the report is about other items
  std::uint64_t line = 1;  ///< of the document, at which the item begins
};

struct Line {
  std::string text;
  std::uint64_t number = 1;
};

/// The paragraphs of a document, a paragraph a line: of HTML its blocks, of plain text what stands between
/// empty lines.
std::vector<Line> report_lines(std::string_view document);

CurrentReport read_current_report(std::string_view document);

}  // namespace talentflow::ingest::edgar
