// Which organisation a description means: "the Paris start-up", "the search group", "the ChatGPT maker", "the
// French company's chief executive".
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/homes.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// "the Dutch maker of chip machines": what stands behind "of" describes as well.
std::string described_with_rest(const Noun& noun, const std::vector<Token>& tokens) {
  constexpr std::size_t kWords = 4;
  std::string out = noun.described.empty() ? noun.head : noun.described;
  if (noun.end >= tokens.size() || !tokens[noun.end].is("of")) return out;
  for (std::size_t i = noun.end + 1; i < tokens.size() && i < noun.end + 1 + kWords; ++i)
    out += " " + tokens[i].lower;
  return out;
}

/// The organisations that a sentence names before a token, the last first.
std::vector<const Noun*> named_backwards(const ParsedSentence& sentence, std::size_t before) {
  std::vector<const Noun*> out;
  const auto add = [&](const Noun& noun) {
    if (noun.named() && noun.type == NounType::organisation && noun.group.empty()) out.push_back(&noun);
  };
  for (auto piece = sentence.pieces.rbegin(); piece != sentence.pieces.rend(); ++piece) {
    if (!piece->is_noun() || piece->begin >= before) continue;
    add(piece->noun);
    for (const Noun& owner : piece->noun.owner) add(owner);
    for (const Noun& employer : piece->noun.employer) add(employer);
  }
  return out;
}

}  // namespace

std::optional<Actor> RuleEngine::organisation_described(const Noun& noun) const {
  if (noun.named() || noun.plural || noun.indefinite || !noun.owner.empty() || noun.determiner != "the")
    return std::nullopt;
  const std::string described = described_with_rest(noun, sentence().sentence.tokens);
  if (!describes_home(described)) return std::nullopt;
  // what the text is about before what it names in passing
  const auto fits = [&](const Actor& actor) {
    return description_fits(actor.name, described) == Fit::yes || headquartered(actor, described);
  };
  if (last_organisation_ && fits(*last_organisation_)) return last_organisation_;
  if (!document_.main_organisation().empty() && !sentence().item_date.known() && fits(main_organisation()))
    return main_organisation();
  std::optional<Actor> possible;
  for (std::size_t back = 0; back <= index_; ++back) {
    const ParsedSentence& told = document_.sentences()[index_ - back];
    const std::size_t before = back == 0 ? noun.begin : told.sentence.tokens.size();
    for (const Noun* named : named_backwards(told, before)) {
      const Fit fit = description_fits(named->name, described);
      if (fit == Fit::no) continue;
      auto actor = organisation(*named);
      if (!actor || (actor->kind == "Fund" && noun.head != "fund" && noun.head != "firm")) continue;
      if (fits(*actor)) return actor;
      if (!possible) possible = std::move(actor);
    }
    // items of a list have nothing to do with each other
    if (sentence().item_date.known() && back < index_ &&
        document_.sentences()[index_ - back - 1].sentence.line != sentence().sentence.line)
      break;
  }
  if (const std::string maker = maker_of_product(described); !maker.empty())
    return Actor{maker, "Company", "", false};
  // what the text is about, unless it sits elsewhere
  if (last_organisation_ && description_fits(last_organisation_->name, described) != Fit::no)
    return last_organisation_;
  return possible;
}

bool RuleEngine::names_here(const std::string& name) const {
  const auto named = named_backwards(sentence(), sentence().sentence.tokens.size());
  return std::any_of(named.begin(), named.end(), [&](const Noun* noun) { return noun->name == name; });
}

/// "Acme is buying Blue. It was founded in 2019 and has raised $9 million": whom a sentence means that tells
/// of founders or money and does not name the buyer, or a company long grown up.
/// `bought_by_any`: also where the buyer is no giant; `named_last`: else the firm named last before a giant.
std::optional<Actor> RuleEngine::young_firm(const Actor& meant, bool bought_by_any, bool named_last) const {
  const bool item = sentence().item_date.known();  // items of a list have nothing to do with each other
  const auto near = [&](std::size_t told) {
    return !item || document_.sentences()[told].sentence.line == sentence().sentence.line;
  };
  const bool giant = is_giant(meant.name);
  for (auto claim = out_.rbegin(); (giant || bought_by_any) && claim != out_.rend(); ++claim)
    if (claim->relation == "ACQUIRED" && !claim->denied && claim->object &&
        claim->subject.name == meant.name && near(claim->sentence))
      return claim->object;
  if (giant && bought_by_any && !item)
    if (auto told = organisation_of_founders(); told && !is_giant(told->name)) return told;
  if (!giant || !named_last) return std::nullopt;
  for (std::size_t back = 0; back <= index_ && near(index_ - back); ++back) {
    const ParsedSentence& told = document_.sentences()[index_ - back];
    for (const Noun* named : named_backwards(told, told.sentence.tokens.size())) {
      const bool young = !is_giant(named->name) && one_of("Company|Lab|", named->kind) &&
                         !Gazetteer::standard().knows_as(named->name, "Outlet");
      if (!young || named->name == cited_) continue;
      if (auto actor = organisation(*named)) return actor;
    }
  }
  return std::nullopt;
}

/// Whether the text itself has said that the organisation sits where the description says.
bool RuleEngine::headquartered(const Actor& actor, std::string_view described) const {
  for (const TextClaim& claim : out_) {
    const bool place = claim.relation == "LOCATED_IN" || claim.relation == "HEADQUARTERED_IN";
    if (!place || claim.denied || !claim.object || claim.subject.name != actor.name) continue;
    if (described.find(ascii_lower(claim.object->name)) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace talentflow::ingest::text
