// Nodes: labels, attributes, identities, names, and graphs that are only graphs.
#include "tests/unit/view/story.hpp"

namespace talentflow::graph {
namespace {

using Texts = std::vector<std::string>;

EntityRecord labelled(EntityRecord record, Texts labels) {
  record.labels = std::move(labels);
  return record;
}

EntityRecord also_called(EntityRecord record, Texts aliases) {
  record.aliases = std::move(aliases);
  return record;
}

TEST_CASE("labels: the kind, Org for its sub-kinds, further labels, in canonical case") {
  Story story;
  story.load({labelled(entity("org/o", "company", "OpenAI"), {"lab", "Darling"}),
              entity("person/p", "person", "P")});
  const auto view = story.view();
  CHECK(labels_of(*view, "org/o") == Texts{"Company", "Org", "Lab", "Darling"});
  CHECK(labels_of(*view, "person/p") == Texts{"Person"});
  CHECK(view->nodes_with_label(*view->find_name("Org")).size() == 1);
  CHECK(view->nodes_with_label(*view->find_name("Darling")).size() == 1);
  CHECK(view->has_label(*view->find_node("org/o"), *view->find_name("Lab")));
}

TEST_CASE("the description later recorded wins; a null takes nothing back; aliases are collected") {
  Story story;
  story.load(
      {recorded(also_called(entity("org/x", "Lab", "New", {{"country", "CN"}}), {"b"}), "2025-01-01"),
       recorded(also_called(entity("org/x", "Company", "Old", {{"country", "US"}, {"note", "n"}}), {"a"}),
                "2024-01-01"),
       also_called(entity("org/x", "", "Oldest", {{"country", "FR"}}), {"a", "c"})});
  const auto view = story.view();
  CHECK(property_of(*view, "org/x", "name") == Value("New"));
  CHECK(property_of(*view, "org/x", "country") == Value("CN"));
  CHECK(property_of(*view, "org/x", "note") == Value("n"));
  CHECK(property_of(*view, "org/x", "aliases") == Value(List{"a", "c", "b"}));
  CHECK(labels_of(*view, "org/x") == Texts{"Lab", "Org"});
  CHECK(property_of(*view, "org/x", "id") == Value("org/x"));
  Reading then;
  then.as_of = at("2024-06-01");
  const auto earlier = story.view(then);
  CHECK(property_of(*earlier, "org/x", "name") == Value("Old"));
  CHECK(property_of(*earlier, "org/x", "aliases") == Value(List{"a", "c"}));
  CHECK(labels_of(*earlier, "org/x") == Texts{"Company", "Org"});
  CHECK(earlier->coverage().later == 1);
  CHECK(earlier->coverage().read == 2);
}

TEST_CASE("a node is found by id, external id, name, alias, and a name in another script") {
  Story story;
  story.load({also_called(entity("person/lin", "Person", "Junyang Lin", {{"orcid", "0000-0002-1825-0097"}}),
                          {"林俊旸"}),
              entity("org/x", "Company", "Xeno Inc.")});
  const auto view = story.view();
  const auto lin = view->find_node("person/lin");
  REQUIRE(lin.has_value());
  CHECK(view->find_node("orcid:0000-0002-1825-0097") == lin);
  CHECK_FALSE(view->find_node("person/nobody").has_value());
  CHECK_FALSE(view->find_node("orcid:1").has_value());
  CHECK(view->find_nodes_named("Junyang Lin") == std::vector<NodeNumber>{*lin});
  CHECK(view->find_nodes_named("林俊旸") == std::vector<NodeNumber>{*lin});
  CHECK(view->find_nodes_named("junyang lin").empty());
  CHECK(view->find_nodes_like("Lin Junyang") == std::vector<NodeNumber>{*lin});
  CHECK(view->find_nodes_like("xeno").size() == 1);
}

TEST_CASE("names that begin so come in order, each once, in any case") {
  Story story;
  story.load({entity("p/1", "Person", "Ada Lovelace"), entity("p/2", "Person", "ada"),
              entity("p/3", "Person", "Adam"), entity("p/4", "Person", "Ada Lovelace"),
              entity("p/5", "Person", "Bea"), entity("p/6", "Person", "Ada Lovelock the Elder"),
              entity("p/7", "Person", "林俊旸")});
  const auto view = story.view();
  using Names = std::vector<std::string>;
  CHECK(view->names_beginning("AD", 9) == Names{"ada", "Ada Lovelace", "Ada Lovelock the Elder", "Adam"});
  CHECK(view->names_beginning("Ada L", 1) == Names{"Ada Lovelace"});
  CHECK(view->names_beginning("ada lovelock t", 9) == Names{"Ada Lovelock the Elder"});
  CHECK(view->names_beginning("林", 9) == Names{"林俊旸"});
  CHECK(view->names_beginning("", 2) == Names{"ada", "Ada Lovelace"});
  CHECK(view->names_beginning("C", 9).empty());
  CHECK(view->names_beginning("A", 0).empty());
}

TEST_CASE("what is only mentioned is a node, a page that is only cited is a source") {
  Story story;
  story.load({entity("org/x", "Company", "X"), source("s/1", "One"), entity("person/p", "Person", "P"),
              recorded(claim("c1", "person/p", "ADVISES", "org/x", "s/1"), "2020-01-01"),
              recorded(entity("org/x", "Company", "Later"), "2024-01-01")});
  const auto view = story.view();
  CHECK(labels_of(*view, "s/1") == Texts{"Source"});
  CHECK(property_of(*view, "s/1", "publisher") == Value("One"));
}

TEST_CASE("believed sameness merges two ids into the older; difference and denial keep them apart") {
  const std::vector<RecordContent> cast{entity("person/a", "Person", "A"),
                                        entity("person/b", "Person", "B", {{"note", "b"}}),
                                        entity("org/x", "Company", "X"),
                                        source("s/1", "One", "A"),
                                        source("s/2", "Two", "A"),
                                        claim("c1", "person/b", "ADVISES", "org/x", "s/1"),
                                        claim("same", "person/b", "SAME_AS", "person/a", "s/1")};
  Story story;
  story.load(cast);
  {
    const auto view = story.view();
    CHECK(view->find_node("person/b") == view->find_node("person/a"));
    CHECK(view->node_id(*view->find_node("person/b")) == "person/a");
    CHECK(property_of(*view, "person/a", "note") == Value("b"));
    CHECK(edges_between(*view, "person/a", "ADVISES", "org/x").size() == 1);
    CHECK(view->claims_about(*view->find_node("person/a")).size() == 2);
    CHECK(view->nodes_with_label(*view->find_name("Person")).size() == 1);
  }
  SUBCASE("withdrawn") {
    story.load({withdrawal("w", "same")});
    CHECK(story.view()->find_node("person/b") != story.view()->find_node("person/a"));
  }
  SUBCASE("denied") {
    story.load({denial(claim("no", "person/a", "SAME_AS", "person/b", "s/2"))});
    CHECK(story.view()->find_node("person/b") != story.view()->find_node("person/a"));
  }
  SUBCASE("called different") {
    story.load({claim("other", "person/a", "DIFFERENT_FROM", "person/b", "s/2")});
    CHECK(story.view()->find_node("person/b") != story.view()->find_node("person/a"));
  }
  SUBCASE("a third one called different from the first stays apart, whichever way it is joined") {
    story.load({entity("person/c", "Person", "C"), claim("s2", "person/c", "SAME_AS", "person/b", "s/2"),
                claim("d", "person/c", "DIFFERENT_FROM", "person/a", "s/2")});
    const auto view = story.view();
    CHECK(view->find_node("person/c") != view->find_node("person/a"));
  }
  SUBCASE("before it was said") {
    story.load({recorded(claim("late", "org/x", "SAME_AS", "org/z", "s/1"), "2026-01-01"),
                entity("org/z", "Company", "Z")});
    Reading then;
    then.as_of = at("2025-12-31");
    const auto view = story.view(then);
    CHECK(view->find_node("org/x") != view->find_node("org/z"));
    CHECK(story.view()->find_node("org/x") == story.view()->find_node("org/z"));
  }
}

TEST_CASE("organisations: attributes first, facts fill in, owners and parts") {
  Story story;
  story.load({entity("org/a", "Company", "A", {{"country", "China"}, {"hq_country", "US"}}),
              entity("org/b", "Lab", "B"), entity("org/c", "Company", "C", {{"parent", "org/a"}}),
              entity("place/tw", "Place", "Taiwan"),
              entity("place/paris", "Place", "Paris", {{"country", "FR"}}), source("s/1", "One", "A"),
              claim("c1", "org/b", "LOCATED_IN", "place/paris", "s/1"),
              claim("c2", "org/b", "HEADQUARTERED_IN", "place/tw", "s/1"),
              claim("c3", "org/a", "LOCATED_IN", "place/paris", "s/1"),
              claim("c4", "org/b", "PART_OF", "org/c", "s/1", "2019", "2021"),
              claim("c5", "org/a", "ACQUIRED", "org/b", "s/1", "2022-05-01")});
  ClaimRecord rumour = claim("c6", "org/a", "ACQUIRED", "org/c", "s/1", "2023");
  rumour.status = "rumoured";
  story.load({rumour});
  const auto view = story.view();
  const Organisations& all = view->organisations();
  const auto number = [&](const char* id) { return view->entity_of(*view->find_node(id)); };
  using Code = std::array<char, 2>;
  CHECK(all.country[number("org/a")] == Code{'C', 'N'});
  CHECK(all.hq_country[number("org/a")] == Code{'U', 'S'});
  CHECK(all.country[number("org/b")] == Code{'F', 'R'});
  CHECK(all.hq_country[number("org/b")] == Code{'T', 'W'});
  CHECK(all.country[number("org/c")] == Code{});
  REQUIRE(all.memberships.size() == 3);
  CHECK(all.memberships[0].part == number("org/b"));
  CHECK(all.memberships[0].whole == number("org/c"));
  CHECK(all.memberships[0].valid == DayRange{to_day({2019, 1, 1}), to_day({2022, 1, 1})});
  CHECK(all.memberships[1].whole == number("org/a"));
  CHECK(all.memberships[1].owner_only);
  CHECK(all.memberships[1].valid.low == to_day({2022, 5, 1}));
  CHECK(all.memberships[2].part == number("org/c"));
  CHECK(all.memberships[2].valid == DayRange{});
}

TEST_CASE("a plain graph: its own ids, labels, types and properties, nothing derived") {
  Story story;
  story.load({labelled(entity("n0", "", "", {{"name", "zero"}, {"id", 7}, {"list", List{1, 2.5, "x"}}}),
                       {"company", "B"}),
              labelled(entity("n1", "", "", {{"start", true}}), {}),
              plain_edge("e0", "n0", "KNOWS", "n1", {{"since", 1999}}), plain_edge("e1", "n0", "KNOWS", "n1"),
              plain_edge("e2", "n1", "LOVES", "n1"), plain_edge("e3", "n0", "AB", "n1")});
  const auto view = story.view();
  CHECK(view->node_count() == 2);
  CHECK(view->edge_count() == 4);
  CHECK(labels_of(*view, "n0") == Texts{"company", "B"});
  CHECK(labels_of(*view, "n1").empty());
  CHECK(property_of(*view, "n0", "id") == Value(7));
  CHECK(property_of(*view, "n1", "id").is_null());
  CHECK(property_of(*view, "n0", "list") == Value(List{1, 2.5, "x"}));
  CHECK(view->node_properties(*view->find_node("n0")).size() == 3);
  const auto knows = edges_between(*view, "n0", "KNOWS", "n1");
  REQUIRE(knows.size() == 2);
  CHECK(view->edge_id(knows[0]) == "e0");
  CHECK(property(*view, knows[0], "since") == Value(1999));
  CHECK(property(*view, knows[0], "confidence").is_null());
  CHECK(view->edge_properties(knows[0]).size() == 1);
  CHECK(view->evidence(knows[0]).plain);
  CHECK(view->evidence(knows[0]).belief == 1.0);
  CHECK(view->outgoing(*view->find_node("n0")).size() == 3);
  CHECK(view->incoming(*view->find_node("n1")).size() == 4);
  CHECK(view->outgoing(*view->find_node("n1")).size() == 1);
  CHECK(view->edges_of_type(*view->find_name("KNOWS")).size() == 2);
  CHECK(view->types_in_use().size() == 3);
  CHECK(view->labels_in_use().size() == 2);
  CHECK(view->careers().rows.empty());
}

TEST_CASE("an empty store is an empty graph") {
  Story story;
  const auto view = story.view();
  CHECK(view->node_count() == 0);
  CHECK(view->edge_count() == 0);
  CHECK(view->types_in_use().empty());
  CHECK_FALSE(view->find_node("x").has_value());
  CHECK(view->find_nodes_named("x").empty());
  CHECK(view->names_beginning("", 9).empty());
}

}  // namespace
}  // namespace talentflow::graph
