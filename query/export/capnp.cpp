// Every claim as one ExportedClaim message of schema/records.capnp, in Cap'n Proto's packed stream form,
// which `capnp convert packed:json schema/records.capnp ExportedClaim` reads.
#include "query/export/buffered_writer.hpp"
#include "query/export/claim_rows.hpp"
#include "query/export/exports.hpp"
#include "schema/codec/exported_claim.hpp"

namespace talentflow::query {
namespace {

codec::ExportedClaimRow row_of(const ClaimText& text) {
  const auto& claim = text.view->claim;
  codec::ExportedClaimRow row;
  row.id = text.id;
  row.subject = text.subject;
  row.relation = text.relation;
  row.object = text.object;
  row.role = text.role;
  row.start = text.start;
  row.end = text.end;
  row.place = text.place;
  row.stance = text.stance;
  row.status = text.status;
  row.credibility = claim.credibility;
  row.confidence = claim.confidence;
  row.source = text.source;
  row.publisher = text.publisher;
  row.url = text.url;
  row.locator = text.locator;
  row.note = text.note;
  if (const auto* money = claim.amount.get_if<MoneyRange>()) {
    row.amount_low = money->low;
    row.amount_high = money->high;
    row.currency = money->currency;
  }
  row.recorded = text.recorded;
  row.properties = text.properties;
  return row;
}

}  // namespace

Result<ExportCounts> write_capnp(const ExportInput& input, const ByteWriter& write) {
  BufferedWriter out(write);
  std::uint64_t count = 0;
  TALENTFLOW_TRY(for_each_claim(input, [&](const ClaimText& text) -> Result<void> {
    ++count;
    out.text() += codec::encode_packed(row_of(text));
    return out.item();
  }));
  TALENTFLOW_TRY(out.flush());
  return ExportCounts{0, 0, count, out.bytes()};
}

}  // namespace talentflow::query
