// Dates in prose, resolved against the day the page was published: "June 17, 2026", "on Tuesday", "last
// August", "days before 2026-03-06".
#pragma once

#include <optional>
#include <vector>

#include "ingest/text/token.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest::text {

struct DatePhrase {
  Date date;
  std::size_t end = 0;  ///< token behind it
};

/// A date that begins at token `at`, prepositions ("on", "in", "since", "early") included. `published` may be
/// unknown: then only absolute dates are read. A weekday is the last such day up to the day of publication; a
/// bare month the last such month; "last July" the July before this month.
std::optional<DatePhrase> date_at(const std::vector<Token>& tokens, std::size_t at, const Date& published);

/// One day in the two weeks before (or after) a day: what "days before", "days after" mean.
Date days_before(const Date& date);
Date days_after(const Date& date);
/// Any day up to and including the last day of the date: "[..2026-06-17]".
Date until(const Date& date);

/// The last day a date can mean, the first one.
Day last_day(const Date& date);
Day first_day(const Date& date);

}  // namespace talentflow::ingest::text
