// From claims found in prose to records: the page as a source, the publishers it cites as sources of their
// own, and the claims with their sentence, its place and the rule that found them.
//
// A claim for which the page cites somebody is not the page's: its origin is the publisher named. `origin` is
// a field of a source, so the page appears once for itself ("page/ab12") and once for each publisher it cites
// ("page/ab12#citing-example-news", whose origin is "s/example-news/2026-06-17"). All copies of one story
// then count as one publisher at the root, as they should.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/extractor.hpp"
#include "schema/record.hpp"

namespace talentflow::ingest::text {

/// A page as a source.
struct Page {
  std::string id;
  Properties properties;  ///< title, url, publisher, source_class, bloc, published, ..: what is known
  Date published;
};

/// "page/" and 16 hexadecimal digits of the text's FNV-1a hash: the same text is the same page.
std::string page_id(std::string_view text);

/// Builds the records of one page. Sources come before entities, entities before claims.
class PageRecords {
 public:
  PageRecords(const Document& document, Page page);

  /// Sources are known by the publishers that the page cites; `properties` of a cited one may add its
  /// address.
  void set_cited_address(const std::string& publisher, const std::string& url);
  void add_source(SourceRecord source, std::size_t line);
  /// A statement of the page itself: `source` empty means the page.
  void add_claim(const TextClaim& claim);
  void add_entity(EntityRecord entity);
  void add_record(ClaimRecord claim, std::size_t line);
  /// The page as the source of what one bloc says: "page/ab12#bloc-chinese".
  std::string bloc_source(const std::string& bloc);

  std::vector<Record> take();

 private:
  std::string citing_source(const TextClaim& claim);
  void describe(const Actor& actor);
  Reference reference(const Actor& actor) const;

  const Document& document_;
  Page page_;
  std::map<std::string, std::string> addresses_;  ///< publisher -> url
  std::map<std::string, SourceRecord> cited_;     ///< by id
  std::map<std::string, SourceRecord> page_sources_;
  std::map<std::string, EntityRecord> entities_;
  std::vector<Record> sources_;
  std::vector<Record> claims_;
};

/// The date as a claim table writes it; empty when unknown.
std::string date_text(const Date& date);

}  // namespace talentflow::ingest::text
