#include <doctest/doctest.h>

#include "schema/codec/codec.hpp"

using namespace talentflow;

namespace {

Claim full_claim() {
  Claim claim;
  claim.subject = 7;
  claim.relation = 3;
  claim.object = 9;
  claim.source = 11;
  claim.stance = Stance::denies;
  claim.status = Status::confirmed;
  claim.credibility = 2;
  claim.confidence = 0.25F;
  claim.start = *parse_date("2026-03");
  claim.end = *parse_date("..");
  claim.recorded = 1'700'000'000'000'000;
  claim.load = 4;
  claim.line = 17;
  claim.id = "c1";
  claim.role = "研究员";
  claim.place = "CN";
  claim.locator = "para 2";
  claim.note = "a note";
  claim.amount = MoneyRange{200'000'000, 900'000'000, "USD"};
  claim.properties = {{"list", List{Value(1), Value(2.5), Value()}},
                      {"map", Map{{"inner", Value(true)}}},
                      {"when", *parse_date("2024~")},
                      {"text", std::string(10'000, 'x')}};
  return claim;
}

bool same(const Claim& a, const Claim& b) {
  return a.subject == b.subject && a.relation == b.relation && a.object == b.object && a.source == b.source &&
         a.stance == b.stance && a.status == b.status && a.credibility == b.credibility &&
         a.confidence == b.confidence && a.start == b.start && a.end == b.end && a.recorded == b.recorded &&
         a.load == b.load && a.line == b.line && a.id == b.id && a.edge_id == b.edge_id && a.target == b.target &&
         a.role == b.role && a.place == b.place && a.locator == b.locator && a.note == b.note &&
         a.amount == b.amount && a.properties == b.properties;
}

}  // namespace

TEST_CASE("a claim survives storing, from unaligned bytes too") {
  const Claim claim = full_claim();
  const std::string bytes = "?" + codec::encode(claim);
  Claim read;
  REQUIRE(codec::decode(std::string_view(bytes).substr(1), read).ok());
  CHECK(same(claim, read));
}

TEST_CASE("an empty claim is small, and reading it clears what was there") {
  const std::string bytes = codec::encode(Claim{});
  CHECK(bytes.size() <= 232);
  Claim read = full_claim();
  REQUIRE(codec::decode(bytes, read).ok());
  CHECK(same(read, Claim{}));
}

TEST_CASE("other rows survive storing") {
  const codec::PostingsRow postings{{1, 2, 1ULL << 40}, {3, 4, 5}, {0, 6, 7}};
  codec::PostingsRow read;
  REQUIRE(codec::decode(codec::encode(postings), read).ok());
  CHECK(read == postings);
  const codec::MetaRow meta{1, 2, 3, 4, 5, 6, 7};
  codec::MetaRow meta_read;
  REQUIRE(codec::decode(codec::encode(meta), meta_read).ok());
  CHECK(meta_read == meta);
}

TEST_CASE("malformed bytes are damage, never a crash") {
  const std::string good = codec::encode(full_claim());
  Claim read;
  CHECK(codec::decode("", read).error().code == ErrorCode::damaged);
  CHECK(codec::decode("seven b", read).error().code == ErrorCode::damaged);
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x55);
    const auto result = codec::decode(bad, read);
    if (!result.ok()) CHECK(result.error().code == ErrorCode::damaged);
  }
}
