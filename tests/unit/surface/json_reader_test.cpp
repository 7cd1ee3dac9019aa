#include "query/facade/json_reader.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace talentflow::query;

TEST_CASE("parameters keep their types") {
  const auto read = read_json_object(R"({"b":[1,2.0,"x",null,true],"a":{"k":-9223372036854775808}})");
  REQUIRE(read.ok());
  REQUIRE(read->size() == 2);
  CHECK((*read)[0].first == "a");
  CHECK(*(*(*read)[0].second.map())[0].second.integer() == INT64_MIN);
  const auto& list = *(*read)[1].second.list();
  CHECK(*list[0].integer() == 1);
  CHECK(*list[1].floating() == 2.0);
  CHECK(list[3].is_null());
}

TEST_CASE("what JSON cannot say") {
  const auto read =
      read_json_object(R"({"x":{"float":"NaN"},"y":{"float":"-Infinity"},"z":{"float":"other"}})");
  REQUIRE(read.ok());
  CHECK(std::isnan(*(*read)[0].second.floating()));
  CHECK(*(*read)[1].second.floating() < 0);
  CHECK((*read)[2].second.map() != nullptr);
}

TEST_CASE("what is no object of parameters is refused") {
  CHECK(read_json_object("").ok());
  CHECK(read_json_object("[1]").error().text() == "parameters are a JSON object, as in {\"name\": \"Ada\"}");
  CHECK(read_json_object("{\"a\":18446744073709551615}").error().text() ==
        "an integer is beyond 64 bits; write it as a float or a string");
  CHECK(read_json_object("{\"a\":").error().message.starts_with("no valid JSON: "));
}
