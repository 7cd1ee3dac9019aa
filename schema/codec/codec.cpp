#include "schema/codec/codec.hpp"

#include <array>
#include <cstring>
#include <functional>

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include "schema/records.capnp.h"

namespace talentflow::codec {
namespace {

/// Scratch for building and reading one message: nearly all records fit, so no heap allocation a record.
constexpr std::size_t kScratchWords = 512;
constexpr std::uint64_t kMaxWords = 32ULL << 20;  // 256 MiB
constexpr int kMaxNesting = 512;  // adapters refuse values nested deeper than 100 lists or maps
constexpr std::size_t kMaxText = (1U << 29) - 2;  // a Cap'n Proto blob's limit

capnp::Text::Reader text_of(const std::string& text) {
  return {text.c_str(), std::min(text.size(), kMaxText)};
}
std::string_view view_of(capnp::Text::Reader text) { return {text.begin(), text.size()}; }
void assign(std::string& out, capnp::Text::Reader text) { out.assign(text.begin(), text.size()); }

void write_date(records::Date::Builder out, const Date& date) {
  out.setKind(static_cast<std::uint8_t>(date.kind));
  out.setPrecision(static_cast<std::uint8_t>(date.precision));
  out.setQualifier(static_cast<std::uint8_t>(date.qualifier));
  if (!date.known()) return;
  out.setLow(date.range.low);
  out.setHigh(date.range.high);
}

Date read_date(records::Date::Reader in) {
  if (in.getKind() == static_cast<std::uint8_t>(DateKind::unknown)) return {};
  if (in.getKind() == static_cast<std::uint8_t>(DateKind::open)) return Date::open_date();
  return {DateKind::known,
          static_cast<DatePrecision>(in.getPrecision()),
          static_cast<char>(in.getQualifier()),
          {in.getLow(), in.getHigh()}};
}

void write_value(records::Value::Builder out, const Value& value);

void write_properties(capnp::List<records::Property>::Builder out, const Map& properties) {
  unsigned i = 0;
  for (const auto& [key, value] : properties) {
    out[i].setKey(text_of(key));
    write_value(out[i].initValue(), value);
    ++i;
  }
}

struct ValueWriter {
  records::Value::Builder out;
  void operator()(std::monostate) { out.setNull(); }
  void operator()(bool value) { out.setBoolean(value); }
  void operator()(std::int64_t value) { out.setInteger(value); }
  void operator()(double value) { out.setFloat(value); }
  void operator()(const std::string& value) { out.setString(text_of(value)); }
  void operator()(const List& value) {
    auto list = out.initList(static_cast<unsigned>(value.size()));
    for (unsigned i = 0; i < list.size(); ++i) write_value(list[i], value[i]);
  }
  void operator()(const Map& value) {
    write_properties(out.initMap(static_cast<unsigned>(value.size())), value);
  }
  void operator()(const Date& value) { write_date(out.initDate(), value); }
  void operator()(const MoneyRange& value) {
    auto money = out.initMoney();
    money.setLow(value.low);
    money.setHigh(value.high);
    money.setCurrency(text_of(value.currency));
  }
};

void write_value(records::Value::Builder out, const Value& value) {
  std::visit(ValueWriter{out}, value.data());
}

Map read_properties(capnp::List<records::Property>::Reader in);

Value read_value(records::Value::Reader in) {
  switch (in.which()) {
    case records::Value::NULL_:
      return {};
    case records::Value::BOOLEAN:
      return in.getBoolean();
    case records::Value::INTEGER:
      return in.getInteger();
    case records::Value::FLOAT:
      return in.getFloat();
    case records::Value::STRING:
      return std::string(view_of(in.getString()));
    case records::Value::LIST: {
      List list;
      for (auto item : in.getList()) list.push_back(read_value(item));
      return list;
    }
    case records::Value::MAP:
      return read_properties(in.getMap());
    case records::Value::DATE:
      return read_date(in.getDate());
    case records::Value::MONEY: {
      const auto money = in.getMoney();
      return MoneyRange{money.getLow(), money.getHigh(), std::string(view_of(money.getCurrency()))};
    }
  }
  return {};
}

Map read_properties(capnp::List<records::Property>::Reader in) {
  Map properties;
  properties.reserve(in.size());
  for (auto property : in)
    properties.emplace_back(std::string(view_of(property.getKey())), read_value(property.getValue()));
  return properties;
}

void write(records::Claim::Builder out, const Claim& claim) {
  out.setSubject(claim.subject);
  out.setRelation(claim.relation);
  out.setObject(claim.object);
  out.setSource(claim.source);
  out.setStance(static_cast<std::uint8_t>(claim.stance));
  out.setStatus(static_cast<std::uint8_t>(claim.status));
  out.setCredibility(claim.credibility);
  out.setConfidence(claim.confidence);
  if (claim.start.kind != DateKind::unknown) write_date(out.initStart(), claim.start);
  if (claim.end.kind != DateKind::unknown) write_date(out.initEnd(), claim.end);
  out.setRecorded(claim.recorded);
  out.setLoad(claim.load);
  out.setLine(claim.line);
  const auto text = [](const std::string& value, auto set) {
    if (!value.empty()) set(text_of(value));
  };
  text(claim.id, [&](auto v) { out.setId(v); });
  text(claim.edge_id, [&](auto v) { out.setEdgeId(v); });
  text(claim.target, [&](auto v) { out.setTarget(v); });
  text(claim.role, [&](auto v) { out.setRole(v); });
  text(claim.place, [&](auto v) { out.setPlace(v); });
  text(claim.locator, [&](auto v) { out.setLocator(v); });
  text(claim.note, [&](auto v) { out.setNote(v); });
  if (!claim.amount.is_null()) write_value(out.initAmount(), claim.amount);
  if (!claim.properties.empty())
    write_properties(out.initProperties(static_cast<unsigned>(claim.properties.size())), claim.properties);
}

void read(records::Claim::Reader in, Claim& out) {
  out.subject = in.getSubject();
  out.relation = in.getRelation();
  out.object = in.getObject();
  out.source = in.getSource();
  out.stance = static_cast<Stance>(in.getStance());
  out.status = static_cast<Status>(in.getStatus());
  out.credibility = in.getCredibility();
  out.confidence = in.getConfidence();
  out.start = in.hasStart() ? read_date(in.getStart()) : Date{};
  out.end = in.hasEnd() ? read_date(in.getEnd()) : Date{};
  out.recorded = in.getRecorded();
  out.load = in.getLoad();
  out.line = in.getLine();
  assign(out.id, in.getId());
  assign(out.edge_id, in.getEdgeId());
  assign(out.target, in.getTarget());
  assign(out.role, in.getRole());
  assign(out.place, in.getPlace());
  assign(out.locator, in.getLocator());
  assign(out.note, in.getNote());
  out.amount = in.hasAmount() ? read_value(in.getAmount()) : Value{};
  out.properties = read_properties(in.getProperties());
}

void write(records::Entity::Builder out, const EntityRow& row) {
  out.setId(text_of(row.id));
  out.setDeclared(row.declared);
  out.setFirstLoad(row.first_load);
}

void read(records::Entity::Reader in, EntityRow& out) {
  assign(out.id, in.getId());
  out.declared = in.getDeclared();
  out.first_load = in.getFirstLoad();
}

void write(records::Load::Builder out, const LoadRow& row) {
  out.setStarted(row.started);
  out.setFinished(row.finished);
  out.setInput(text_of(row.input));
  out.setAdapter(text_of(row.adapter));
  out.setAdapterVersion(row.adapter_version);
  out.setFirstClaim(row.first_claim);
  out.setClaims(row.claims);
  out.setKnown(row.known);
  out.setRejected(row.rejected);
  out.setWithdrawn(row.withdrawn);
  out.setWithdrawnAt(row.withdrawn_at);
}

void read(records::Load::Reader in, LoadRow& out) {
  out.started = in.getStarted();
  out.finished = in.getFinished();
  assign(out.input, in.getInput());
  assign(out.adapter, in.getAdapter());
  out.adapter_version = in.getAdapterVersion();
  out.first_claim = in.getFirstClaim();
  out.claims = in.getClaims();
  out.known = in.getKnown();
  out.rejected = in.getRejected();
  out.withdrawn = in.getWithdrawn();
  out.withdrawn_at = in.getWithdrawnAt();
}

template <class T, class Builder>
void write_list(Builder out, const std::vector<T>& values) {
  for (unsigned i = 0; i < out.size(); ++i) out.set(i, values[i]);
}

template <class T, class Reader>
void read_list(Reader in, std::vector<T>& out) {
  out.clear();
  out.reserve(in.size());
  for (auto value : in) out.push_back(value);
}

void write(records::Postings::Builder out, const PostingsRow& row) {
  write_list(out.initClaims(static_cast<unsigned>(row.claims.size())), row.claims);
  write_list(out.initRelations(static_cast<unsigned>(row.relations.size())), row.relations);
  write_list(out.initOthers(static_cast<unsigned>(row.others.size())), row.others);
}

void read(records::Postings::Reader in, PostingsRow& out) {
  read_list(in.getClaims(), out.claims);
  read_list(in.getRelations(), out.relations);
  read_list(in.getOthers(), out.others);
}

void write(records::Review::Builder out, const ReviewRow& row) {
  out.setMention(text_of(row.mention));
  out.setKind(text_of(row.kind));
  out.setReason(text_of(row.reason));
  out.setAssigned(row.assigned);
  write_list(out.initCandidates(static_cast<unsigned>(row.candidates.size())), row.candidates);
  out.setLoad(row.load);
  out.setLine(row.line);
}

void read(records::Review::Reader in, ReviewRow& out) {
  assign(out.mention, in.getMention());
  assign(out.kind, in.getKind());
  assign(out.reason, in.getReason());
  out.assigned = in.getAssigned();
  read_list(in.getCandidates(), out.candidates);
  out.load = in.getLoad();
  out.line = in.getLine();
}

void write(records::Forgotten::Builder out, const ForgottenRow& row) {
  out.setAt(row.at);
  out.setClaims(row.claims);
}

void read(records::Forgotten::Reader in, ForgottenRow& out) {
  out.at = in.getAt();
  out.claims = in.getClaims();
}

void write(records::Meta::Builder out, const MetaRow& row) {
  out.setFormatVersion(row.format_version);
  out.setCreated(row.created);
  out.setEntities(row.entities);
  out.setClaims(row.claims);
  out.setTerms(row.terms);
  out.setLoads(row.loads);
  out.setSequence(row.sequence);
}

void read(records::Meta::Reader in, MetaRow& out) {
  out.format_version = in.getFormatVersion();
  out.created = in.getCreated();
  out.entities = in.getEntities();
  out.claims = in.getClaims();
  out.terms = in.getTerms();
  out.loads = in.getLoads();
  out.sequence = in.getSequence();
}

template <class Message, class Row>
std::string encode_as(const Row& row) {
  std::array<capnp::word, kScratchWords> scratch;
  std::memset(scratch.data(), 0, sizeof scratch);  // MallocMessageBuilder requires zeroed scratch
  capnp::MallocMessageBuilder message(kj::ArrayPtr<capnp::word>(scratch.data(), scratch.size()));
  write(message.initRoot<Message>(), row);
  const auto segments = message.getSegmentsForOutput();
  if (segments.size() == 1) {
    // The root segment alone: every stored record is one segment, so no segment table is kept.
    const auto bytes = segments[0].asBytes();
    return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};
  }
  // Larger than the scratch: lay it out again in one segment of the right size.
  std::size_t words = 0;
  for (const auto& segment : segments) words += segment.size();
  capnp::MallocMessageBuilder single(static_cast<unsigned>(words + 1), capnp::AllocationStrategy::FIXED_SIZE);
  single.setRoot(message.getRoot<Message>().asReader());
  const auto bytes = single.getSegmentsForOutput()[0].asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};
}

template <class Message, class Row>
Result<void> decode_as(std::string_view bytes, Row& out) {
  if (bytes.size() % sizeof(capnp::word) != 0 || bytes.empty())
    return make_error(ErrorCode::damaged, "", "a stored record has a length that no record has");
  std::array<capnp::word, kScratchWords> scratch;
  std::vector<capnp::word> heap;
  capnp::word* words = scratch.data();
  const std::size_t count = bytes.size() / sizeof(capnp::word);
  if (count > scratch.size()) {
    heap.resize(count);
    words = heap.data();
  }
  std::memcpy(words, bytes.data(), bytes.size());
  try {
    const kj::ArrayPtr<const capnp::word> segment(words, count);
    capnp::ReaderOptions options;
    options.traversalLimitInWords = std::min<std::uint64_t>(kMaxWords, count * 4 + 1024);
    options.nestingLimit = kMaxNesting;
    const kj::ArrayPtr<const capnp::word> segments[] = {segment};
    capnp::SegmentArrayMessageReader message(segments, options);
    read(message.getRoot<Message>(), out);
  } catch (const kj::Exception& exception) {
    return make_error(ErrorCode::damaged, "",
                      std::string("a stored record cannot be read: ") + exception.getDescription().cStr());
  }
  return {};
}

}  // namespace

std::string encode(const Claim& claim) { return encode_as<records::Claim>(claim); }
std::string encode(const EntityRow& row) { return encode_as<records::Entity>(row); }
std::string encode(const LoadRow& row) { return encode_as<records::Load>(row); }
std::string encode(const PostingsRow& row) { return encode_as<records::Postings>(row); }
std::string encode(const ReviewRow& row) { return encode_as<records::Review>(row); }
std::string encode(const ForgottenRow& row) { return encode_as<records::Forgotten>(row); }
std::string encode(const MetaRow& row) { return encode_as<records::Meta>(row); }

Result<void> decode(std::string_view bytes, Claim& out) { return decode_as<records::Claim>(bytes, out); }
Result<void> decode(std::string_view bytes, EntityRow& out) { return decode_as<records::Entity>(bytes, out); }
Result<void> decode(std::string_view bytes, LoadRow& out) { return decode_as<records::Load>(bytes, out); }
Result<void> decode(std::string_view bytes, PostingsRow& out) {
  return decode_as<records::Postings>(bytes, out);
}
Result<void> decode(std::string_view bytes, ReviewRow& out) { return decode_as<records::Review>(bytes, out); }
Result<void> decode(std::string_view bytes, ForgottenRow& out) {
  return decode_as<records::Forgotten>(bytes, out);
}
Result<void> decode(std::string_view bytes, MetaRow& out) { return decode_as<records::Meta>(bytes, out); }

}  // namespace talentflow::codec
