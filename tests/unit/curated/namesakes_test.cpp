// Two people named Shunyu Yao, of one alma mater, moved in the same month: from OpenAI to Tencent, and from
// Anthropic to Google DeepMind. They stay two, whatever is read about either, and in whichever order.
#include <doctest/doctest.h>

#include "graph/flow/flow.hpp"
#include "graph/identity/decisions.hpp"
#include "graph/snapshot/make_view.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "ingest/pipeline/pipeline.hpp"
#include "tests/unit/curated/empty_store.hpp"

namespace talentflow::graph {
namespace {

const std::string kRoot = TALENTFLOW_SOURCE_DIR;

struct Yaos {
  Yaos() { store = empty_store(); }
  void read(const std::string& data) {
    const auto report = ingest::ingest(*store, {kRoot + "/datasets/" + data}, {}, nullptr);
    REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().text()));
    REQUIRE(report->rejected == 0);
  }
  /// A page that says this of somebody of that name: RELATION, organisation, ..
  void page(const std::string& id, const std::string& name, const std::vector<std::string>& said) {
    auto load = store->begin_load(id);
    REQUIRE(load.ok());
    (*load)->begin_input(id, "test", 1);
    SourceRecord source;
    source.id = id;
    source.properties = {{"publisher", id}, {"published", "2026-02-01"}};
    REQUIRE((*load)->add({source, 1, {}}).ok());
    for (std::size_t i = 0; i + 1 < said.size(); i += 2) {
      ClaimRecord claim;
      claim.subject = Reference::to_name(name, "Person");
      claim.relation = said[i];
      claim.object = Reference::to_name(said[i + 1], "Org");
      claim.source = Reference::to_id(id);
      claim.locator = std::to_string(i);
      REQUIRE((*load)->add({claim, 1, {}}).ok());
    }
    REQUIRE((*load)->finish().ok());
  }
  std::shared_ptr<const View> view() const {
    auto snapshot = Snapshot::build(store, Vocabulary::standard());
    REQUIRE(snapshot.ok());
    auto made = make_view(snapshot.take(), {});
    REQUIRE(made.ok());
    return made.take();
  }

  std::shared_ptr<Store> store;
};

/// Whom each page that speaks of "Shunyu Yao" means, by the claims of the page.
std::string meant(const Yaos& yaos, const View& view, const std::string& page) {
  const auto source = yaos.store->find_entity(page);
  REQUIRE(source.ok());
  REQUIRE(source->has_value());
  const auto claims = yaos.store->claims_of_source(**source);
  REQUIRE(claims.ok());
  const auto last = yaos.store->claim(claims->back());
  REQUIRE(last.ok());
  return view.node_id(view.node_of(last->subject));
}

const std::string kOne = "person/shunyu-yao-cs", kOther = "person/shunyu-yao-physics";

}  // namespace

TEST_CASE("what a page says tells which of the two it means; a common alma mater does not") {
  Yaos yaos;
  yaos.read("curated");
  yaos.page("p/1", "Shunyu Yao", {"LEFT", "OpenAI", "JOINED", "Tencent"});
  yaos.page("p/2", "Yao Shunyu", {"LEFT", "Anthropic", "JOINED", "Google DeepMind"});
  yaos.page("p/3", "姚顺雨", {"JOINED", "腾讯"});
  yaos.page("p/4", "姚順宇", {"WORKS_AT", "Anthropic", "STUDIED_AT", "清华大学"});
  yaos.page("p/5", "Shunyu Yao", {"STUDIED_AT", "Tsinghua University"});
  yaos.page("p/6", "Shunyu Yao", {"JOINED", "Example Robotics"});
  const auto view = yaos.view();
  CHECK(meant(yaos, *view, "p/1") == kOne);
  CHECK(meant(yaos, *view, "p/2") == kOther);
  CHECK(meant(yaos, *view, "p/3") == kOne);
  CHECK(meant(yaos, *view, "p/4") == kOther);
  for (const char* page : {"p/5", "p/6"}) {
    CHECK(meant(yaos, *view, page) != kOne);
    CHECK(meant(yaos, *view, page) != kOther);
  }
  CHECK(view->under_review().size() == 2);
  CHECK(*view->find_node(kOne) != *view->find_node(kOther));
}

TEST_CASE("the shipped pages, read later or before, leave them two, and count nobody twice") {
  for (const bool pages_first : {false, true}) {
    Yaos yaos;
    yaos.read(pages_first ? "pages" : "curated");
    yaos.read(pages_first ? "curated" : "pages");
    const auto view = yaos.view();
    CHECK(*view->find_node(kOne) != *view->find_node(kOther));
    Question asked;
    Term openai, tencent;
    openai.kind = tencent.kind = Term::Kind::organisations;
    openai.organisations = {view->entity_of(*view->find_node("org/openai"))};
    tencent.organisations = {view->entity_of(*view->find_node("org/tencent"))};
    asked.first = {{openai}};
    asked.second = {{tencent}};
    asked.directed = true;
    Budget budget(Limits{}, nullptr);
    const auto answer = flow(*view, asked, budget);
    REQUIRE(answer.ok());
    CHECK(answer->moves.size() == 1);
  }
}

TEST_CASE("a name under review is left out of flows, is counted apart, and counts once it is decided") {
  Yaos yaos;
  yaos.read("curated");
  yaos.page("p/1", "Shunyu Yao", {"LEFT", "Xiaomi", "JOINED", "Amazon"});
  const auto ask = [&] {
    const auto view = yaos.view();
    Question asked;
    Term amazon;
    amazon.kind = Term::Kind::organisations;
    amazon.organisations = {view->entity_of(*view->find_node("org/amazon"))};
    asked.second = {{amazon}};
    asked.first = {{Term{}}};
    asked.directed = true;
    Budget budget(Limits{}, nullptr);
    auto answer = flow(*view, asked, budget);
    REQUIRE(answer.ok());
    std::size_t moves = 0;
    for (const CountedMove& move : answer->moves)
      moves += view->node_id(view->node_of(move.person)).starts_with("name/shunyu-yao") ? 1 : 0;
    return std::pair(moves, answer->coverage.reviewed_moves);
  };
  CHECK(ask() == std::pair<std::size_t, std::uint64_t>(0, 1));
  const auto view = yaos.view();
  for (const std::string& other : {kOne, kOther})
    REQUIRE(decide(*yaos.store, *view, "name/shunyu-yao", other, Who::different, "ann", "").ok());
  CHECK(ask() == std::pair<std::size_t, std::uint64_t>(1, 0));
  REQUIRE(undo(*yaos.store, "", "bob").ok());
  CHECK(ask() == std::pair<std::size_t, std::uint64_t>(0, 1));
}

}  // namespace talentflow::graph
