// A filing with the SEC, whatever form it came in, and what it becomes: a source, the company's statement
// that officers or directors changed, and what its sentences say of persons.
#pragma once

#include <string>
#include <string_view>

#include "ingest/sources/common/sink.hpp"

namespace talentflow::ingest::edgar {

struct Filing {
  std::string cik;  ///< ten digits; empty where the document does not say: the company goes by its name
  std::string company, accession, form, filed, period, url, items, parts, title;
};

/// The company that files.
Reference registrant(const Filing& filing);

/// The lettered parts of item 5.02 that a text has: "b c e". (b) departures, (c) officers, (d) directors, (e)
/// pay.
std::string parts_of(std::string_view text);

/// Adds the filing as a source and returns its id.
std::string add_filing_source(const Filing& filing, Sink& sink);

/// A former name is the same company: a rename with its day, no move.
void add_former_name(const std::string& cik, std::string_view name, const std::string& until,
                     const std::string& source, std::string locator, Sink& sink);

/// The company reported a change of its officers or directors: a statement about it that names nobody.
void add_filing_claim(const Filing& filing, const std::string& source, std::string locator, Sink& sink);

/// What the sentences of the item say of persons.
void add_officers(const Filing& filing, std::string_view text, const std::string& source, Sink& sink);

}  // namespace talentflow::ingest::edgar
