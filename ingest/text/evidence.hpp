// Lists of addresses under a page, as sources: what class a source is follows from the structure of its
// address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/record.hpp"

namespace talentflow::ingest::text {

/// An address taken apart.
struct Address {
  std::string url;
  std::string host;  ///< lower case, without "www."
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
  std::string tag;  ///< a word the page hung behind the address: "web", "edgar"
  std::size_t line = 0;

  std::string_view parameter(std::string_view name) const;
};

/// The addresses of a page, one a line ("- https://..web"). A tag is taken off where every address carries
/// one.
std::vector<Address> addresses_of(std::string_view text);

/// filing (registers of governments and exchanges), company (investor relations), outlet (everything else).
std::string_view source_class_of(const Address& address);

/// The days of a register search: from_date and to_date (yyyymmdd), as "2026-06-15"; nullopt for other
/// addresses.
std::optional<std::pair<std::string, std::string>> search_days(const Address& address);

/// Whether a host belongs to a publisher's name: "dailyplanet.com" to "The Daily Planet".
bool host_of_publisher(std::string_view host, std::string_view publisher);

/// The address as a source record, "s/" and the host and a hash of the address as its id.
SourceRecord source_of(const Address& address);

}  // namespace talentflow::ingest::text
