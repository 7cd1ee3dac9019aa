// Which spellings of a name find each other, and which do not.
#include <doctest/doctest.h>

#include <algorithm>

#include "graph/names/normalise.hpp"

using talentflow::graph::name_keys;
using talentflow::graph::name_slug;
using talentflow::graph::weak_name;
using Keys = std::vector<std::string>;

namespace {

bool meet(std::string_view one, std::string_view other, bool person = true) {
  const Keys a = name_keys(one, person);
  const Keys b = name_keys(other, person);
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return std::binary_search(b.begin(), b.end(), key); });
}

}  // namespace

TEST_CASE("a person's name has one key for both orders, whatever the marks and the case") {
  CHECK(name_keys("Junyang Lin", true) == Keys{"junyanglin"});
  for (const char* spelling : {"Lin Junyang", "LIN, Jun-yang", "lin  jun'yang", " Junyang\tLin ", "Lin, Junyang."})
    CHECK_MESSAGE(name_keys(spelling, true) == Keys{"junyanglin"}, spelling);
  CHECK_FALSE(meet("Junyang Lin", "Junyang Li"));
  CHECK_FALSE(meet("Junyang Lin", "Lin"));
}

TEST_CASE("three words can be cut in two places") {
  CHECK(name_keys("Lin Jun Yang", true) == Keys{"junyanglin", "linjunyang"});
  CHECK(meet("Zeyuan Allen-Zhu", "Zeyuan Allen Zhu"));
  CHECK(meet("Lin Jun Yang", "Junyang Lin"));
  CHECK(name_keys("Maria Anna de la Cruz", true).size() == 2);
}

TEST_CASE("Chinese characters are read as names") {
  for (const char* spelling : {"林俊旸", "林 俊旸", "林俊暘", "林　俊旸"}) CHECK_MESSAGE(meet(spelling, "Junyang Lin"), spelling);
  CHECK(meet("林俊旸 (Junyang Lin)", "Lin Junyang"));
  CHECK(meet("Junyang Lin（林俊旸）", "林俊旸"));
  CHECK_FALSE(meet("林俊旸", "周畅"));
}

TEST_CASE("surnames that are read otherwise elsewhere") {
  CHECK(meet("曾国藩", "Zeng Guofan"));
  CHECK(meet("单田芳", "Shan Tianfang"));
  CHECK(meet("解缙", "Xie Jin"));
  CHECK(meet("查良镛", "Zha Liangyong"));
  CHECK(meet("仇英", "Qiu Ying"));
  CHECK(meet("單田芳", "Tianfang Shan"));
}

TEST_CASE("compound surnames and the spellings of ü") {
  CHECK(meet("欧阳娜娜", "Nana Ouyang"));
  CHECK(meet("歐陽修", "Xiu Ouyang"));
  CHECK(meet("司马懿", "Sima Yi"));
  for (const char* spelling : {"Lu Wei", "Lv Wei", "Lyu Wei", "Wei Lü"}) CHECK_MESSAGE(meet("吕伟", spelling), spelling);
  CHECK(meet("呂偉", "Lyu Wei"));
  CHECK_FALSE(meet("Lyu Wei", "Lu Wei"));
}

TEST_CASE("other scripts, accents, foreign names in Chinese") {
  CHECK(meet("José Ñúñez", "Jose Nunez"));
  CHECK(meet("Владимир Вапник", "Vladimir Vapnik"));
  CHECK(name_keys("亚历山大·王", true) == name_keys("王 亚历山大", true));
  CHECK_FALSE(name_keys("山田太郎", true).empty());
  CHECK(name_keys("", true).empty());
  CHECK(name_keys("!?", true).empty());
  CHECK(name_keys("\xFF\xFE", true) == name_keys("\xFF\xFE", true));
}

TEST_CASE("organisations are one part, with and without a legal form") {
  CHECK(name_keys("OpenAI", false) == Keys{"openai"});
  CHECK(name_keys("Scale AI, Inc.", false) == Keys{"scaleai", "scaleaiinc"});
  CHECK(meet("Open AI", "OpenAI", false));
  CHECK(meet("Alibaba Co., Ltd.", "Alibaba", false));
  CHECK(name_keys("Inc.", false) == Keys{"inc"});
  CHECK(meet("阿里巴巴", "Alibaba", false));
  CHECK_FALSE(meet("Lab One", "One Lab", false));
}

TEST_CASE("names that are too little to tell") {
  for (const char* name : {"Wang", "J. Lin", "J Lin", "Wu", ""}) CHECK_MESSAGE(weak_name(name, true), name);
  for (const char* name : {"Junyang Lin", "林俊旸", "Wei Wu", "José Ñúñez"}) CHECK_FALSE_MESSAGE(weak_name(name, true), name);
  CHECK(weak_name("AI", false));
  CHECK_FALSE(weak_name("OpenAI", false));
}

TEST_CASE("readable ids") {
  CHECK(name_slug("Junyang Lin", true) == "junyang-lin");
  CHECK(name_slug("林俊旸", true) == "junyang-lin");
  CHECK(name_slug("欧阳娜娜", true) == "nana-ouyang");
  CHECK(name_slug("吕伟", true) == "wei-lu");
  CHECK(name_slug("Scale AI, Inc.", false) == "scale-ai-inc");
  CHECK(name_slug("阿里巴巴", false) == "alibaba");
  CHECK(name_slug("?!", true) == "unnamed");
}
