// What belongs to which side, who is counted, and what each count means.
#include "graph/flow/flow.hpp"

#include <doctest/doctest.h>

#include "tests/unit/flow/reference_careers.hpp"

namespace talentflow::graph {
namespace {

constexpr EntityNumber kAlibaba = 1, kQwen = 2, kMeta = 3, kMsra = 4, kNowhere = 5, kManus = 6, kHku = 7,
                       kMicrosoft = 8;

/// A small world of organisations, and a person a call.
struct World : reference::CareersView {
  EntityNumber next_person = 100;

  World() {
    const DayRange always{kMinDay, kMaxDay};
    auto& all = organisations_of_view;
    all.country = {{}, code("CN"), code("CN"), code("US"), code("CN"),
                   {}, code("CN"), code("HK"), code("US")};
    all.hq_country = {{}, code("CN"), code("CN"), code("US"), code("US"),
                      {}, code("CN"), code("HK"), code("US")};
    all.memberships = {{kQwen, kAlibaba, always, false},
                       {kMsra, kMicrosoft, always, false},
                       {kManus, kMeta, {5000, kMaxDay}, true}};
  }
  static Stint post(EntityNumber organisation, std::optional<Day> start, std::optional<Day> end = {}) {
    Stint stint;
    stint.organisation = organisation;
    stint.belief = 1.0;
    stint.origins = 2;
    const auto bound = [](std::optional<Day> day) {
      BoundChoice choice;
      choice.known = day.has_value();
      if (day) choice.range = {*day, *day};
      return choice;
    };
    stint.starts = {bound(start)};
    stint.ends = {bound(end)};
    return stint;
  }
  EntityNumber person(std::vector<Stint> stints) {
    careers_of_view.append(next_person, stints);
    return next_person++;
  }
  void mover(EntityNumber from, EntityNumber to, Day at = 4000) {
    person({post(from, at - 1000, at), post(to, at)});
  }
  Answer ask(const Question& question) const {
    Budget budget = no_limits();
    auto answer = flow(*this, question, budget);
    REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().message));
    return answer.take();
  }
  Cell one(const Question& question) const {
    const Answer answer = ask(question);
    REQUIRE(answer.cells.size() == 1);
    return answer.cells.front();
  }
  std::string error(const Question& question) const {
    Budget budget = no_limits();
    const auto answer = flow(*this, question, budget);
    REQUIRE_FALSE(answer.ok());
    return answer.error().message;
  }
};

Side term(Term::Kind kind, std::vector<EntityNumber> organisations = {}) {
  Term made;
  made.kind = kind;
  made.organisations = std::move(organisations);
  return {{made}};
}
Side overseas() { return term(Term::Kind::overseas); }

Question between(Side first, Side second) {
  Question question;
  question.first = std::move(first);
  question.second = std::move(second);
  return question;
}
Question china_and_overseas() { return between(countries({"CN"}), overseas()); }

}  // namespace

TEST_CASE_FIXTURE(World,
                  "overseas is everywhere located outside the other group's countries, Hong Kong included") {
  mover(kMeta, kAlibaba);
  mover(kAlibaba, kHku);
  mover(kAlibaba, kNowhere);
  const Cell cell = one(china_and_overseas());
  CHECK(cell.inflow == 1);
  CHECK(cell.outflow == 1);
  const Cell home = one(between(countries({"CN", "HK"}), overseas()));
  CHECK(home.outflow == 0);
}

TEST_CASE_FIXTURE(World, "an unknown place is never guessed: it is counted as unlocated") {
  mover(kAlibaba, kNowhere);
  Question question = china_and_overseas();
  question.extras = true;
  const Cell cell = one(question);
  CHECK(cell.net() == 0);
  CHECK(cell.unlocated == 1);
  CHECK(ask(question).coverage.unlocated == 1);
}

TEST_CASE_FIXTURE(World, "by site, by headquarters, by owner") {
  mover(kMeta, kMsra);              // sits in Beijing, belongs to Microsoft
  mover(kMeta, kManus, 4000);       // not yet Meta's
  mover(kMicrosoft, kManus, 6000);  // Meta's by then
  Question question = china_and_overseas();
  CHECK(one(question).inflow == 3);
  question.location = Location::headquarters;
  CHECK(one(question).inflow == 2);
  question.location = Location::owner;
  CHECK(one(question).inflow == 1);
}

TEST_CASE_FIXTURE(World, "by site the person's own place wins over the organisation's") {
  Stint remote = post(kAlibaba, 4000);
  remote.place = code("US");
  person({post(kMeta, 3000, 4000), remote});
  CHECK(one(china_and_overseas()).inflow == 0);
  Question question = china_and_overseas();
  question.location = Location::headquarters;
  CHECK(one(question).inflow == 1);
}

TEST_CASE_FIXTURE(World, "organisations alone, with their parts, and except") {
  mover(kQwen, kMeta);
  mover(kAlibaba, kMeta);
  CHECK(one(between(term(Term::Kind::organisations, {kAlibaba}), term(Term::Kind::organisations, {kMeta})))
            .outflow == 1);
  CHECK(one(between(term(Term::Kind::trees, {kAlibaba}), term(Term::Kind::organisations, {kMeta}))).outflow ==
        2);
  Side without = term(Term::Kind::trees, {kAlibaba});
  without.terms.push_back(term(Term::Kind::organisations, {kQwen}).terms.front());
  without.terms.back().except = true;
  CHECK(one(between(without, term(Term::Kind::organisations, {kMeta}))).outflow == 1);
}

TEST_CASE_FIXTURE(World, "a step inside a tree is no step") {
  mover(kQwen, kAlibaba);
  Question question = between(term(Term::Kind::trees, {kAlibaba}), term(Term::Kind::anywhere));
  question.directed = true;
  CHECK(one(question).outflow == 0);
  mover(kQwen, kNowhere);
  CHECK(one(question).outflow == 1);
}

TEST_CASE_FIXTURE(World,
                  "a post at the owner beside the post named is the same employment, told more broadly") {
  person({post(kAlibaba, 1000, 4000), post(kQwen, 2000, 4000), post(kMeta, 4010)});
  Question question = between(term(Term::Kind::organisations, {kQwen}), term(Term::Kind::anywhere));
  question.directed = true;
  CHECK(one(question).outflow == 1);
  // but who names both means both
  Question both =
      between(term(Term::Kind::organisations, {kQwen}), term(Term::Kind::organisations, {kAlibaba}));
  both.rules.concurrent = Concurrent::on_arrival;
  CHECK(one(both).inflow == 1);
}

TEST_CASE_FIXTURE(World, "a filter narrows its own term only") {
  mover(kAlibaba, kMeta);
  mover(kAlibaba, kMicrosoft);
  Question question = china_and_overseas();
  question.second.terms.front().only = std::vector<EntityNumber>{kMeta, kMsra};
  CHECK(one(question).outflow == 1);
}

TEST_CASE_FIXTURE(World, "directed flows have one count") {
  mover(kAlibaba, kMeta);
  mover(kMeta, kAlibaba);
  mover(kMicrosoft, kAlibaba);
  Question question = china_and_overseas();
  question.directed = true;
  const Cell cell = one(question);
  CHECK(cell.outflow == 1);
  CHECK(cell.inflow == 0);
  CHECK(cell.expected == 1.0);
  CHECK(cell.low == 1);
  CHECK(cell.high == 1);
  question.directed = false;
  question.gross = true;
  CHECK(one(question).expected == 3.0);
  CHECK(one(question).low == 3);
}

TEST_CASE_FIXTURE(World, "roles at either end, at one end, and persons by a list") {
  Stint researcher = post(kAlibaba, 3000, 4000);
  researcher.roles = static_cast<RoleClasses>(RoleClass::researcher);
  const EntityNumber first = person({researcher, post(kMeta, 4000)});
  mover(kAlibaba, kMeta);
  Question question = china_and_overseas();
  CHECK(one(question).outflow == 2);
  question.population.role = RoleClass::researcher;
  CHECK(one(question).outflow == 1);
  question.rules.role_at = RoleAt::origin;
  CHECK(one(question).outflow == 1);
  question.rules.role_at = RoleAt::destination;
  CHECK(one(question).outflow == 0);
  question.population = {RoleClass::none, std::vector<EntityNumber>{first}};
  CHECK(one(question).outflow == 1);
}

TEST_CASE_FIXTURE(World, "NO FOUNDING, FIRST ONLY, STUDY") {
  Stint founding = post(kMeta, 4000);
  founding.founded = true;
  person({post(kAlibaba, 3000, 4000), founding});
  person({post(kAlibaba, 1000, 2000), post(kMeta, 2000, 3000), post(kQwen, 3000)});
  Stint study = post(kAlibaba, 3000, 4000);
  study.study = true;
  person({study, post(kMeta, 4000)});
  Question question = china_and_overseas();
  CHECK(one(question).outflow == 2);
  CHECK(one(question).inflow == 1);
  question.rules.founding = false;
  CHECK(one(question).outflow == 1);
  question.rules = {};
  question.rules.first_only = true;
  CHECK(one(question).outflow == 2);
  CHECK(one(question).inflow == 0);
  question.rules = {};
  question.rules.study = true;
  CHECK(one(question).outflow == 3);
}

TEST_CASE_FIXTURE(World, "WITH CONFIDENCE drops moves, also from the expectation") {
  Stint weak = post(kMeta, 4000);
  weak.belief = 0.6;
  person({post(kAlibaba, 3000, 4000), weak});
  Question question = china_and_overseas();
  CHECK(one(question).outflow == 1);
  CHECK(one(question).expected_out == doctest::Approx(0.6));
  question.with_confidence = 0.7;
  CHECK(one(question).outflow == 0);
  CHECK(one(question).expected_out == 0.0);
}

TEST_CASE_FIXTURE(World, "a move rests on one publisher when either of its posts does") {
  Stint single = post(kMeta, 4000);
  single.origins = 1;
  person({post(kAlibaba, 3000, 4000), single});
  mover(kAlibaba, kMeta);
  const Cell cell = one(china_and_overseas());
  CHECK(cell.outflow == 2);
  CHECK(cell.single_origin == 1);
}

TEST_CASE_FIXTURE(World, "rival values are exclusive and share the belief") {
  Stint joined = post(kMeta, 4000);
  joined.starts = {joined.starts.front(), joined.starts.front()};
  joined.starts[0].share = 0.7;
  joined.starts[1].share = 0.3;
  joined.starts[1].range = {4400, 4400};
  joined.contested = true;
  person({post(kAlibaba, 3000, 4000), joined});
  Question question = china_and_overseas();
  question.during = DayRange{3900, 4100};
  const Cell cell = one(question);
  CHECK(cell.outflow == 1);
  CHECK(cell.contested == 1);
  CHECK(cell.expected_out == doctest::Approx(0.7));
  CHECK(cell.low == -1);
  CHECK(cell.high == 0);
  CHECK(cell.bound_low == -1);
  CHECK(cell.bound_high == 0);
  reading_of_view.contested = Contested::exclude;
  CHECK(one(question).outflow == 0);
}

TEST_CASE_FIXTURE(World, "a move without a lower bound on its date stays in the null bucket, last") {
  Stint undated = post(kAlibaba, {}, {});
  Stint ended = post(kMeta, {}, 4000);
  person({undated, ended});
  mover(kAlibaba, kMeta);
  Question question = china_and_overseas();
  question.unit = TimeUnit::year;
  const Answer answer = ask(question);
  REQUIRE(answer.cells.size() == 2);
  CHECK(answer.cells[0].outflow == 1);
  CHECK_FALSE(answer.cells[1].period.has_value());
  CHECK(answer.cells[1].outflow == 1);
  CHECK(answer.cells[1].undated == 1);
  CHECK(answer.cells[1].assumed == 1);
}

TEST_CASE_FIXTURE(World, "rows are split by dimensions, in order, null last") {
  mover(kAlibaba, kMicrosoft);
  mover(kAlibaba, kMeta);
  mover(kAlibaba, kMeta);
  Question question = china_and_overseas();
  question.dimensions = {Dimension::destination_organisation, Dimension::destination_country};
  const Answer answer = ask(question);
  REQUIRE(answer.cells.size() == 2);
  CHECK(answer.cells[0].dimensions[0].organisation == kMeta);
  CHECK(answer.cells[0].dimensions[1].country == code("US"));
  CHECK(answer.cells[0].outflow == 2);
  CHECK(answer.cells[1].outflow == 1);
  REQUIRE(answer.moves.size() == 3);
  CHECK(answer.moves[2].cell == 1);
}

TEST_CASE_FIXTURE(World, "every year of the period has a row, also the empty ones") {
  mover(kAlibaba, kMeta, to_day({2020, 5, 1}));
  mover(kAlibaba, kMeta, to_day({2023, 5, 1}));
  Question question = china_and_overseas();
  question.unit = TimeUnit::year;
  CHECK(ask(question).cells.size() == 4);
  question.during = DayRange{to_day({2018, 1, 1}), to_day({2022, 7, 1})};
  const Answer answer = ask(question);
  REQUIRE(answer.cells.size() == 5);
  CHECK(answer.cells[4].period->high == to_day({2022, 7, 1}));
  CHECK(answer.cells[2].outflow == 1);
}

TEST_CASE_FIXTURE(World, "sides that overlap are an error that names what is in both") {
  CHECK(error(between(countries({"CN", "US"}), countries({"US"}))) ==
        "SemanticError: OverlappingGroups: United States (US) is in both groups; take it out of one of them "
        "with EXCEPT");
  CHECK(
      error(between(countries({"CN"}), term(Term::Kind::trees, {kAlibaba}))) ==
      "SemanticError: OverlappingGroups: entity/1 is in both groups; take it out of one of them with EXCEPT");
  CHECK(error(between(term(Term::Kind::organisations, {kMeta}), overseas())) ==
        "SemanticError: NoCountryOpposite: OVERSEAS is everywhere outside the other group's countries, and "
        "that group "
        "names none; add COUNTRY '..' to it");
  CHECK(error(between(term(Term::Kind::anywhere), overseas())) ==
        "SemanticError: OverlappingGroups: OVERSEAS and ANYWHERE are told by the other group; name a country "
        "or an "
        "organisation on one side");
  Stint abroad = post(kMeta, 4000);
  abroad.place = code("CN");
  person({post(kAlibaba, 3000, 4000), abroad});
  CHECK(error(between(countries({"CN"}), term(Term::Kind::organisations, {kMeta}))) ==
        "SemanticError: OverlappingGroups: a post at entity/3 is in both groups by the place where the "
        "person sits; take "
        "the organisation or the country out of one of them with EXCEPT");
}

TEST_CASE_FIXTURE(World, "many uncertain posts: a sample with a fixed seed, and its error stated") {
  std::vector<Stint> stints;
  for (int i = 0; i < 16; ++i) {
    stints.push_back(post(i % 2 == 0 ? kAlibaba : kMeta, 1000 + i * 300, 1300 + i * 300));
    stints.back().belief = 0.6;
  }
  person(stints);
  const Answer answer = ask(china_and_overseas());
  CHECK(answer.coverage.sampled_persons == 1);
  CHECK(answer.coverage.sampling_error > 0.0);
  CHECK(answer.coverage.sampling_error < 0.1);
  CHECK(ask(china_and_overseas()).cells.front().expected == answer.cells.front().expected);
}

TEST_CASE_FIXTURE(World, "an interrupt and a budget end the work with an error") {
  for (int i = 0; i < 3000; ++i) {
    Stint weak = post(kMeta, 4000);
    weak.belief = 0.6;
    person({post(kAlibaba, 3000, 4000), weak});
  }
  std::atomic<bool> stop{true};
  Budget budget(Limits{}, &stop);
  const auto answer = flow(*this, china_and_overseas(), budget);
  REQUIRE_FALSE(answer.ok());
  CHECK(answer.error().code == ErrorCode::interrupted);
}

}  // namespace talentflow::graph
