// Amounts of money and shares of change in prose: "several hundred million dollars", "~$2B", "-22%".
#pragma once

#include <optional>
#include <vector>

#include "ingest/text/token.hpp"
#include "schema/value.hpp"

namespace talentflow::ingest::text {

struct Amount {
  MoneyRange money;          ///< whole units; ISO 4217
  bool approximate = false;  ///< "~", "about", "more than": the number is not exact
  std::size_t end = 0;       ///< token behind it
};

/// An amount of money that begins at token `at` (qualifying words included). Vague quantities become ranges:
/// "several" is 2 to 9 of its unit, "a few" 2 to 5, "tens of" 20 to 90, "hundreds of" 200 to 900.
std::optional<Amount> amount_at(const std::vector<Token>& tokens, std::size_t at);

struct Percentage {
  double value = 0;     ///< signed as written: -22.0
  std::size_t end = 0;  ///< token behind it
};
std::optional<Percentage> percentage_at(const std::vector<Token>& tokens, std::size_t at);

struct DayWindow {
  int low = 0;   ///< days
  int high = 0;  ///< days
  std::size_t end = 0;
};
/// "30-90 day", "past 30 days", "three months" (30 days each), "week" (7).
std::optional<DayWindow> window_at(const std::vector<Token>& tokens, std::size_t at);

/// "one" .. "twelve", digits; nullopt otherwise.
std::optional<int> small_number(const Token& token);

}  // namespace talentflow::ingest::text
