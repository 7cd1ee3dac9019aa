#include "graph/store/draft.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include "graph/store/claim_key.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::graph {
namespace {

Error invalid(std::string message) { return make_error(ErrorCode::invalid_input, "", std::move(message)); }

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

Result<void> check_text(std::string_view field, std::string_view text) {
  if (text.find('\0') != std::string_view::npos)
    return invalid(std::string(field) + " holds a zero byte; remove it");
  return {};
}

Result<void> check_reference(std::string_view field, const Reference& reference) {
  TALENTFLOW_TRY(check_text(field, reference.id));
  return check_text(field, reference.name);
}

Result<void> read_date(std::string_view field, std::string_view text, Date& date) {
  if (text.empty()) {
    date = Date::unknown_date();
    return {};
  }
  auto read = parse_date(text);
  if (!read.ok()) return invalid(std::string(field) + " " + quoted(text) + ": " + read.error().message);
  date = *read;
  return {};
}

Result<void> read_interval(const ClaimRecord& record, Claim& claim) {
  TALENTFLOW_TRY(read_date("start", record.start, claim.start));
  TALENTFLOW_TRY(read_date("end", record.end, claim.end));
  if (claim.start.open())
    return invalid("start '..' is open, and only an end can be open; leave it empty when it is unknown");
  if (!claim.start.known() || !claim.end.known()) return {};
  const DayRange& end = claim.end.range;
  const Day last_end = end.exact() ? end.low : end.high - 1;
  if (last_end < claim.start.range.low)
    return invalid("end " + quoted(record.end) + " is before start " + quoted(record.start) +
                   "; correct one of them");
  return {};
}

Result<void> read_stance(const ClaimRecord& record, Claim& claim) {
  const std::string word = ascii_lower(record.stance);
  if (word.empty() || word == "asserts")
    claim.stance = Stance::asserts;
  else if (word == "denies")
    claim.stance = Stance::denies;
  else if (word == "withdraws")
    claim.stance = Stance::withdraws;
  else
    return invalid("stance " + quoted(record.stance) + " is not known; write asserts, denies or withdraws");
  if (claim.stance == Stance::withdraws && record.target.empty())
    return invalid("a claim that withdraws needs a target: the id of the claim it takes back");
  if (claim.stance != Stance::withdraws && !record.target.empty())
    return invalid("target " + quoted(record.target) + " is given, but the stance is not withdraws");
  return {};
}

Result<void> read_grades(const ClaimRecord& record, Claim& claim) {
  claim.status = Status::none;
  if (!record.status.empty()) {
    const auto status = Vocabulary::status(record.status);
    if (!status)
      return invalid("status " + quoted(record.status) +
                     " is not known; write rumoured, unconfirmed, reported, announced, confirmed or filed");
    claim.status = *status;
  }
  claim.credibility = 0;
  if (!record.credibility.empty()) {
    if (record.credibility.size() != 1 || record.credibility[0] < '1' || record.credibility[0] > '6')
      return invalid("credibility " + quoted(record.credibility) +
                     " is not a grade; write 1 to 6, or leave it empty");
    claim.credibility = static_cast<std::uint8_t>(record.credibility[0] - '0');
  }
  claim.confidence = -1.0F;
  if (!record.confidence.empty()) {
    float confidence = 0;
    const char* last = record.confidence.data() + record.confidence.size();
    const auto [end, error] = std::from_chars(record.confidence.data(), last, confidence);
    if (error != std::errc{} || end != last || !(confidence >= 0.0F && confidence <= 1.0F))
      return invalid("confidence " + quoted(record.confidence) + " is not a number from 0 to 1");
    claim.confidence = confidence;
  }
  return {};
}

/// Whole units: "200000000", "2e8", "200000000.0".
std::optional<std::int64_t> whole_amount(std::string_view text) {
  std::int64_t whole = 0;
  const char* last = text.data() + text.size();
  if (const auto [end, error] = std::from_chars(text.data(), last, whole);
      error == std::errc{} && end == last)
    return whole;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc{} || end != last || !std::isfinite(number) || std::abs(number) > 9e15)
    return std::nullopt;
  return std::llround(number);
}

Result<void> read_amount(const ClaimRecord& record, Claim& claim) {
  claim.amount = Value();
  if (record.amount_low.empty() && record.amount_high.empty()) {
    if (!record.currency.empty())
      return invalid("currency " + quoted(record.currency) + " stands without an amount");
    return {};
  }
  const auto& low_text = record.amount_low.empty() ? record.amount_high : record.amount_low;
  const auto& high_text = record.amount_high.empty() ? record.amount_low : record.amount_high;
  const auto low = whole_amount(low_text);
  if (!low) return invalid("amount_low " + quoted(low_text) + " is not an amount in whole units");
  const auto high = whole_amount(high_text);
  if (!high) return invalid("amount_high " + quoted(high_text) + " is not an amount in whole units");
  if (*low > *high)
    return invalid("amount_low " + quoted(low_text) + " is more than amount_high " + quoted(high_text));
  std::string currency = record.currency;
  for (char& letter : currency)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  const bool three =
      currency.size() == 3 && currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  if (!three)
    return invalid("an amount needs a currency of three letters (ISO 4217, such as USD), not " +
                   quoted(record.currency));
  claim.amount = Value(MoneyRange{*low, *high, currency});
  return {};
}

Result<void> read_place(const ClaimRecord& record, Claim& claim) {
  claim.place.clear();
  if (record.place.empty()) return {};
  const Country* country = find_country(record.place);
  if (country == nullptr)
    return invalid("place " + quoted(record.place) +
                   " is no country of the table; write an ISO 3166 code or a country's name");
  claim.place = country->alpha2;
  return {};
}

Result<void> read_recorded(std::string_view text, Claim& claim) {
  claim.recorded = kAlways;
  if (text.empty()) return {};
  const auto instant = parse_instant(text);
  if (!instant.ok()) return invalid("recorded " + quoted(text) + ": " + instant.error().message);
  claim.recorded = *instant;
  return {};
}

void reset(Draft& draft) {
  draft.claim.number = 0;
  draft.claim.subject = draft.claim.object = draft.claim.source = 0;
  draft.claim.relation = 0;
  draft.claim.stance = Stance::asserts;
  draft.claim.status = Status::none;
  draft.claim.credibility = 0;
  draft.claim.confidence = -1.0F;
  draft.claim.start = draft.claim.end = Date::unknown_date();
  draft.claim.id.clear();
  draft.claim.edge_id.clear();
  draft.claim.target.clear();
  draft.claim.role.clear();
  draft.claim.place.clear();
  draft.claim.locator.clear();
  draft.claim.note.clear();
  draft.claim.amount = Value();
  draft.claim.properties.clear();
  draft.object = Reference{};
  draft.source = Reference{};
  draft.describes = draft.describes_source = false;
}

List text_list(const std::vector<std::string>& texts) { return List(texts.begin(), texts.end()); }

Result<void> read(const EntityRecord& record, const Vocabulary& vocabulary, Draft& draft) {
  TALENTFLOW_TRY(check_reference("id", record.entity));
  if (record.entity.empty()) return invalid("an entity needs an id or a name");
  reset(draft);
  draft.describes = true;
  draft.relation = Vocabulary::kDescribed;
  draft.subject = record.entity;
  if (draft.subject.kind.empty()) draft.subject.kind = record.kind;
  draft.source = record.source;
  Properties& properties = draft.claim.properties;
  if (!record.kind.empty()) properties.emplace_back("kind", vocabulary.canonical_kind(record.kind));
  if (!record.labels.empty()) properties.emplace_back("labels", text_list(record.labels));
  const std::string& name = record.name.empty() ? record.entity.name : record.name;
  if (!name.empty()) properties.emplace_back("name", name);
  if (!record.aliases.empty()) properties.emplace_back("aliases", text_list(record.aliases));
  properties.insert(properties.end(), record.properties.begin(), record.properties.end());
  return read_recorded(record.recorded, draft.claim);
}

Result<void> read(const SourceRecord& record, const Vocabulary&, Draft& draft) {
  if (record.id.empty()) return invalid("a source needs an id");
  TALENTFLOW_TRY(check_text("id", record.id));
  reset(draft);
  draft.describes = draft.describes_source = true;
  draft.relation = Vocabulary::kDescribed;
  draft.subject = Reference::to_id(record.id);
  draft.claim.properties.emplace_back("kind", "Source");
  for (const auto& [key, value] : record.properties) {
    if (key == "published" && value.get_if<std::string>() != nullptr &&
        !value.get_if<std::string>()->empty()) {
      Date published;
      TALENTFLOW_TRY(read_date("published", *value.get_if<std::string>(), published));
    }
    if (key == "reliability" && value.get_if<std::string>() != nullptr) {
      const std::string& grade = *value.get_if<std::string>();
      if (!grade.empty() &&
          (grade.size() != 1 || std::string_view("ABCDEFabcdef").find(grade[0]) == std::string_view::npos))
        return invalid("reliability " + quoted(grade) + " is not a grade; write A to F, or leave it empty");
    }
    draft.claim.properties.emplace_back(key, value);
  }
  return read_recorded(record.recorded, draft.claim);
}

Result<void> read(const ClaimRecord& record, const Vocabulary& vocabulary, Draft& draft) {
  reset(draft);
  Claim& claim = draft.claim;
  TALENTFLOW_TRY(check_text("id", record.id));
  TALENTFLOW_TRY(check_text("target", record.target));
  TALENTFLOW_TRY(check_reference("subject", record.subject));
  TALENTFLOW_TRY(check_reference("object", record.object));
  TALENTFLOW_TRY(check_reference("source", record.source));
  TALENTFLOW_TRY(read_stance(record, claim));
  const bool withdraws = claim.stance == Stance::withdraws;
  if (record.subject.empty() && !withdraws)
    return invalid("subject is missing; name the entity that the claim is about");
  if (record.relation.empty() && !withdraws)
    return invalid("relation is missing; write what is claimed, such as works_at");
  TALENTFLOW_TRY(read_interval(record, claim));
  TALENTFLOW_TRY(read_grades(record, claim));
  TALENTFLOW_TRY(read_amount(record, claim));
  TALENTFLOW_TRY(read_place(record, claim));
  TALENTFLOW_TRY(read_recorded(record.recorded, claim));
  if (record.relation != draft.relation_written) {
    draft.relation_written = record.relation;
    draft.relation_canonical =
        record.relation.empty() ? std::string() : vocabulary.canonical_relation(record.relation);
  }
  draft.relation = draft.relation_canonical;
  if (draft.relation == Vocabulary::kDescribed)
    return invalid("relation DESCRIBED is the store's own; describe entities with entity rows");
  draft.subject = record.subject;
  draft.object = record.object;
  draft.source = record.source;
  claim.id = record.id;
  claim.edge_id = record.edge_id;
  claim.target = record.target;
  claim.role = record.role;
  claim.locator = record.locator;
  claim.note = record.note;
  claim.properties = record.properties;
  return {};
}

}  // namespace

Result<void> read_draft(const Record& record, const Vocabulary& vocabulary, Draft& draft) {
  draft.raw.clear();
  auto done =
      std::visit([&](const auto& content) { return read(content, vocabulary, draft); }, record.content);
  if (!done.ok()) return done;
  draft.claim.line = record.line;
  draft.key = claim_key(draft);
  return {};
}

}  // namespace talentflow::graph
