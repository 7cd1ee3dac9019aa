#include <doctest/doctest.h>

#include <algorithm>

#include "schema/country.hpp"

using namespace talentflow;

TEST_CASE("a country is found by code, name and alias in any case") {
  for (const char* text : {"CN", "cn", "CHN", "China", "PRC", "中国", "mainland china"}) {
    REQUIRE_MESSAGE(find_country(text) != nullptr, text);
    CHECK(find_country(text)->alpha2 == "CN");
  }
  CHECK(find_country("UK")->alpha2 == "GB");
  CHECK(find_country("Atlantis") == nullptr);
}

TEST_CASE("Hong Kong, Macao and Taiwan are codes of their own") {
  CHECK(find_country("Hong Kong")->alpha2 == "HK");
  CHECK(find_country("Macau")->alpha2 == "MO");
  CHECK(find_country("Taiwan")->alpha2 == "TW");
}

TEST_CASE("regions list their members") {
  const auto europe = region_members("europe");
  CHECK(std::find(europe.begin(), europe.end(), "DE") != europe.end());
  CHECK(std::find(europe.begin(), europe.end(), "CN") == europe.end());
  CHECK(region_members("EU").size() == 27);
  CHECK(region_members("nowhere").empty());
}

TEST_CASE("the table is whole: no code, name or alias stands for two countries") {
  CHECK(countries().size() == 250);
  for (const Country& country : countries()) {
    CHECK(find_country(country.alpha2) == &country);
    CHECK(find_country(country.alpha3) == &country);
    CHECK(find_country(country.name) == &country);
    for (const std::string& alias : country.aliases) CHECK(find_country(alias) == &country);
    CHECK(!country.regions.empty());
  }
}
