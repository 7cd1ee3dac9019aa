#include "schema/frame_words.hpp"

#include <optional>
#include <string_view>

#include "schema/table.hpp"
#include "schema/tables.hpp"

namespace talentflow {
namespace {

std::optional<FrameMeaning> meaning_of(std::string_view word) {
  struct Entry {
    std::string_view word;
    FrameMeaning meaning;
  };
  static constexpr Entry kEntries[] = {
      {"loss", FrameMeaning::loss},       {"gain", FrameMeaning::gain},
      {"arrival", FrameMeaning::arrival}, {"to", FrameMeaning::to},
      {"of", FrameMeaning::of},           {"not", FrameMeaning::negation},
      {"teller", FrameMeaning::teller},   {"elsewhere", FrameMeaning::elsewhere},
      {"people", FrameMeaning::people}};
  for (const Entry& entry : kEntries)
    if (entry.word == word) return entry.meaning;
  return std::nullopt;
}

}  // namespace

const std::vector<FrameWord>& frame_words() {
  // Constant data, built on first use; a test checks that every line of the table is taken.
  static const std::vector<FrameWord> built = [] {
    std::vector<FrameWord> words;
    const auto table = parse_table(tables::frames(), "frames.csv");
    if (!table) return words;
    for (const TableRow& row : table->rows)
      if (const auto meaning = meaning_of(table->cell(row, "meaning")))
        words.push_back(
            {std::string(table->cell(row, "word")), *meaning, std::string(table->cell(row, "country"))});
    return words;
  }();
  return built;
}

}  // namespace talentflow
