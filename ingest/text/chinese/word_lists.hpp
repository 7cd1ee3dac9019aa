// The words of the Chinese rules, by subject: the lists that the dictionary of words.cpp is made of.
#pragma once

#include <span>
#include <string_view>

#include "ingest/text/chinese/words.hpp"

namespace talentflow::ingest::text {

/// Several words of one meaning, divided by blanks.
struct WordList {
  Word word;
  std::string_view rule;
  std::u32string_view words;
};

/// What people and organisations do.
std::span<const WordList> verb_words();
/// Who says so, how sure it is, and whether it happened.
std::span<const WordList> statement_words();
/// Particles, adverbs, pronouns and what determines nouns.
std::span<const WordList> particle_words();
/// Parts of names and phrases: degrees, titles, units, suffixes, rounds.
std::span<const WordList> phrase_words();
/// Jobs, divided by blanks.
std::u32string_view role_words();

}  // namespace talentflow::ingest::text
