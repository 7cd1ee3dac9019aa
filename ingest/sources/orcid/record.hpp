// An ORCID record as the three forms of it agree on, and what it becomes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/sources/common/sink.hpp"

namespace talentflow::ingest::orcid {

struct DateParts {
  std::string year, month, day;
  bool empty() const { return year.empty(); }
};

struct Organisation {
  std::string name, city, region, country;
  std::string id, id_source;  ///< disambiguated: "grid.10388.32" by "GRID"
};

struct Affiliation {
  std::string section;   ///< "employment", "education", "invited-position", ..
  std::string put_code;  ///< the affiliation's id inside the record, the same in every version of it
  std::string department, role;
  DateParts start;
  std::optional<DateParts> end;  ///< absent: no end date, "still so when it was last changed"
  Organisation organisation;
  std::string visibility;                  ///< lower case
  std::int64_t created = 0, modified = 0;  ///< milliseconds since 1970, 0 when not given
  std::string entered_by;                  ///< who put it into the record, by name
  std::string said_by;     ///< who said it originally, by name; the same where nobody else is named
  bool by_member = false;  ///< said by a member organisation of ORCID; else by the person
};

struct Person {
  std::string id;  ///< "0000-0002-1825-0097"
  std::string given, family, credit;
  std::vector<std::string> other_names;
  std::vector<std::string> countries;                             ///< as the person says, without dates
  std::vector<std::pair<std::string, std::string>> external_ids;  ///< type, value
  std::vector<std::string> urls;
  std::int64_t modified = 0;
  std::vector<Affiliation> affiliations;
};

/// Adds the record's sources, entities and claims. `described` spares repeating organisations.
void add_record(const Person& person, Seen& described, Sink& sink);

}  // namespace talentflow::ingest::orcid
