// What line editors need: is a statement whole, and which words may follow.
#include "query/facade/c_database.hpp"
#include "query/facade/highlight.hpp"
#include "query/facade/rules_table.hpp"
#include "query/facade/words.hpp"

namespace tq = talentflow::query;
using talentflow::Result;

namespace talentflow::query {
namespace {

Result<SideTable> words_of(Database& database, talentflow_words words, const std::string& prefix,
                           std::size_t limit) {
  if (words == TALENTFLOW_KEYWORDS) return keyword_table(prefix, limit);
  if (words == TALENTFLOW_FUNCTIONS) return function_name_table(prefix, limit);
  auto view = database.view({});
  if (!view.ok()) return view.error();
  switch (words) {
    case TALENTFLOW_LABELS:
      return label_table(**view, Vocabulary::standard(), prefix, limit);
    case TALENTFLOW_RELATIONS:
      return relation_table(**view, Vocabulary::standard(), prefix, limit);
    case TALENTFLOW_KEYS:
      return key_table(**view, prefix, limit);
    case TALENTFLOW_NAMES:
      return name_table(**view, prefix, limit);
    default:
      return make_error(ErrorCode::usage, "", "there is no list of words of that number");
  }
}

}  // namespace
}  // namespace talentflow::query

int talentflow_is_complete(const char* text) {
  try {
    return text != nullptr && tq::is_complete(text) ? 1 : 0;
  } catch (...) {
    return 0;
  }
}

size_t talentflow_statement_length(const char* text) {
  try {
    const std::string_view all(text == nullptr ? "" : text);
    // A `;` inside quotes or a comment ends no statement: is_complete() knows.
    for (auto at = all.find(';'); at != std::string_view::npos; at = all.find(';', at + 1))
      if (tq::is_complete(all.substr(0, at + 1))) return at + 1;
    return 0;
  } catch (...) {
    return 0;
  }
}

int talentflow_tokens(const char* text, talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    tq::give_table(answer, tq::token_table(tq::text_or_empty(text)));
    return {};
  });
}

int talentflow_vocabulary(talentflow_database* database, talentflow_words words, const char* prefix,
                          size_t limit, talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    auto table =
        tq::words_of(*database->database, words, tq::text_or_empty(prefix), limit == 0 ? SIZE_MAX : limit);
    if (!table.ok()) return table.error();
    tq::give_table(answer, table.take());
    return {};
  });
}

int talentflow_rules(talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    tq::give_table(answer, tq::rules_table());
    return {};
  });
}
