// Who says so: publishers that a sentence cites, and how sure it is (reported, announced, confirmed).
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_reporting(std::string_view word) {
  return one_of("reported|reports|adds|added|reporting|writes|revealed|reveals", word);
}

/// "people familiar with the matter", "sources", "insiders": nobody who has a name.
bool is_anonymous_source(std::string_view head) {
  return one_of("people|sources|source|insiders|person", head);
}

}  // namespace

/// "Daily Planet reported that ..", "according to Daily Planet", ".., people familiar told Daily Planet".
void RuleEngine::find_citation() {
  cited_.clear();
  status_.clear();
  cited_date_ = published();
  const auto& all = pieces();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool named = all[i].is_noun() && all[i].noun.can_be_organisation() &&
                       all[i].noun.employer.empty() && all[i].noun.group.empty() && all[i].noun.named();
    if (!named) continue;
    const bool reports =
        i + 1 < all.size() && all[i + 1].kind == Piece::Kind::word && is_reporting(all[i + 1].lower);
    const bool according = i >= 2 && all[i - 1].is("to") && all[i - 2].is("according");
    const bool seen_by =
        i >= 1 && all[i - 1].is("by") && i >= 2 && (all[i - 2].is("reported") || all[i - 2].is("seen"));
    bool told = false;
    if (i >= 2 && all[i - 1].is("told"))
      for (std::size_t k = 0; k + 1 < i; ++k)
        told = told || (all[k].is_noun() && is_anonymous_source(all[k].noun.head)) ||
               clauses_->word_at(k, "people|sources|person");
    if (!reports && !according && !seen_by && !told) continue;
    cited_ = all[i].noun.name;
    const bool leads = reports && i + 2 < all.size() && !all[i + 2].is(".");
    cited_from_ = leads ? i + 1 : 0;
    cited_to_ = all.size();
    for (std::size_t k = 0; k < all.size(); ++k)
      if (all[k].kind == Piece::Kind::date && leads && (k < i || k == i + 2)) cited_date_ = all[k].date;
    return;
  }
}

/// "X wrote on Monday that he is leaving" (announced by himself), "Acme confirmed ..", "people familiar said
/// ..".
void RuleEngine::find_announcement() {
  const auto& all = pieces();
  for (const Verb& verb : clauses_->verbs()) {
    const bool public_exit = verb.lemma == "make" && mentions("public");
    if (one_of("announce|write|post|say|tell", verb.lemma) || public_exit) {
      const auto subjects = clauses_->subject(verb);
      if (subjects.empty()) continue;
      const Noun& who = all[subjects.back()].noun;
      const bool person =
          who.type == NounType::person || (who.type == NounType::pronoun && one_of("he|she", who.head));
      // "he wrote on X", "she announced": of himself when the other clause is about him too
      const bool himself = person && (verb.lemma == "announce" || verb.lemma == "write" ||
                                      verb.lemma == "post" || public_exit);
      if (himself && status_.empty()) status_ = "announced";
    }
    if (verb.lemma == "confirm" && !verb.negated && !verb.possible) status_ = "confirmed";
  }
  const auto& tokens = sentence().sentence.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool familiar =
        (tokens[i].is("people") || tokens[i].is("person") || tokens[i].is("sources") ||
         tokens[i].is("source")) &&
        (tokens[i + 1].is("familiar") || tokens[i + 1].is("close") || tokens[i + 1].is("with"));
    const bool said = (tokens[i].is("sources") || tokens[i].is("insiders")) &&
                      (tokens[i + 1].is("said") || tokens[i + 1].is("say"));
    if (familiar || said || tokens[i].is("reportedly")) status_ = "reported";
  }
}

}  // namespace talentflow::ingest::text
