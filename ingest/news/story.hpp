// A news story, whatever file it came in: the page as a source, and the claims that its sentences make.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/text/page_records.hpp"

namespace talentflow::ingest {

/// A story as its format gives it.
struct Story {
  std::string key;  ///< what the page is known by: its address or the feed's own id; empty: its text
  std::string url;  ///< empty when unknown
  std::string title;
  std::string published;  ///< EDTF; empty: the latest day its text names
  std::string publisher;  ///< empty: the host of the address
  std::string language, author;
  std::string source_class;  ///< empty: by the address
  Properties further;        ///< of the source
  struct Line {
    std::string text;        ///< a block of the story, without line ends
    std::uint64_t line = 0;  ///< where it stands in the input
  };
  std::vector<Line> lines;  ///< without the title
};

/// Claims that hold in news: those of the extractor, but for whose unit something is, which a possessive
/// says in passing.
void add_story_claims(const text::Document& document, text::PageRecords& records);

/// The id under which a story's page is a source.
std::string story_source_id(const Story& story);
/// The source's properties: title, url, publisher, source_class, published, language, author.
Properties story_properties(const Story& story, const Date& published);

/// The records of a story: its source, what it cites, what it claims. Offsets count in the text that is made
/// of the title and the lines, one a line.
std::vector<Record> story_records(const Story& story, const Lexicon& lexicon);

}  // namespace talentflow::ingest
