// Prose: sentences and tokens lie inside the text and in order; every claim has its sentence and its offsets;
// pages of every kind become records that carry a source. '$' stands for a line end.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/brief/signal_brief.hpp"
#include "ingest/bytes/byte_source.hpp"
#include "ingest/comparison/narrative_comparison.hpp"
#include "ingest/news/news.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/text/extractor.hpp"

namespace {

namespace ingest = talentflow::ingest;

void demand(bool law) {
  if (!law) std::abort();
}

void check_sentences(const std::string& text) {
  std::size_t end = 0;
  for (const auto& sentence : ingest::text::split_sentences(text)) {
    demand(sentence.offset >= end && sentence.offset + sentence.text.size() <= text.size());
    end = sentence.offset + sentence.text.size();
    std::size_t token_end = sentence.offset;
    for (const auto& token : sentence.tokens) {
      demand(!token.text.empty() && token.offset >= token_end && token.end() <= end);
      token_end = token.end();
    }
  }
}

template <class Open>
void check_page(const std::string& text, Open open) {
  const ingest::MemoryLexicon lexicon;
  const auto source = ingest::memory_source("x", text);
  auto adapter = open(ingest::AdapterInput{*source, lexicon, [](const ingest::Reject&) {}});
  if (!adapter) return;
  talentflow::Record record;
  for (;;) {
    const auto more = (*adapter)->next(record);
    if (!more || !*more) return;
    if (const auto* claim = std::get_if<talentflow::ClaimRecord>(&record.content))
      demand(!claim->source.id.empty() && !claim->relation.empty() && !claim->locator.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  std::replace(text.begin(), text.end(), '$', '\n');
  check_sentences(text);
  const ingest::MemoryLexicon lexicon;
  const ingest::text::Document document(text, *talentflow::parse_date("2026-03-18"), lexicon);
  for (const auto& claim : ingest::text::extract_claims(document)) {
    demand(claim.begin < claim.end_offset && claim.end_offset <= text.size());
    demand(!claim.rule.empty() && !claim.relation.empty());
    demand(!claim.subject.name.empty() || !claim.subject.id.empty());
  }
  check_page(text, ingest::open_signal_brief);
  check_page(text, ingest::open_narrative_comparison);
  check_page(text, ingest::open_news);
  return 0;
}
