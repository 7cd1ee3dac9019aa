// Who wins among candidates, and when nobody does.
#include "graph/identity/choose.hpp"

#include <doctest/doctest.h>

using namespace talentflow;
using namespace talentflow::graph;

namespace {

Tie at(EntityNumber organisation, std::string name, bool school = false) {
  Tie tie;
  tie.organisation = organisation;
  tie.name = std::move(name);
  tie.school = school;
  return tie;
}

Profile person(EntityNumber number, std::string name, std::vector<Tie> ties = {}) {
  Profile profile;
  profile.entity = number;
  profile.id = "person/" + std::to_string(number);
  profile.kind = "Person";
  profile.names = {std::move(name)};
  profile.ties = std::move(ties);
  return profile;
}

Profile organisation(EntityNumber number, std::string name, std::string country = {}) {
  Profile profile;
  profile.entity = number;
  profile.id = "org/" + std::to_string(number);
  profile.kind = "Company";
  profile.names = {std::move(name)};
  if (!country.empty()) profile.countries = {std::move(country)};
  return profile;
}

EntityNumber winner(const Profile& subject, const std::vector<Profile>& candidates,
                    Asked asked = Asked::mention) {
  std::vector<const Profile*> pointers;
  for (const Profile& candidate : candidates) pointers.push_back(&candidate);
  const Verdict verdict = choose(subject, pointers, subject.kind == "Person", asked);
  return verdict.winner == nullptr ? 0 : verdict.winner->entity;
}

}  // namespace

TEST_CASE("a rare name is enough for a mention, alone of its name") {
  CHECK(winner(person(9, "Ottilie Examplewright"), {person(1, "Ottilie Examplewright")}) == 1);
  CHECK(winner(person(9, "Ottilie Examplewright"),
               {person(1, "Ottilie Examplewright"), person(2, "Ottilie Examplewright")}) == 0);
  CHECK(winner(person(9, "Ottilie Examplewright"), {person(1, "Ottilie Examplewright")}, Asked::identified) ==
        0);
}

TEST_CASE("a common name needs something beside it, a very common one two things") {
  CHECK(winner(person(9, "Junyang Lin"), {person(1, "Junyang Lin")}) == 0);
  CHECK(winner(person(9, "Junyang Lin", {at(5, "Acme")}), {person(1, "Junyang Lin", {at(5, "Acme")})}) == 1);
  CHECK(winner(person(9, "Wei Zhang", {at(5, "Acme")}), {person(1, "Wei Zhang", {at(5, "Acme")})}) == 0);
  CHECK(winner(person(9, "Wei Zhang", {at(5, "Acme"), at(6, "Example Lab")}),
               {person(1, "Wei Zhang", {at(5, "Acme"), at(6, "Example Lab")})}) == 1);
}

TEST_CASE("namesakes: what speaks for one alone decides, a common alma mater does not") {
  const std::vector<Profile> two{
      person(1, "Junyang Lin", {at(5, "Acme"), at(7, "Example University", true)}),
      person(2, "Junyang Lin", {at(6, "Other Lab"), at(7, "Example University", true)})};
  CHECK(winner(person(9, "Junyang Lin", {at(5, "Acme")}), two) == 1);
  CHECK(winner(person(9, "Junyang Lin", {at(6, "Other Lab"), at(7, "Example University", true)}), two) == 2);
  CHECK(winner(person(9, "Junyang Lin", {at(7, "Example University", true)}), two) == 0);
  CHECK(winner(person(9, "Junyang Lin", {at(5, "Acme"), at(6, "Other Lab")}), two) == 0);
}

TEST_CASE("what cannot be is no candidate") {
  Profile one = person(1, "Ottilie Examplewright"), other = person(9, "Ottilie Examplewright");
  one.external_ids = {{"orcid", "1"}};
  other.external_ids = {{"orcid", "2"}};
  CHECK(winner(other, {one}) == 0);
  other.external_ids.clear();
  other.different = {1};
  CHECK(winner(other, {one}) == 0);
}

TEST_CASE("organisations: a name in another country is another one") {
  CHECK(winner(organisation(9, "Acme, Inc.", "US"), {organisation(1, "Acme", "US")}) == 1);
  CHECK(winner(organisation(9, "Acme, Inc.", "US"), {organisation(1, "Acme", "DE")}) == 0);
  CHECK(winner(organisation(9, "Acme, Inc.", "US"),
               {organisation(1, "Acme", "DE"), organisation(2, "Acme", "US")}) == 2);
}

TEST_CASE("organisations: records of several countries roll up to the whole") {
  Profile whole = organisation(1, "Acme (United States)", "US"),
          part = organisation(2, "Acme (Singapore)", "SG");
  part.wholes = {1};
  CHECK(winner(organisation(9, "Acme"), {whole, part}) == 1);
  CHECK(winner(organisation(9, "Acme", "SG"), {whole, part}) == 2);
  part.wholes.clear();
  CHECK(winner(organisation(9, "Acme"), {whole, part}) == 0);
}

TEST_CASE("organisations: a name before and after its renaming") {
  Profile former = organisation(1, "Acme"), later = organisation(2, "Acme");
  former.renamings = {{2, 20'000}};
  Profile subject = organisation(9, "Acme");
  subject.seen_low = subject.seen_high = 19'000;
  CHECK(winner(subject, {former, later}) == 1);
  subject.seen_low = subject.seen_high = 20'500;
  CHECK(winner(subject, {former, later}) == 2);
  subject.seen_low = 19'000;
  CHECK(winner(subject, {former, later}) == 0);
}

TEST_CASE("organisations: of a whole and its campuses the one whose first name it is") {
  Profile campus = organisation(2, "Example University North", "US");
  campus.names.push_back("Example University");
  CHECK(winner(organisation(9, "Example University", "US"),
               {organisation(1, "Example University", "US"), campus}) == 1);
  CHECK(winner(organisation(9, "Example University", "US"),
               {organisation(1, "Example University", "US"), organisation(2, "Example University", "US")}) ==
        0);
}
