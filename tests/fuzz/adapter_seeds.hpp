// The seeds of the adapters (adapters_seeds.txt): a line each, its first byte the adapter, "\\n" a line end.
#pragma once

#include <string>
#include <string_view>

namespace talentflow {

/// In the order of the letters that begin the seeds, from '@' on.
inline constexpr std::string_view kSeededAdapters[] = {"careers-table",
                                                       "observed-flows",
                                                       "orcid-json",
                                                       "orcid-xml",
                                                       "ror",
                                                       "openalex",
                                                       "openalex-merged",
                                                       "wikidata",
                                                       "edgar-form-d",
                                                       "edgar-item-502",
                                                       "edgar-submissions",
                                                       "json-resume",
                                                       "schema-org",
                                                       "personnel-table",
                                                       "graphml",
                                                       "claims-jsonl",
                                                       "html",
                                                       "feed",
                                                       "edgar-8k-html",
                                                       "edgar-full-text",
                                                       "archive"};

/// The text of a seed or of an input made from one.
inline std::string with_line_ends(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += line_end ? '\n' : text[i];
    if (line_end) ++i;
  }
  return out;
}

}  // namespace talentflow
