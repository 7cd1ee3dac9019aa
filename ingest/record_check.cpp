#include "ingest/record_check.hpp"

#include <charconv>
#include <cmath>

#include "schema/edtf.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::ingest {
namespace {

using Fault = std::optional<std::string>;

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view text, std::string_view word) {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (lower(text[i]) != word[i]) return false;
  return true;
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

Fault date_fault(std::string_view field, const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto date = parse_date(text);
  if (date) return std::nullopt;
  return std::string(field) + " " + quoted(text) + ": " + date.error().message;
}

/// Certainly backwards: the last possible day of the end lies before the first possible one of the start.
Fault order_fault(const ClaimRecord& claim) {
  if (claim.start.empty() || claim.end.empty()) return std::nullopt;
  const auto start = parse_date(claim.start);
  const auto end = parse_date(claim.end);
  if (!start || !end || !start->known() || !end->known()) return std::nullopt;
  const Day last_end = end->range.exact() ? end->range.low : end->range.high - 1;
  if (last_end >= start->range.low) return std::nullopt;
  return "end " + quoted(claim.end) + " lies before start " + quoted(claim.start) + "; swap or correct them";
}

/// "2026-03-04", or with a time: "2026-03-04T12:00:00Z".
Fault recorded_fault(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto cut = text.find_first_of("T ");
  auto date = parse_date(std::string_view(text).substr(0, cut));
  if (date && date->known()) return std::nullopt;
  return "recorded " + quoted(text) +
         " is no ISO date or date and time; write 2026-03-04 or 2026-03-04T12:00:00Z";
}

Fault grade_fault(const ClaimRecord& claim) {
  if (!claim.credibility.empty() &&
      (claim.credibility.size() != 1 || claim.credibility[0] < '1' || claim.credibility[0] > '6'))
    return "credibility " + quoted(claim.credibility) + " is not one of 1 to 6";
  if (!claim.confidence.empty()) {
    const auto value = number(claim.confidence);
    if (!value || *value < 0 || *value > 1)
      return "confidence " + quoted(claim.confidence) + " is not a number from 0 to 1";
  }
  return std::nullopt;
}

Fault amount_fault(const ClaimRecord& claim) {
  const auto low = number(claim.amount_low);
  const auto high = number(claim.amount_high);
  if (!claim.amount_low.empty() && !low) return "amount_low " + quoted(claim.amount_low) + " is not a number";
  if (!claim.amount_high.empty() && !high)
    return "amount_high " + quoted(claim.amount_high) + " is not a number";
  if (low && high && *low > *high)
    return "amount_low " + quoted(claim.amount_low) + " is more than amount_high " +
           quoted(claim.amount_high);
  return std::nullopt;
}

Fault stance_fault(const ClaimRecord& claim) {
  const bool withdraws = same_word(claim.stance, "withdraws");
  if (!claim.stance.empty() && !withdraws && !same_word(claim.stance, "asserts") &&
      !same_word(claim.stance, "denies"))
    return "stance " + quoted(claim.stance) + " is not one of asserts, denies, withdraws";
  if (withdraws && claim.target.empty())
    return "a claim that withdraws needs a target: the id of the claim it withdraws";
  return std::nullopt;
}

Fault claim_fault(const ClaimRecord& claim) {
  if (auto fault = stance_fault(claim)) return fault;
  const bool withdraws = same_word(claim.stance, "withdraws");
  if (!withdraws && claim.subject.empty()) return "the claim has no subject";
  if (!withdraws && claim.relation.empty()) return "the claim has no relation";
  if (auto fault = date_fault("start", claim.start)) return fault;
  if (auto fault = date_fault("end", claim.end)) return fault;
  if (auto fault = order_fault(claim)) return fault;
  if (!claim.status.empty() && !Vocabulary::status(claim.status))
    return "status " + quoted(claim.status) +
           " is not one of rumoured, unconfirmed, reported, announced, confirmed, filed";
  if (auto fault = grade_fault(claim)) return fault;
  if (auto fault = amount_fault(claim)) return fault;
  return recorded_fault(claim.recorded);
}

Fault source_fault(const SourceRecord& source) {
  if (source.id.empty()) return "the source has no id";
  if (const Value* published = find_property(source.properties, "published"))
    if (const auto* text = published->get_if<std::string>())
      if (auto fault = date_fault("published", *text)) return fault;
  if (const Value* reliability = find_property(source.properties, "reliability"))
    if (const auto* text = reliability->get_if<std::string>())
      if (!text->empty() && (text->size() != 1 || lower((*text)[0]) < 'a' || lower((*text)[0]) > 'f'))
        return "reliability " + quoted(*text) + " is not one of A to F";
  return recorded_fault(source.recorded);
}

Fault entity_fault(const EntityRecord& entity) {
  if (entity.entity.empty() && entity.name.empty()) return "the entity has neither id nor name";
  return recorded_fault(entity.recorded);
}

}  // namespace

std::optional<std::string> find_fault(const Record& record) {
  if (const auto* claim = std::get_if<ClaimRecord>(&record.content)) return claim_fault(*claim);
  if (const auto* source = std::get_if<SourceRecord>(&record.content)) return source_fault(*source);
  return entity_fault(std::get<EntityRecord>(record.content));
}

}  // namespace talentflow::ingest
