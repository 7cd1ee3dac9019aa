// How names agree: in which spellings, and where they only look alike.
#include "graph/identity/name_agreement.hpp"

#include <doctest/doctest.h>

using namespace talentflow::graph;

TEST_CASE("persons: orders, scripts, accents") {
  CHECK(person_names_agree("Junyang Lin", "LIN, Jun-yang") == Agreement::same);
  CHECK(person_names_agree("José Ñúñez", "Jose Nunez") == Agreement::same);
  CHECK(person_names_agree("Junyang Lin", "林俊旸") == Agreement::read);
  CHECK(person_names_agree("Lin Jun Yang", "林俊暘") == Agreement::read);
  CHECK(person_names_agree("林俊旸", "林俊暘") == Agreement::same);
  CHECK(person_names_agree("林 俊旸", "林俊旸") == Agreement::same);
}

TEST_CASE("persons: characters that are read alike are not the same name") {
  CHECK(person_names_agree("姚顺雨", "姚顺宇") == Agreement::none);
  CHECK(person_names_agree("姚順宇", "姚顺宇") == Agreement::same);
}

TEST_CASE("persons: initials and middle names may be missing, not contradict") {
  CHECK(person_names_agree("J. Lin", "Junyang Lin") == Agreement::initials);
  CHECK(person_names_agree("Lin J.", "Junyang Lin") == Agreement::initials);
  CHECK(person_names_agree("J. Lin", "Kaixin Lin") == Agreement::none);
  CHECK(person_names_agree("Ann B. Example", "Ann Example") == Agreement::same);
  CHECK(person_names_agree("Ann B. Example", "Ann C. Example") == Agreement::none);
  CHECK(person_names_agree("Ann Beatrice Example", "Ann B. Example") == Agreement::initials);
  CHECK(person_names_agree("Ann Beatrice Example", "Ann Example") == Agreement::middle);
  CHECK(person_names_agree("Ann Example", "Anne Example") == Agreement::none);
}

TEST_CASE("organisations: forms of one name") {
  CHECK(organisation_names_agree("Open AI", "OpenAI") == Agreement::same);
  CHECK(organisation_names_agree("Acme, Inc.", "ACME") == Agreement::legal_form);
  CHECK(organisation_names_agree("The Example Institute", "Example Institute") == Agreement::legal_form);
  CHECK(organisation_names_agree("Acme (Singapore)", "Acme") == Agreement::bracket);
  CHECK(organisation_names_agree("Acme (Singapore)", "Acme (France)") == Agreement::none);
  CHECK(organisation_names_agree("浙江大学", "Zhejiang University") == Agreement::translated);
  CHECK(organisation_names_agree("清華大學", "Tsinghua University") == Agreement::translated);
  CHECK(organisation_names_agree("EIT", "Example Institute of Technology") == Agreement::acronym);
}

TEST_CASE("organisations: brands in Chinese characters are a table") {
  CHECK(organisation_names_agree("字节跳动", "ByteDance") == Agreement::translated);
  CHECK(organisation_names_agree("ByteDance Ltd.", "字節跳動") == Agreement::translated);
  CHECK(organisation_names_agree("腾讯", "Tencent (China)") == Agreement::bracket);
  CHECK(organisation_names_agree("华为", "Huawei") == Agreement::translated);
  CHECK(organisation_names_agree("月之暗面", "DeepSeek") == Agreement::none);
}

TEST_CASE("organisations: a group goes by its name alone too") {
  CHECK(organisation_names_agree("Alibaba", "Alibaba Group Holding Limited") == Agreement::group);
  CHECK(organisation_names_agree("阿里巴巴", "Alibaba Group") == Agreement::group);
  CHECK(organisation_names_agree("Acme Group", "Acme Works") == Agreement::none);
}

TEST_CASE("organisations: names that begin alike are others") {
  CHECK(organisation_names_agree("University of Example", "Example University") == Agreement::none);
  CHECK(organisation_names_agree("University of Example, North", "University of Example, South") ==
        Agreement::none);
  CHECK(organisation_names_agree("Acme", "Acme Research") == Agreement::none);
  CHECK(organisation_names_agree("浙江大学", "浙江工业大学") == Agreement::none);
}
