// The parser of the statements around the read core: whatever the text, parsing ends, and either fails with a
// place inside the text or takes it whole.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "query/flow/parse.hpp"
#include "query/flow/statement.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace query = talentflow::query;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  query::TokenStream tokens(text);
  (void)query::is_flow_statement(tokens);
  const auto statement = query::FlowParser(tokens, talentflow::Vocabulary::standard()).statement();
  if (tokens.failed()) {
    if (tokens.error().where.empty() || tokens.error().message.empty()) std::abort();
    return 0;
  }
  const bool has_flow = statement.kind == query::flow_syntax::Kind::flow ||
                        statement.kind == query::flow_syntax::Kind::why_flow ||
                        statement.kind == query::flow_syntax::Kind::blind_spots_flow;
  if (has_flow != statement.flow.has_value()) std::abort();
  return 0;
}
