#include "ingest/pipeline/print_record.hpp"

#include <charconv>
#include <cmath>
#include <filesystem>

namespace talentflow::ingest {
namespace {

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15U];
    } else
      out += c;
  }
  return out + "\"";
}

std::string print_double(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  std::string out(text, end);
  if (out.find_first_of(".e") == std::string::npos) out += ".0";
  return out;
}

std::string print_map(const Map& map) {
  std::string out = "{";
  for (const auto& [key, value] : map) {
    if (out.size() > 1) out += ", ";
    out += key + ": " + print_value(value);
  }
  return out + "}";
}

struct ValuePrinter {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return print_double(value); }
  std::string operator()(const std::string& value) const { return escaped(value); }
  std::string operator()(const List& list) const {
    std::string out = "[";
    for (const auto& item : list) out += (out.size() > 1 ? ", " : "") + print_value(item);
    return out + "]";
  }
  std::string operator()(const Map& map) const { return print_map(map); }
  std::string operator()(const Date& date) const { return to_string(date); }
  std::string operator()(const MoneyRange& money) const {
    const std::string low = std::to_string(money.low);
    return (money.low == money.high ? low : low + ".." + std::to_string(money.high)) + " " + money.currency;
  }
};

std::string print_reference(const Reference& reference) {
  if (!reference.id.empty()) return reference.id;
  if (reference.empty()) return "-";
  return (reference.kind.empty() ? "" : reference.kind + " ") + escaped(reference.name);
}

/// "  name value", where there is a value.
void field(std::string& out, std::string_view name, const std::string& value, bool quote = false) {
  if (value.empty()) return;
  out += "  " + std::string(name) + " " + (quote ? escaped(value) : value);
}

void print(std::string& out, const EntityRecord& entity) {
  out += "entity  " + print_reference(entity.entity);
  field(out, "kind", entity.kind);
  for (const auto& label : entity.labels)
    if (label != entity.kind) field(out, "label", label);
  field(out, "name", entity.name, true);
  for (const auto& alias : entity.aliases) field(out, "alias", alias, true);
}

void print(std::string& out, const SourceRecord& source) { out += "source  " + source.id; }

void print(std::string& out, const ClaimRecord& claim) {
  out += "claim  " + (claim.id.empty() ? "" : claim.id + "  ");
  if (!claim.edge_id.empty()) out += "edge " + claim.edge_id + "  ";
  if (!claim.target.empty())
    out += "withdraws " + claim.target;
  else {
    out += print_reference(claim.subject) + " -" + claim.relation + "-> " + print_reference(claim.object);
    if (!claim.stance.empty() && claim.stance != "asserts") field(out, "stance", claim.stance);
  }
  field(out, "role", claim.role, true);
  field(out, "start", claim.start);
  field(out, "end", claim.end);
  field(out, "place", claim.place);
  if (!claim.amount_low.empty() || !claim.amount_high.empty())
    field(out, "amount",
          (claim.amount_low == claim.amount_high ? claim.amount_low
                                                 : claim.amount_low + ".." + claim.amount_high) +
              " " + claim.currency);
  field(out, "status", claim.status);
  field(out, "credibility", claim.credibility);
  field(out, "confidence", claim.confidence);
}

struct Details {
  std::string source, locator, note, recorded;
  const Properties* properties = nullptr;
};

Details details_of(const Record& record) {
  if (const auto* entity = std::get_if<EntityRecord>(&record.content))
    return {entity->source.id, "", "", entity->recorded, &entity->properties};
  if (const auto* source = std::get_if<SourceRecord>(&record.content))
    return {"", "", "", source->recorded, &source->properties};
  const auto& claim = std::get<ClaimRecord>(record.content);
  return {claim.source.id, claim.locator, claim.note, claim.recorded, &claim.properties};
}

}  // namespace

std::string print_value(const Value& value) { return std::visit(ValuePrinter{}, value.data()); }

std::string print_record(const Record& record, std::string_view input) {
  std::string out;
  std::visit([&out](const auto& content) { print(out, content); }, record.content);
  out += '\n';
  const Details details = details_of(record);
  if (!details.properties->empty()) out += "    " + print_map(*details.properties) + "\n";
  if (!details.locator.empty()) out += "    says: " + escaped(details.locator) + "\n";
  if (!details.note.empty()) out += "    note: " + escaped(details.note) + "\n";
  out += "    at " + std::filesystem::path(input).filename().string() + ":" + std::to_string(record.line);
  field(out, "source", details.source);
  field(out, "recorded", details.recorded);
  return out + "\n";
}

}  // namespace talentflow::ingest
