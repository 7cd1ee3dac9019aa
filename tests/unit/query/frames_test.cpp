// What a bloc's frame says of a flow's direction.
#include "query/flow/frames.hpp"

#include "tests/unit/view/story.hpp"

namespace talentflow::query {
namespace {

/// China and everywhere overseas.
graph::Question china_and_overseas() {
  graph::Question question;
  graph::Term china, overseas;
  china.kind = graph::Term::Kind::countries;
  china.countries = {{'C', 'N'}};
  overseas.kind = graph::Term::Kind::overseas;
  question.first.terms = {china};
  question.second.terms = {overseas};
  return question;
}

TEST_CASE("who loses, to whom, whose loss it is, and who gains") {
  graph::Story story;
  story.load({graph::entity("org/openai", "Company", "OpenAI",
                            {{"country", talentflow::Value(std::string("US"))}})});
  const auto view = story.view();
  const auto says = [&](const char* text) { return read_frame(*view, china_and_overseas(), text); };
  CHECK(says("Chinese firms mainly lose AI talent to foreign labs.") == -1);
  CHECK(says("Western sources see it as a sign that US labs can lose people to China.") == 1);
  CHECK(says("Western outlets frame the departure as a loss for OpenAI.") == 1);
  CHECK(says("Chinese labs gain from it.") == 1);
  CHECK(says("American companies attract the best.") == -1);
  CHECK(says("Chinese outlets describe the arrival as a homecoming.") == 0);  // the teller, and no direction
  CHECK(says("They call it a talent race.") == 0);
  CHECK(says("AI talent is flowing to the US.") == -1);
  CHECK(says("Engineers are returning to China from abroad.") == 1);
  CHECK(says("China is not losing talent to foreign labs.") == 0);  // which does not say that it gains
  CHECK(says("America's loss of researchers") == 1);
  CHECK(says("中国企业的人才流失到海外实验室") == -1);
  CHECK(says("中国吸引了海外人才") == 1);
  CHECK(says("海外人才回流中国") == 1);
  CHECK(says("美国媒体报道了此事") == 0);
  CHECK(says("In years like this China loses.") == -1);
  CHECK(says("") == 0);
}

TEST_CASE("seen from the other side a frame says the opposite") {
  graph::Story story;
  const auto view = story.view();
  graph::Question other = china_and_overseas();
  std::swap(other.first, other.second);
  CHECK(read_frame(*view, other, "Chinese firms mainly lose AI talent to foreign labs.") == 1);
}

}  // namespace
}  // namespace talentflow::query
