// Records: what an adapter reads out of a document, in text ids, with nothing resolved and nothing judged.
//
// A record becomes one claim: an entity or source row is the claim "this document describes X so". The fields
// are those of the claim tables (ingest/README.md); a field that an adapter does not know stays empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schema/value.hpp"

namespace talentflow {

/// Names an entity or source by its id, or by name where the document gives no id.
struct Reference {
  std::string id;    ///< "person/junyang-lin", "orcid:0000-0002-1825-0097"; empty when only a name is known
  std::string name;  ///< as the document writes it; used to resolve when `id` is empty
  std::string kind;  ///< a kind of the vocabulary that the place in the document demands, or empty

  bool empty() const { return id.empty() && name.empty(); }
  static Reference to_id(std::string id) { return {std::move(id), {}, {}}; }
  static Reference to_name(std::string name, std::string kind) {
    return {{}, std::move(name), std::move(kind)};
  }
  bool operator==(const Reference&) const = default;
};

/// One row of entities.csv: a person, an organisation, a team, a place, a plain-graph node.
struct EntityRecord {
  Reference entity;                  ///< id, or a name to be resolved
  std::string kind;                  ///< Person, Company, Lab, ...; open vocabulary
  std::vector<std::string> labels;   ///< further labels beside the kind
  std::string name;                  ///< preferred name
  std::vector<std::string> aliases;  ///< other names, other scripts, former names
  /// country, hq_country (ISO 3166 alpha-2), parent (an entity id), wikidata, orcid, ror, ticker, cik, note
  /// and any other column; an external id is a property whose name the vocabulary lists as identifying.
  Properties properties;
  Reference source;      ///< the document that says so; empty: the load itself
  std::string recorded;  ///< ISO date or date and time; empty: no time of its own (read under every as-of)
};

/// One row of sources.csv: a document.
struct SourceRecord {
  std::string id;
  /// url, publisher, source_class, bloc, language, published (EDTF text), origin (a source id), reliability
  /// (A-F), title, licence, citation and any other column.
  Properties properties;
  std::string recorded;
};

/// One row of claims.csv: what one source says, once.
struct ClaimRecord {
  std::string id;  ///< the document's own id of the claim, or empty
  Reference subject;
  std::string relation;  ///< any case
  Reference object;      ///< may be empty (RAISED has none)
  std::string edge_id;   ///< plain graphs: the edge's id; each edge id is a fact of its own
  std::string role;
  std::string start;        ///< EDTF
  std::string end;          ///< EDTF
  std::string place;        ///< where the person sits: a country by code or name
  std::string stance;       ///< asserts (default), denies, withdraws
  std::string target;       ///< for withdraws: a claim id
  std::string status;       ///< a status word, or empty
  std::string credibility;  ///< 1..6, or empty
  std::string confidence;   ///< 0..1, or empty
  Reference source;         ///< empty: the load itself
  std::string locator;      ///< where in the document: a paragraph, or the sentence itself
  std::string note;
  std::string amount_low;
  std::string amount_high;
  std::string currency;
  std::string recorded;   ///< ISO date or date and time
  Properties properties;  ///< every other column
};

using RecordContent = std::variant<EntityRecord, SourceRecord, ClaimRecord>;

/// A record and where in the input it stood.
struct Record {
  RecordContent content;
  std::uint64_t line = 0;  ///< 1-based line, or row or item, of `input`; 0 when it has none
  std::string raw;         ///< the input as read, for the rejects file; may be empty
};

}  // namespace talentflow
