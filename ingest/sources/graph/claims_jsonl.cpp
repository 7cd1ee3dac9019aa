// One object a line. "record" says which of the three it is: "claim" (the default), "entity" or "source";
// fields are those of the claim tables. A text as subject or object is a name; {"id","name","kind"} is
// explicit, and declares it. "source" may be an id, or an object with the source's own fields, which then
// needs no line of its own.
#include "ingest/sources/graph/claims_jsonl.hpp"

#include <algorithm>
#include <array>

#include "ingest/claim_fields.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"

namespace talentflow::ingest {
namespace {

Value value_of(const JsonView& from, int depth) {
  if (from.is_null() || depth > 16) return {};
  if (from.is_string()) return Value(std::string(from.text()));
  if (from.is_array()) {
    List out;
    for (const auto& each : from.items()) out.push_back(value_of(each, depth + 1));
    return Value(std::move(out));
  }
  if (from.is_object()) {
    Map out;
    for (const auto& [key, each] : from.fields())
      out.emplace_back(std::string(key), value_of(each, depth + 1));
    return Value(std::move(out));
  }
  if (const auto flag = from.boolean()) return Value(*flag);
  const std::string digits = from.scalar();
  const bool whole = digits.find_first_of(".eE") == std::string::npos;
  if (const auto integer = from.integer(); integer && whole) return Value(*integer);
  return Value(from.number().value_or(0));
}

void add_value(Properties& properties, std::string_view key, const JsonView& from) {
  if (from.is_null() || find_property(properties, key) != nullptr) return;
  const Value value = value_of(from, 0);
  properties.emplace_back(std::string(key), value);
}

Reference reference(const JsonView& from, std::string_view kind) {
  if (!from.is_object()) return Reference::to_name(std::string(trimmed(from.text())), std::string(kind));
  Reference out{from["id"].scalar(), std::string(trimmed(from["name"].text())),
                std::string(from["kind"].text())};
  if (out.kind.empty()) out.kind = kind;
  return out;
}

class Lines {
 public:
  void read(const JsonView& line, Sink& sink) {
    const auto record = line["record"].text();
    if (record == "entity") return add_entity(line, sink);
    if (record == "source") return add_source(line, sink);
    if (!record.empty() && record != "claim")
      return sink.reject("\"record\" is \"" + std::string(record) + "\"; write claim, entity or source");
    add_claim(line, sink);
  }

 private:
  void add_entity(const JsonView& line, Sink& sink) {
    EntityRecord out;
    out.entity = Reference{line["id"].scalar(), std::string(line["name"].text()), {}};
    if (out.entity.empty()) return sink.reject("an entity needs \"id\" or \"name\"");
    entities_.first(out.entity.id);
    out.kind = line["kind"].text();
    out.name = line["name"].text();
    for (const auto& label : line["labels"].items()) out.labels.emplace_back(label.text());
    for (const auto& alias : line["aliases"].items()) out.aliases.emplace_back(alias.text());
    out.recorded = line["recorded"].text();
    if (!line["source"].is_null()) out.source = Reference::to_id(line["source"].scalar());
    for (const auto& [key, value] : line.fields()) {
      static constexpr std::array<std::string_view, 9> kOwn = {
          "record", "id", "name", "kind", "labels", "aliases", "recorded", "source", "properties"};
      if (std::find(kOwn.begin(), kOwn.end(), key) == kOwn.end()) add_value(out.properties, key, value);
    }
    for (const auto& [key, value] : line["properties"].fields()) add_value(out.properties, key, value);
    sink.add(std::move(out));
  }

  static void add_source(const JsonView& line, Sink& sink) {
    SourceRecord out;
    out.id = line["id"].scalar();
    if (out.id.empty()) out.id = line["url"].text();
    if (out.id.empty()) return sink.reject("a source needs \"id\" or \"url\"");
    for (const auto& [key, value] : line.fields())
      if (key != "record" && key != "id" && key != "recorded") add_value(out.properties, key, value);
    out.recorded = line["recorded"].text();
    sink.add(std::move(out));
  }

  void add_claim(const JsonView& line, Sink& sink) {
    ClaimRecord out;
    for (const auto& [name, field] : kClaimFields) out.*field = line[name].scalar();
    out.edge_id = line["edge_id"].scalar();
    out.subject = reference(line["subject"], line["subject_kind"].text());
    out.object = reference(line["object"], line["object_kind"].text());
    const bool withdraws = lower(out.stance) == "withdraws";
    if (out.subject.empty() && !withdraws)
      return sink.reject("a claim needs \"subject\", a name or {\"id\": ..}");
    if (out.relation.empty() && !withdraws) return sink.reject("a claim needs \"relation\", such as JOINED");
    if (out.locator.empty()) out.locator = line["sentence"].text();
    add_inline_source(line["source"], out, sink);
    for (const Reference* end : {&out.subject, &out.object})
      if (!end->name.empty() && !end->kind.empty()) mention(*end, out.source.id, entities_, sink);
    for (const auto& [key, value] : line.fields())
      if (!is_own(key)) add_value(out.properties, key, value);
    for (const auto& [key, value] : line["properties"].fields()) add_value(out.properties, key, value);
    sink.add(std::move(out));
  }

  static bool is_own(std::string_view key) {
    static constexpr std::array<std::string_view, 8> kOthers = {
        "record", "subject", "object", "subject_kind", "object_kind", "source", "properties", "edge_id"};
    return std::find(kOthers.begin(), kOthers.end(), key) != kOthers.end() ||
           std::any_of(kClaimFields.begin(), kClaimFields.end(),
                       [&](const ClaimField& each) { return each.name == key; });
  }

  void add_inline_source(const JsonView& source, ClaimRecord& claim, Sink& sink) {
    if (source.is_null()) return;
    if (!source.is_object()) {
      claim.source = Reference::to_id(source.scalar());
      return;
    }
    std::string id = source["id"].scalar();
    if (id.empty()) id = source["url"].text();
    claim.source = Reference::to_id(id);
    if (id.empty() || sources_.first(id)) add_source(source, sink);
  }

  Seen sources_;
  Seen entities_;  ///< that claims describe: {"id","name","kind"}
};

}  // namespace

int sniff_claims_jsonl(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  const auto line = text.substr(0, text.find('\n'));
  const bool claim = has_key(line, "subject") && has_key(line, "relation");
  const bool declared = has_key(line, "record") && (has_key(line, "id") || has_key(line, "url"));
  return line.starts_with('{') && (claim || declared) ? 88 : 0;
}

int order_claims_jsonl(std::string_view, std::string_view) { return 2; }

Result<std::unique_ptr<Adapter>> open_claims_jsonl(AdapterInput input) {
  return json_adapter(std::move(input), "", [lines = Lines()](const JsonView& line, Sink& sink) mutable {
    lines.read(line, sink);
  });
}

}  // namespace talentflow::ingest
