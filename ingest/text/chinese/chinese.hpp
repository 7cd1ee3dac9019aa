// Claims out of Chinese sentences. The English rules pass these sentences over; both kinds of claims come out
// of extract_claims() in the order of the sentences.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/text/extractor.hpp"

namespace talentflow::ingest::text {

/// Whether a sentence is Chinese prose: by its share of Han characters against words of Latin letters. A Han
/// name inside an English sentence does not make it Chinese, nor do Latin names make a Chinese sentence
/// English; a sentence with kana is Japanese. Thread-safe.
bool is_chinese(std::string_view sentence);

/// The claims of the document's Chinese sentences, in their order, in the form that the English rules give.
/// Thread-safe.
std::vector<TextClaim> find_chinese_claims(const Document& document);

}  // namespace talentflow::ingest::text
