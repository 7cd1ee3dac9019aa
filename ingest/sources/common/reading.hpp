// Small readings that several formats share: ids, dates, times, addresses. Nothing here knows a format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/value.hpp"

namespace talentflow::ingest {

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// Whether `text` has `word` in it, without regard to ASCII case.
bool contains_word(std::string_view text, std::string_view word);
/// "Alphabet Inc." -> "alphabet-inc": ASCII letters and digits kept, everything else one hyphen; other
/// scripts kept.
std::string slug(std::string_view text);

/// Adds a text property unless it is empty.
void add_property(Properties& properties, std::string_view key, std::string_view text);
void add_property(Properties& properties, std::string_view key, std::optional<std::int64_t> number);

void add_flag(Properties& properties, std::string_view key);  ///< true

/// "https://ror.org/00f54p054" -> "00f54p054": what stands behind the last slash.
std::string_view last_segment(std::string_view url);
/// "https://www.example.org:80/x" -> "example.org"; of an archived page, the page's own host. Empty when
/// there is none.
std::string host_of(std::string_view url);
/// An address as a page or a feed refers to it, against the absolute address it stands in: ("../b",
/// "https://x.example/a/c")
/// -> "https://x.example/b". "" when it is no address of the web, or relative to nothing.
std::string resolved_address(std::string_view reference, std::string_view base);
/// Day of the snapshot of an archived page ("web.archive.org/web/20240429224505/.." -> "2024-04-29"), or "".
std::string archived_day(std::string_view url);
/// "0000-0002-1825-0097" out of an address or the id itself, lower-case x made upper; empty when it is no
/// ORCID iD.
std::string orcid_of(std::string_view text);
/// "0000 0001 2162 3360" -> "0000000121623360", as registers write it apart or in one; other texts as they
/// are.
std::string isni_of(std::string_view text);
/// "1234" -> "0000001234"; empty when it is no number of at most ten digits.
std::string cik_of(std::string_view text);

/// Whole parts as an EDTF date: ("2013", "02", "") -> "2013-02". Empty without a year; nullopt when it is no
/// date.
std::optional<std::string> edtf_of(std::string_view year, std::string_view month, std::string_view day);
/// Dates as people write them in tables (loose_date.cpp has the list): "2018", "2018-2-1", "Feb 2018", "12
/// March 2024", "03/2018", "2018年2月", "Q1 2018", "early 2018", "~2016"; "present", "now", ".." are open,
/// "?" and "n/a" unknown. Never more precise than what is written: "03/04/2018" is that year. nullopt when it
/// is none of these.
std::optional<std::string> loose_date(std::string_view text);

/// Milliseconds since 1970 as a day, "2021-03-07".
std::string day_of_milliseconds(std::int64_t milliseconds);
/// "2023-08-01T10:00:00.250Z" (no zone: UTC) as milliseconds since 1970.
std::optional<std::int64_t> milliseconds_of(std::string_view iso_time);
/// The first ten characters of an ISO time when they are a date, else "".
std::string day_of_time(std::string_view iso_time);

/// ISO 3166 alpha-2 by code or name, or "".
std::string country_code(std::string_view text);
/// The country at the end of a place as people write it, "Berlin, Germany" -> "DE"; "" where it is not
/// certain: "Menlo Park, CA" ends in a state, which is a country's code as well, and so does "Atlanta,
/// Georgia".
std::string country_of_location(std::string_view text);
/// "8 MiB", "512 KiB", "100 bytes": the largest unit that goes into it whole.
std::string size_text(std::size_t bytes);
/// 64 bits of a text as 16 hexadecimal digits: stable ids from content.
std::string short_hash(std::string_view text);

}  // namespace talentflow::ingest
