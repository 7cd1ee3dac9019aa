// Shapes of characters that the cutter of sentences asks about: counted people, quotations with a verb
// inside, what belongs to a name in Latin letters.
#pragma once

#include <cstddef>

#include "ingest/text/chinese/characters.hpp"

namespace talentflow::ingest::text {

/// "三名", "10 多位": the character behind; `at` itself where nothing is counted.
std::size_t end_of_counted_people(const Characters& text, std::size_t at);
/// Whether a verb, a pronoun or 的 stands inside: a quotation, no name.
bool has_verb(const Characters& text, std::size_t begin, std::size_t end);
/// The marks that stand inside names: "AT&T", "Character.AI".
bool name_mark(char32_t letter);
/// "of ", "de ": small words inside a name.
bool is_name_link(const Characters& text, std::size_t at);
/// "OpenAI CEO": where the job at the end begins; `begin` when there is none.
std::size_t role_at_end(const Characters& text, std::size_t begin, std::size_t end);

}  // namespace talentflow::ingest::text
