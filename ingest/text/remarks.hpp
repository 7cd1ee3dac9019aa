// What stands in a sentence and says nothing of what it tells: defined terms, the years of a life, letters
// behind a name.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/text/noun.hpp"
#include "ingest/text/token.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest::text {

/// The token behind a remark that begins at `at`; `at` where none does. `before`: the name right before it,
/// or null.
std::size_t remark_end(const std::vector<Token>& tokens, std::size_t at, const Noun* before,
                       const Date& published);

}  // namespace talentflow::ingest::text
