// check() names what is wrong: every invariant broken by hand, one at a time.
#include "graph/store/claim_key.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/memory_key_value.hpp"
#include "graph/store/open.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

/// Findings, one a line, after a change behind the store's back.
template <class Change>
std::string findings_after(Change change) {
  const StoreOptions settings = options(":memory:");
  auto pairs = make_memory_key_value(rocks_options(settings));
  auto opened = ClaimStore::over(pairs.take(), settings);
  REQUIRE(opened.ok());
  ClaimStore& store = **opened;
  auto records = small_graph();
  auto withdrawal = claim_row("w1", "", "", "", "s/one");
  withdrawal.stance = "withdraws";
  withdrawal.target = "c2";
  records.push_back(record(withdrawal));
  load(store, records);
  WriteBatch batch;
  change(store, batch);
  REQUIRE(store.pairs().write(batch, Durability::durable).ok());
  std::string text;
  const auto findings = store.check();
  REQUIRE(findings.ok());
  for (const Finding& finding : *findings)
    text += finding.family + " " + finding.key + ": " + finding.problem + "\n";
  return text;
}

void change_claim(const ClaimStore& store, WriteBatch& batch, ClaimNumber number, void (*change)(Claim&)) {
  Claim claim = *store.claim(number);
  change(claim);
  batch.put(Family::claims, keys::number64(number), codec::encode(claim));
}

}  // namespace

TEST_CASE("a sound store has no findings") {
  CHECK(findings_after([](ClaimStore&, WriteBatch&) {}) == "");
}

TEST_CASE("entities and ids") {
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) { batch.erase(Family::ids, "person/hui"); }) ==
        "entities \\x00\\x00\\x00\\x02: its id 'person/hui' does not lead back to it\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::ids, "x", keys::number32(9));
        }) == "ids x: leads to no entity\n");
  const std::string gone = findings_after(
      [](ClaimStore&, WriteBatch& batch) { batch.erase(Family::entities, keys::number32(2)); });
  CHECK(gone.starts_with(
      "entities : the numbers are not dense: 3 entities and 0 forgotten of 4\nids person/hui: leads to no "
      "entity\n"));
}

TEST_CASE("terms and loads") {
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) { batch.erase(Family::terms, "tWORKS_AT"); }) ==
        "terms n\\x00\\x00\\x00\\x02: does not lead back to itself\nterms : 3 pairs for 2 terms\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          codec::LoadRow row;
          row.first_claim = 3;
          batch.put(Family::loads, keys::number32(2), codec::encode(row));
        }) ==
        "loads \\x00\\x00\\x00\\x02: its claims do not begin where those of the load before end\n"
        "loads : the loads do not add up to the claims of the meta record\n");
}

TEST_CASE("claims and what they refer to") {
  const auto changed = [](void (*change)(Claim&)) {
    return findings_after(
        [&](ClaimStore& store, WriteBatch& batch) { change_claim(store, batch, 5, change); });
  };
  const std::string key = "claims \\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x05: ";
  CHECK(
      changed([](Claim& claim) { claim.relation = 9; }).starts_with(key + "its relation 9 does not exist\n"));
  CHECK(changed([](Claim& claim) { claim.load = 2; }) == key + "it is not among the claims of its load 2\n");
  CHECK(changed([](Claim& claim) { claim.credibility = 7; }) == key + "its credibility is no grade\n");
  CHECK(changed([](Claim& claim) { claim.confidence = 2; }) == key + "its confidence is not from 0 to 1\n");
  CHECK(changed([](Claim& claim) { claim.target = "c2"; }) == key + "its target does not fit its stance\n");
  CHECK(changed([](Claim& claim) { claim.id = "other"; }) ==
        key + "its id 'other' does not lead back to it\n" + "claim_ids c1: claim 5 has another id\n");
  CHECK(changed([](Claim& claim) { claim.object = 2; }) ==
        "by_subject \\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01: claim 5 says otherwise\n"
        "by_object \\x00\\x00\\x00\\x02: claim 5 is missing\n"
        "by_object \\x00\\x00\\x00\\x03\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x05: claim 5 says otherwise\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::claims, keys::number64(5), "rubbish");
        }).starts_with(key + "the value is malformed: "));
}

TEST_CASE("indexes of claims") {
  CHECK(findings_after(
            [](ClaimStore&, WriteBatch& batch) { batch.erase(Family::by_object, keys::posting(3, 5)); }) ==
        "by_object \\x00\\x00\\x00\\x03: claim 5 is missing\nby_object \\x00\\x00\\x00\\x03: claim 6 is "
        "missing\n"
        "by_object \\x00\\x00\\x00\\x03: claim 7 is missing\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::by_source, keys::posting(1, 5), codec::encode(codec::PostingsRow{{5}, {2}, {1}}));
        }) ==
        "by_source \\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x05: claim 5 says otherwise\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::by_source, keys::posting(4, 9), codec::encode(codec::PostingsRow{{}, {}, {}}));
        }) ==
        "by_source \\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x09: its lists are empty, or not "
        "of one "
        "length\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::claim_keys, std::string(16, 'x'), keys::number64(5));
        }).find("claim 5 has two keys") != std::string::npos);
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::claim_keys, "x", keys::number64(5));
        }) == "claim_keys x: leads to no claim\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) { batch.erase(Family::claim_ids, "c1"); }) ==
        "claims \\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x05: its id 'c1' does not lead back to it\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.erase(Family::withdrawn, keys::text_and_claim("c2", 7));
        }) ==
        "claims \\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x07: it withdraws 'c2', which the family withdrawn does "
        "not list\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::withdrawn, keys::text_and_claim("c1", 7), {});
        }) ==
        "withdrawn c1\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x07: claim 7 withdraws something else\n");
}

TEST_CASE("names, reviews, derived columns, forgotten people") {
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.erase(Family::names, keys::text_and_entity("junyanglin", 1));
        }) ==
        "claims \\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01: its name key 'junyanglin' is not in the family "
        "names\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::names, keys::text_and_entity("nobody", 1), keys::number64(1));
        }) == "names nobody\\x00\\x00\\x00\\x00\\x01: claim 1 gives no such name\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::reviews, keys::review(1, 1),
                    codec::encode(codec::ReviewRow{"x", "", "", 9, {1}, 1, 0}));
        }) ==
        "reviews \\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x01: the entity it was assigned does not exist\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) { batch.put(Family::derived, "x", {}); }) ==
        "derived x: is no key of this family\n");
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) {
          batch.put(Family::forgotten, keys::number32(1), codec::encode(codec::ForgottenRow{1, 0}));
        }).starts_with("forgotten \\x00\\x00\\x00\\x01: the entity is still there\n"));
  CHECK(findings_after([](ClaimStore&, WriteBatch& batch) { batch.put(Family::meta, "x", {}); }) ==
        "meta x: is no key of this family\n");
}
