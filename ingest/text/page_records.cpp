#include "ingest/text/page_records.hpp"

#include <algorithm>

namespace talentflow::ingest::text {
namespace {

void set_property(Properties& properties, std::string_view key, Value value) {
  for (auto& [name, old] : properties)
    if (name == key) {
      old = std::move(value);
      return;
    }
  properties.emplace_back(std::string(key), std::move(value));
}

Record to_record(RecordContent content, std::size_t line) {
  Record record;
  record.content = std::move(content);
  record.line = line;
  return record;
}

}  // namespace

std::string date_text(const Date& date) { return date.kind == DateKind::unknown ? "" : to_string(date); }

std::string page_id(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "page/";
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[(hash >> shift) & 15U];
  return out;
}

PageRecords::PageRecords(const Document& document, Page page) : document_(document), page_(std::move(page)) {
  page_sources_[page_.id] = {page_.id, page_.properties, {}};
}

void PageRecords::set_cited_address(const std::string& publisher, const std::string& url) {
  addresses_[publisher] = url;
}

void PageRecords::add_source(SourceRecord source, std::size_t line) {
  sources_.push_back(to_record(std::move(source), line));
}

void PageRecords::add_entity(EntityRecord entity) {
  const std::string key = entity.entity.id.empty() ? entity.entity.name : entity.entity.id;
  if (entity.source.empty()) entity.source = Reference::to_id(page_.id);
  entities_.try_emplace(key, std::move(entity));
}

void PageRecords::add_record(ClaimRecord claim, std::size_t line) {
  if (claim.source.empty()) claim.source = Reference::to_id(page_.id);
  claims_.push_back(to_record(std::move(claim), line));
}

std::string PageRecords::bloc_source(const std::string& bloc) {
  SourceRecord source{page_.id + "#bloc-" + slug(bloc), page_.properties, {}};
  set_property(source.properties, "bloc", Value(bloc));
  set_property(source.properties, "source_class", Value("aggregator"));
  page_sources_.try_emplace(source.id, source);
  return source.id;
}

std::string PageRecords::citing_source(const TextClaim& claim) {
  if (claim.cited.empty()) return page_.id;
  const std::string name = slug(claim.cited);
  SourceRecord root{"s/" + name, {{"publisher", Value(claim.cited)}, {"source_class", Value("outlet")}}, {}};
  if (const std::string published = date_text(claim.cited_date); !published.empty()) {
    root.id += "/" + published;
    root.properties.emplace_back("published", Value(published));
  }
  if (const auto address = addresses_.find(claim.cited); address != addresses_.end())
    root.properties.emplace_back("url", Value(address->second));
  cited_.try_emplace(root.id, root);

  SourceRecord copy{page_.id + "#citing-" + name, page_.properties, {}};
  set_property(copy.properties, "source_class", Value("aggregator"));
  set_property(copy.properties, "origin", Value(root.id));
  page_sources_.try_emplace(copy.id, copy);
  return copy.id;
}

Reference PageRecords::reference(const Actor& actor) const {
  // By name even where the lexicon knows the entity: the store finds it by the same name, and the claim stays
  // the same claim when the page is read again after its names became known.
  if (!actor.name.empty() && !actor.described) return Reference::to_name(actor.name, actor.kind);
  return Reference::to_id(actor.id);
}

/// Says of what kind an actor is, and by which other names the page calls it.
void PageRecords::describe(const Actor& actor) {
  EntityRecord entity;
  if (actor.described) {
    entity.entity = Reference::to_id(actor.id);
    entity.kind = actor.kind;
    entity.labels = {actor.kind};
    entity.name = actor.name;
    entity.properties.emplace_back("unnamed", Value(true));
    add_entity(std::move(entity));
    return;
  }
  if (actor.name.empty()) return;
  for (const auto& [form, used] : document_.short_forms())
    if (used == actor.name) entity.aliases.push_back(form);
  entity.aliases.insert(entity.aliases.end(), actor.aliases.begin(), actor.aliases.end());
  if (entity.aliases.empty()) return;
  entity.entity = Reference::to_name(actor.name, actor.kind);
  entity.kind = actor.kind;
  entity.name = actor.name;
  add_entity(std::move(entity));
}

void PageRecords::add_claim(const TextClaim& claim) {
  describe(claim.subject);
  if (claim.object) describe(*claim.object);
  const ParsedSentence& sentence = document_.sentences()[claim.sentence];
  ClaimRecord out;
  out.subject = reference(claim.subject);
  out.relation = claim.relation;
  if (claim.object) out.object = reference(*claim.object);
  out.role = claim.role;
  out.start = date_text(claim.start);
  out.end = date_text(claim.end);
  out.place = claim.place;
  out.stance = claim.denied ? "denies" : "asserts";
  out.status = claim.status;
  out.source = Reference::to_id(citing_source(claim));
  out.locator = std::string(sentence.sentence.text);
  if (claim.amount) {
    out.amount_low = std::to_string(claim.amount->money.low);
    out.amount_high = std::to_string(claim.amount->money.high);
    out.currency = claim.amount->money.currency;
    if (claim.amount->approximate) out.properties.emplace_back("amount_approximate", Value(true));
  }
  out.properties.insert(out.properties.end(), claim.properties.begin(), claim.properties.end());
  out.properties.emplace_back("rule", Value(std::string(claim.rule)));
  out.properties.emplace_back("offset_begin", Value(static_cast<std::int64_t>(claim.begin)));
  out.properties.emplace_back("offset_end", Value(static_cast<std::int64_t>(claim.end_offset)));
  add_record(std::move(out), sentence.sentence.line);
}

std::vector<Record> PageRecords::take() {
  std::vector<Record> out;
  for (auto& [id, source] : cited_) out.push_back(to_record(std::move(source), 1));
  for (auto& [id, source] : page_sources_) out.push_back(to_record(std::move(source), 1));
  for (auto& record : sources_) out.push_back(std::move(record));
  for (auto& [key, entity] : entities_) out.push_back(to_record(std::move(entity), 1));
  for (auto& record : claims_) out.push_back(std::move(record));
  return out;
}

}  // namespace talentflow::ingest::text
