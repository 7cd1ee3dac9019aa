#include "schema/codec/exported_claim.hpp"

#include <capnp/message.h>
#include <capnp/serialize-packed.h>
#include <kj/io.h>

#include "schema/records.capnp.h"

namespace talentflow::codec {
namespace {

std::string text_of(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

void fill(records::ExportedClaim::Builder out, const ExportedClaimRow& row) {
  out.setId(row.id);
  out.setSubject(row.subject);
  out.setRelation(row.relation);
  out.setObject(row.object);
  out.setRole(row.role);
  out.setStart(row.start);
  out.setEnd(row.end);
  out.setPlace(row.place);
  out.setStance(row.stance);
  out.setStatus(row.status);
  out.setCredibility(row.credibility);
  out.setConfidence(row.confidence);
  out.setSource(row.source);
  out.setPublisher(row.publisher);
  out.setUrl(row.url);
  out.setLocator(row.locator);
  out.setNote(row.note);
  out.setAmountLow(row.amount_low);
  out.setAmountHigh(row.amount_high);
  out.setCurrency(row.currency);
  out.setRecorded(row.recorded);
  out.setProperties(row.properties);
}

ExportedClaimRow row_of(records::ExportedClaim::Reader in) {
  ExportedClaimRow row;
  row.id = text_of(in.getId());
  row.subject = text_of(in.getSubject());
  row.relation = text_of(in.getRelation());
  row.object = text_of(in.getObject());
  row.role = text_of(in.getRole());
  row.start = text_of(in.getStart());
  row.end = text_of(in.getEnd());
  row.place = text_of(in.getPlace());
  row.stance = text_of(in.getStance());
  row.status = text_of(in.getStatus());
  row.credibility = in.getCredibility();
  row.confidence = in.getConfidence();
  row.source = text_of(in.getSource());
  row.publisher = text_of(in.getPublisher());
  row.url = text_of(in.getUrl());
  row.locator = text_of(in.getLocator());
  row.note = text_of(in.getNote());
  row.amount_low = in.getAmountLow();
  row.amount_high = in.getAmountHigh();
  row.currency = text_of(in.getCurrency());
  row.recorded = text_of(in.getRecorded());
  row.properties = text_of(in.getProperties());
  return row;
}

/// A claim holds a few kilobytes; a message that wants more is no claim.
capnp::ReaderOptions limits() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 8U << 20U;
  options.nestingLimit = 8;
  return options;
}

}  // namespace

std::string encode_packed(const ExportedClaimRow& row) {
  capnp::MallocMessageBuilder message;
  fill(message.initRoot<records::ExportedClaim>(), row);
  kj::VectorOutputStream out;
  capnp::writePackedMessage(out, message);
  const auto bytes = out.getArray();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};
}

Result<std::vector<ExportedClaimRow>> decode_packed(std::string_view bytes) {
  std::vector<ExportedClaimRow> rows;
  try {
    kj::ArrayInputStream in({reinterpret_cast<const kj::byte*>(bytes.data()), bytes.size()});
    while (in.tryGetReadBuffer().size() != 0) {
      capnp::PackedMessageReader message(in, limits());
      rows.push_back(row_of(message.getRoot<records::ExportedClaim>()));
    }
    return rows;
  } catch (const kj::Exception& problem) {
    return make_error(ErrorCode::damaged, "message " + std::to_string(rows.size() + 1),
                      std::string("no ExportedClaim: ") + problem.getDescription().cStr());
  }
}

}  // namespace talentflow::codec
