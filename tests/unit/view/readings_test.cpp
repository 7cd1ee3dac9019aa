// Readings: as known then, according to whom, how strong, what is contested; and the law of recorded time.
#include <random>

#include "tests/unit/view/dump.hpp"
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

SourceSet one_of(SourceSet::Op op, std::string text) {
  SourceSet set;
  set.op = op;
  set.text = std::move(text);
  return set;
}

SourceSet combine_sets(SourceSet::Op op, std::vector<SourceSet> parts) {
  SourceSet set;
  set.op = op;
  set.parts = std::move(parts);
  return set;
}

std::vector<RecordContent> two_blocs() {
  return {entity("org/x", "Company", "X", {{"country", "CN"}}),
          entity("org/y", "Company", "Y"),
          source("s/c", "Xinwen", "B", "", "2024-01-01", "Chinese"),
          source("s/w", "Wire", "C", "", "2024-02-01", "Western"),
          claim("c1", "org/x", "INVESTED_IN", "org/y", "s/c", "2023"),
          claim("c2", "org/x", "INVESTED_IN", "org/y", "s/w", "2023"),
          claim("c3", "org/x", "ACQUIRED", "org/y", "s/w", "2024")};
}

TEST_CASE("according to: blocs, publishers, sources and their combinations") {
  Story story;
  story.load(two_blocs());
  const auto sources_of = [&](const SourceSet& set) {
    Reading reading;
    reading.according_to = set;
    const auto view = story.view(reading);
    const auto edges = edges_between(*view, "org/x", "INVESTED_IN", "org/y");
    return edges.empty() ? 0U : view->evidence(edges[0]).sources;
  };
  const SourceSet chinese = one_of(SourceSet::Op::bloc, "chinese"),
                  western = one_of(SourceSet::Op::bloc, "Western");
  const SourceSet page = one_of(SourceSet::Op::source, "s/c");
  CHECK(sources_of(chinese) == 1);
  CHECK(sources_of(combine_sets(SourceSet::Op::any_of, {chinese, western})) == 2);
  CHECK(sources_of(combine_sets(SourceSet::Op::all_of, {chinese, western})) == 0);
  CHECK(sources_of(combine_sets(SourceSet::Op::except, {chinese, page})) == 0);
  CHECK(sources_of(one_of(SourceSet::Op::publisher, "Wire")) == 1);
  Reading reading;
  reading.according_to = chinese;
  const auto view = story.view(reading);
  CHECK(view->coverage().other_source == 2);
  CHECK(edges_between(*view, "org/x", "ACQUIRED", "org/y").empty());
  CHECK(property_of(*view, "org/x", "country") == Value("CN"));  // descriptions are common ground
  SourceSet listed;
  listed.op = SourceSet::Op::listed;
  listed.sources = {view->entity_of(*view->find_node("s/w"))};
  CHECK(sources_of(listed) == 1);
}

TEST_CASE("least confidence leaves out claims, not facts") {
  Story story;
  story.load(two_blocs());
  Reading reading;
  reading.min_confidence = 0.7;
  const auto view = story.view(reading);
  CHECK(view->evidence(edge_between(*view, "org/x", "INVESTED_IN", "org/y")).sources == 1);
  CHECK(view->coverage().weak == 2);
  reading.min_confidence = 0.6;
  CHECK(story.view(reading)->coverage().weak == 0);  // 0.6 is not weaker than 0.6
}

TEST_CASE("contested facts and stints can be left out") {
  Story story;
  story.load(two_blocs());
  story.load({entity("person/p", "Person", "P"), denial(claim("c4", "org/x", "ACQUIRED", "org/y", "s/c")),
              claim("c5", "person/p", "WORKS_AT", "org/x", "s/c", "2020"),
              denial(claim("c6", "person/p", "WORKS_AT", "org/x", "s/w"))});
  Reading reading;
  reading.contested = Contested::exclude;
  const auto view = story.view(reading);
  CHECK(edges_between(*view, "org/x", "ACQUIRED", "org/y").empty());
  CHECK(edges_between(*view, "org/x", "INVESTED_IN", "org/y").size() == 1);
  CHECK(view->careers().rows.empty());
  CHECK(story.view()->careers().rows.size() == 1);
}

TEST_CASE("valid time: what can hold then") {
  Story story;
  story.load({entity("person/p", "Person", "P"), entity("org/x", "Company", "X"), source("s/1", "One"),
              claim("c1", "person/p", "WORKS_AT", "org/x", "s/1", "2020-03-01", "2022"),
              claim("c2", "person/p", "JOINED", "org/x", "s/1", "2020-03-01"),
              claim("c3", "person/p", "ADVISES", "org/x", "s/1", "", "2021-06-01")});
  const auto counts = [&](std::string_view from, std::string_view to) {
    Reading reading;
    reading.valid = DayRange{to_day(to_civil(parse_date(from)->range.low)), parse_date(to)->range.low};
    const auto view = story.view(reading);
    const auto count = [&](const char* type) {
      return std::to_string(edges_between(*view, "person/p", type, "org/x").size());
    };
    return count("WORKS_AT") + count("JOINED") + count("ADVISES");
  };
  CHECK(counts("2020-03-01", "2020-03-01") == "111");
  CHECK(counts("2020-02-29", "2020-02-29") == "001");
  CHECK(counts("2020-02-01", "2020-03-01") == "001");  // the last day is excluded
  CHECK(counts("2020-02-01", "2020-03-02") == "111");
  CHECK(counts("2022-12-31", "2022-12-31") == "100");  // it ended some day of 2022
  CHECK(counts("2023-01-01", "2023-01-01") == "000");
}

TEST_CASE("withdrawals: of a claim, of a withdrawal, of a load; each from its own time") {
  Story story;
  const LoadNumber first = story.load({entity("org/x", "Company", "X"), entity("org/y", "Company", "Y")});
  const LoadNumber second =
      story.load({recorded(claim("c1", "org/x", "ACQUIRED", "org/y", "", "2020"), "2024-01-01")});
  CHECK(first != second);
  const auto shown = [&](std::string_view day) {
    Reading reading;
    if (!day.empty()) reading.as_of = at(day);
    return edges_between(*story.view(reading), "org/x", "ACQUIRED", "org/y").size();
  };
  CHECK(shown("2023-12-31") == 0);
  CHECK(shown("2024-01-01") == 1);
  story.load({withdrawal("w1", "c1", "2024-02-01")});
  CHECK(shown("2024-01-31") == 1);
  CHECK(shown("") == 0);
  story.load({withdrawal("w2", "w1", "2024-03-01")});
  CHECK(shown("2024-02-15") == 0);
  CHECK(shown("") == 1);
  story.set_now(at("2026-01-01"));
  REQUIRE(story.store().withdraw_load(second).ok());
  CHECK(shown("2025-12-31") == 1);
  CHECK(shown("") == 0);
  CHECK(story.view()->coverage().withdrawn >= 1);
}

TEST_CASE("an origin found out later changes the reading from then on") {
  Story story;
  story.load({entity("org/x", "Company", "X"), entity("org/y", "Company", "Y"), source("s/1", "One"),
              source("s/2", "Two"), recorded(claim("c1", "org/x", "ACQUIRED", "org/y", "s/1"), "2024-01-01"),
              recorded(claim("c2", "org/x", "ACQUIRED", "org/y", "s/2"), "2024-01-01"),
              recorded(source("s/2", "Two", "", "s/1"), "2025-01-01")});
  const auto origins = [&](std::string_view day) {
    Reading reading;
    reading.as_of = at(day);
    const auto view = story.view(reading);
    return view->evidence(edge_between(*view, "org/x", "ACQUIRED", "org/y")).origins;
  };
  CHECK(origins("2024-12-31") == 2);
  CHECK(origins("2025-01-01") == 1);
}

/// Two of one name, and a name on a page that may be either.
std::vector<RecordContent> namesakes() {
  SourceRecord resolver = source("resolver", "resolver"), reviewer = source("reviewer/ann", "ann");
  resolver.properties.emplace_back("source_class", "resolver");
  reviewer.properties.emplace_back("source_class", "reviewer");
  return {entity("person/one", "Person", "Ann Example", {{"country", "CN"}}),
          entity("person/two", "Person", "Ann Example"),
          entity("person/named", "Person", "EXAMPLE, Ann"),
          resolver,
          reviewer,
          recorded(claim("q1", "person/named", "POSSIBLY_SAME_AS", "person/one", "resolver"), "2024-01-01"),
          recorded(claim("q2", "person/named", "POSSIBLY_SAME_AS", "person/two", "resolver"), "2024-01-01")};
}

TEST_CASE("a name is under review until somebody decides, and from that day on it is not") {
  Story story;
  story.load(namesakes());
  const auto reviewed = [&](std::string_view day) {
    Reading reading;
    if (!day.empty()) reading.as_of = at(day);
    const auto view = story.view(reading);
    std::string text;
    for (const EntityNumber entity : view->under_review()) text += view->node_id(view->node_of(entity)) + " ";
    return text;
  };
  CHECK(reviewed("2023-12-31").empty());
  CHECK(reviewed("2024-01-01") == "person/named ");
  SUBCASE("the same as a candidate") {
    story.load(
        {recorded(claim("d1", "person/named", "SAME_AS", "person/one", "reviewer/ann"), "2024-02-01")});
  }
  SUBCASE("the same as somebody else") {
    story.load(
        {entity("person/three", "Person", "Anne Example"),
         recorded(claim("d1", "person/named", "SAME_AS", "person/three", "reviewer/ann"), "2024-02-01")});
  }
  SUBCASE("different from every candidate") {
    story.load({recorded(claim("d1", "person/named", "DIFFERENT_FROM", "person/one", "reviewer/ann"),
                         "2024-01-15")});
    CHECK(reviewed("") == "person/named ");
    story.load({recorded(claim("d2", "person/two", "DIFFERENT_FROM", "person/named", "reviewer/ann"),
                         "2024-02-01")});
  }
  CHECK(reviewed("").empty());
  CHECK(reviewed("2024-01-31") == "person/named ");
}

TEST_CASE("a linked name renames nobody: it is another name, whatever sources a reading believes") {
  Story story;
  story.load(namesakes());
  SourceRecord chinese = source("s/c", "Xinwen", "B", "", "", "Chinese");
  story.load({chinese,
              recorded(claim("d1", "person/named", "SAME_AS", "person/one", "reviewer/ann"), "2024-02-01")});
  Reading reading;
  reading.according_to = one_of(SourceSet::Op::bloc, "Chinese");
  for (const auto& view : {story.view(), story.view(reading)}) {
    CHECK(view->find_node("person/named") == view->find_node("person/one"));
    CHECK(property_of(*view, "person/one", "name") == Value("Ann Example"));
    CHECK(property_of(*view, "person/one", "aliases") == Value(List{"EXAMPLE, Ann"}));
    CHECK(view->find_nodes_named("EXAMPLE, Ann").size() == 1);
  }
}

/// A random history: every event has its recorded day; what it needs is recorded no later.
class History {
 public:
  explicit History(unsigned seed) : random_(seed) {
    for (int i = 0; i < 4; ++i)
      start_.push_back(entity("person/" + std::to_string(i), "Person", "P" + std::to_string(i)));
    for (int i = 0; i < 4; ++i)
      start_.push_back(entity("org/" + std::to_string(i), "Company", "O" + std::to_string(i)));
    for (int i = 0; i < 5; ++i)
      start_.push_back(source("s/" + std::to_string(i), "Pub" + std::to_string(i % 4), "C"));
    for (const char* who : {"resolver", "reviewer"}) {
      start_.push_back(source(std::string("s/") + who, who));
      std::get<SourceRecord>(start_.back()).properties.emplace_back("source_class", who);
    }
    for (int i = 0; i < 40; ++i) add_event();
  }

  std::string view_of_known(Instant until) const {
    Story story;
    story.load(start_);
    for (const auto& [when, record] : events_)
      if (when <= until) story.load({record});
    return dump_all(*story.view());
  }
  std::string view_as_of(Instant until) const {
    Story story;
    story.load(start_);
    for (const auto& [when, record] : events_) story.load({record});
    Reading reading;
    reading.as_of = until;
    return dump_all(*story.view(reading));
  }
  static std::string dump_all(const View& view) {
    std::string text = dump(view) + "under review:";
    for (const EntityNumber entity : view.under_review()) text += " " + view.node_id(view.node_of(entity));
    return text;
  }
  Instant some_time() { return at("2024-01-01") + pick(60) * 86'400'000'000; }

 private:
  std::int64_t pick(unsigned below) { return static_cast<std::int64_t>(random_() % below); }
  std::string some(const char* prefix, unsigned below) { return prefix + std::to_string(pick(below)); }
  std::string date() {
    const std::string year = std::to_string(2010 + pick(6));
    return pick(3) == 0   ? year
           : pick(2) == 0 ? year + "-0" + std::to_string(1 + pick(9))
                          : year + "-05-1" + some("", 9);
  }

  void add_event() {
    const Instant when = some_time();
    const std::string day = day_text(static_cast<Day>(when / 86'400'000'000));
    switch (pick(8)) {
      case 0:
        events_.emplace_back(when, described(day));
        return;
      case 1:
        events_.emplace_back(
            when, recorded(source(some("s/", 5), some("Pub", 4), some_grade(), some("s/", 5)), day));
        return;
      case 2:
        if (!claims_.empty()) withdraw(when);
        return;
      case 3:
        add_claim(when, day,
                  claim(next_id(), some("person/", 4), some_identity(), some("person/", 4),
                        pick(2) == 0   ? some("s/", 5)
                        : pick(2) == 0 ? "s/resolver"
                                       : "s/reviewer"));
        return;
      default:
        break;
    }
    static const char* relations[] = {"WORKS_AT", "JOINED", "LEFT", "ADVISES", "LEADS", "STUDIED_AT"};
    ClaimRecord record =
        claim(next_id(), some("person/", 4), relations[pick(6)], some("org/", 4), some("s/", 5), date());
    if (pick(3) == 0) record.end = "201" + std::to_string(6 + pick(4));
    if (pick(5) == 0) record.stance = "denies";
    if (pick(4) == 0) record.status = "rumoured";
    if (pick(3) == 0) record.credibility = std::to_string(1 + pick(6));
    add_claim(when, day, std::move(record));
  }
  RecordContent described(const std::string& day) {
    return recorded(entity(some("org/", 4), pick(2) == 0 ? "Lab" : "Company", some("Name", 9),
                           {{"country", pick(2) == 0 ? "CN" : "US"}, {"parent", some("org/", 4)}}),
                    day);
  }
  std::string some_identity() {
    static const char* relations[] = {"SAME_AS", "SAME_AS", "DIFFERENT_FROM", "POSSIBLY_SAME_AS"};
    return relations[pick(4)];
  }
  std::string some_grade() { return std::string(1, static_cast<char>('A' + pick(6))); }
  std::string next_id() { return "c" + std::to_string(++last_id_); }
  void add_claim(Instant when, const std::string& day, ClaimRecord record) {
    claims_.emplace_back(when, record.id);
    events_.emplace_back(when, recorded(std::move(record), day));
  }
  void withdraw(Instant when) {
    const auto [since, id] = claims_[static_cast<std::size_t>(pick(static_cast<unsigned>(claims_.size())))];
    const Instant time = std::max(when, since);
    const std::string own = next_id();
    claims_.emplace_back(time, own);
    events_.emplace_back(time, withdrawal(own, id, day_text(static_cast<Day>(time / 86'400'000'000))));
  }

  std::mt19937 random_;
  std::vector<RecordContent> start_;
  std::vector<std::pair<Instant, RecordContent>> events_;
  std::vector<std::pair<Instant, std::string>> claims_;
  int last_id_ = 0;
};

TEST_CASE("law: the graph as of T is the graph of a store that was told only what was recorded until T") {
  std::size_t edges = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    History history(seed);
    const Instant until = history.some_time();
    const std::string known = history.view_of_known(until);
    CHECK_MESSAGE(history.view_as_of(until) == known, "seed " << seed);
    edges += known.find("WORKS_AT") != std::string::npos ? 1 : 0;
  }
  CHECK(edges > 100);  // the histories say something
}

TEST_CASE("law: an advanced snapshot reads only what is new, and gives the same graph as one made anew") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Story story;
    story.load(two_blocs());
    auto snapshot = story.snapshot();
    const auto before = dump(*make_view(snapshot, {}).value());
    story.load({entity("org/z", "Company", "Z"),
                claim("d" + std::to_string(seed), "org/z", "ACQUIRED", "org/x", "s/w"),
                withdrawal("w", "c3")});
    const auto next = snapshot->advance();
    REQUIRE(next.ok());
    CHECK((*next)->work().claims_read == 3);
    CHECK((*next)->work().entities_read == 1);
    CHECK(dump(*make_view(*next, {}).value()) == dump(*story.view()));
    CHECK(dump(*make_view(snapshot, {}).value()) == before);
    CHECK((*next)->advance().value() == *next);
  }
}

}  // namespace
}  // namespace talentflow::graph
