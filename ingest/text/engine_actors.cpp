// Who is meant: names, pronouns, "the company", "the two", "the researcher".
#include <algorithm>
#include <set>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Kinds whose entities are no organisations.
std::string organisation_kind(const Noun& noun) {
  if (!noun.kind.empty() && noun.kind != "Person" && noun.kind != "Place") return noun.kind;
  return "Company";
}

std::string described_kind(std::string_view head) {
  if (head.starts_with("lab")) return "Lab";
  if (head.starts_with("fund")) return "Fund";
  if (head.starts_with("univers")) return "University";
  if (one_of("force|team|unit|committee|group|division", head)) return "Team";
  return "Company";
}

/// Meetings and prizes: capitalised, joined and attended, but nobody's employer.
bool is_event_name(std::string_view name) {
  const auto blank = name.rfind(' ');
  const std::string last = ascii_lower(name.substr(blank == std::string_view::npos ? 0 : blank + 1));
  return one_of(
      "summit|forum|conference|symposium|workshop|expo|festival|meetup|hackathon|prize|award|awards|medal|"
      "week|"
      "date|agreement|statement|meeting|exhibit|"
      "committee|olympics|olympiad|lecture|podcast|congress|show|day|index|report|act|bill|paper|series",
      last);
}

bool ends_like_a_house(const std::string& name) {
  // "Oslo's TKO": letters are a house's as well
  if (std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return true;
  return is_organisation_name_word(ascii_lower(name.substr(name.rfind(' ') + 1)));
}

/// "Acme's Tidepool", but not "Acme's rival Tidepool".
bool stands_behind_owner(const ParsedSentence& sentence, const Noun& noun) {
  const auto& tokens = sentence.sentence.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i)
    if (tokens[i - 1].is("'s") && noun.name.starts_with(tokens[i].text)) return true;
  return false;
}

/// "Tidepool-V2", "Tern-4": versions of something that was made.
bool is_version(std::string_view name) {
  const auto dash = name.rfind('-');
  if (dash == std::string_view::npos || dash + 1 >= name.size()) return false;
  std::string_view last = name.substr(dash + 1);
  if (last.front() == 'V' || last.front() == 'v') last.remove_prefix(1);
  return !last.empty() && last.size() <= 3 &&
         std::all_of(last.begin(), last.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// "the Finnish company", "the Toronto firm".
bool described_by_place(const Noun& noun) {
  const std::string first = noun.described.substr(0, noun.described.find(' '));
  return is_demonym(first) || is_city(first);
}

std::string_view word_called(std::string_view head) {
  if (head == "laboratory") return "lab";
  if (head == "venture firm" || head == "investment firm") return "venture firm";
  return head;
}

/// "At Acme, which he entered in 2008, Ann Example rose ..": whom the sentence goes on to name.
std::optional<Actor> named_ahead(const std::vector<Piece>& pieces, const Noun& pronoun) {
  const bool begins_aside = !pieces.empty() && !pieces[0].is_noun() &&
                            one_of("at|in|from|with|during|besides|before|after|under", pieces[0].lower);
  if (!begins_aside) return std::nullopt;
  std::size_t at = 1;
  for (; at < pieces.size() && pieces[at].begin < pronoun.begin; ++at)
    if (pieces[at].is_person()) return std::nullopt;
  if (at >= pieces.size() || pieces[at - 1].is_noun() ||
      !one_of("which|where|that|whom", pieces[at - 1].lower))
    return std::nullopt;
  for (; at + 2 < pieces.size() && !pieces[at].is(";"); ++at)
    if (pieces[at].is(",") && pieces[at + 1].is_person() && pieces[at + 2].kind == Piece::Kind::word)
      return Actor{pieces[at + 1].noun.name, "Person", pieces[at + 1].noun.id, false};
  return std::nullopt;
}

/// "He is looking for them, and Ann had been away before he ..": somebody else does something in between.
bool another_acts_between(const std::vector<Piece>& pieces, std::size_t from, const Noun& pronoun) {
  for (std::size_t i = from + 1; i + 1 < pieces.size() && pieces[i].begin < pronoun.begin; ++i)
    if (pieces[i].is_person() && pieces[i + 1].kind == Piece::Kind::word &&
        (is_auxiliary(pieces[i + 1].lower) || !verb_lemma(pieces[i + 1].lower).empty()))
      return true;
  return false;
}

/// "the Oslo-based developer", "the Oslo maker of robots": a firm, where the word alone may be a person.
bool is_firm_of_place(const Noun& noun, const std::vector<Token>& tokens) {
  if (noun.type != NounType::role || noun.plural || noun.determiner != "the" ||
      !one_of("developer|maker|owner|operator|creator|manufacturer|builder|provider|publisher", noun.head))
    return false;
  for (std::size_t i = noun.begin; i < noun.end && i < tokens.size(); ++i)
    if (tokens[i].lower.ends_with("-based")) return true;
  return !noun.employer.empty() && noun.employer.front().type == NounType::place;
}

/// ", and Acme made him chief": not of the clause before.
bool new_clause_between(const std::vector<Piece>& pieces, std::size_t from, const Noun& pronoun) {
  for (std::size_t i = from; i + 1 < pieces.size() && pieces[i].begin < pronoun.begin; ++i)
    if (pieces[i].is(";") || (pieces[i].is(",") && (pieces[i + 1].is("and") || pieces[i + 1].is("but"))))
      return true;
  return false;
}

/// Whether another clause has begun between a piece and a pronoun.
bool separated(const std::vector<Piece>& pieces, const Piece& from, const Noun& pronoun) {
  return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.begin >= from.end && piece.begin < pronoun.begin && piece.is(";");
  });
}

bool points_back(const Noun& noun) { return one_of("the|its|his|her|their|our|this", noun.determiner); }

}  // namespace

void add_unless_named(std::vector<Actor>& actors, std::optional<Actor> actor) {
  if (actor && std::none_of(actors.begin(), actors.end(),
                            [&](const Actor& other) { return other.name == actor->name; }))
    actors.push_back(std::move(*actor));
}

bool RuleEngine::mentions(std::string_view word) const {
  const auto& tokens = sentence().sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is(word); });
}

/// "the researcher", "the former chief executive": the person spoken of last.
std::optional<Actor> RuleEngine::definite_person(const Noun& noun) const {
  // "the 41-year-old", "the Italian"
  if (noun.type == NounType::common && noun.determiner == "the" && last_person_ &&
      (is_demonym(noun.head) || one_of("man|woman", noun.head) ||
       noun.head.find("-year-old") != std::string::npos))
    return last_person_;
  if (noun.type == NounType::common && noun.determiner == "the" && one_of("man|woman", noun.head) &&
      noun.owner.empty() && last_person_)
    return last_person_;
  const bool plain =
      noun.type == NounType::role && !noun.plural && noun.determiner == "the" && noun.owner.empty();
  if (!plain || is_firm_of_place(noun, sentence().sentence.tokens)) return std::nullopt;
  static constexpr std::string_view kPeople =
      "researcher|scientist|engineer|founder|co-founder|professor|executive|entrepreneur|physicist|chemist|"
      "mathematician|"
      "economist|graduate|developer|designer|academic|veteran|computer scientist|investor";
  if (!one_of(kPeople, noun.head) && !(noun.head.ends_with("ist") && noun.employer.empty()))
    return std::nullopt;
  return last_person_;
}

/// "he", "she": who did what the verb before says, else who was named last in the sentence, else before it.
std::optional<Actor> RuleEngine::antecedent(const Noun& pronoun) const {
  const auto& all = pieces();
  // "When X was president, he ..": told of the one spoken of, not of X
  const bool as_job = all.size() > 1 && clauses_->word_at(0, "as") && all[1].is_noun() &&
                      all[1].noun.type == NounType::role;  // "As chief scientist it has X, who ..": X
  const bool aside = !all.empty() && !as_job &&
                     clauses_->word_at(0, "with|alongside|when|while|as|under|after|although|though|since");
  if (aside && last_person_) return last_person_;
  const auto named = [](const Piece& piece) {
    return piece.is_noun() && piece.noun.type == NounType::person && piece.noun.named();
  };
  if (auto ahead = named_ahead(all, pronoun)) return ahead;
  for (auto verb = clauses_->verbs().rbegin(); verb != clauses_->verbs().rend(); ++verb) {
    if (all[verb->piece].begin >= pronoun.begin) continue;
    const auto subjects = clauses_->subject(*verb);
    if (subjects.size() == 1 && named(all[subjects.front()]) && all[subjects.front()].begin < pronoun.begin)
      return Actor{all[subjects.front()].noun.name, "Person", all[subjects.front()].noun.id, false};
    // "He reports to Bob; before that he was ..": still the same
    if (subjects.size() == 1 && all[subjects.front()].is_noun() &&
        all[subjects.front()].begin < pronoun.begin && one_of("he|she|him", pronoun.head) &&
        all[subjects.front()].noun.head == (pronoun.head == "him" ? "he" : pronoun.head) &&
        (pronoun.head != "him" || new_clause_between(all, subjects.front(), pronoun)) &&
        !another_acts_between(all, subjects.front(), pronoun))
      return antecedent(all[subjects.front()].noun);
  }
  // "an engineer with Blue Machines behind him, Ann Example joined": not what may as well be a firm
  const auto doubtful = [&](const Piece& piece) {
    return !piece.noun.sure && piece.noun.role.empty() &&
           !is_given_name(ascii_lower(piece.noun.name.substr(0, piece.noun.name.find(' '))));
  };
  for (std::size_t i = 2; i < all.size(); ++i)
    if (all[i - 2].begin == pronoun.begin && all[i - 1].is(",") && named(all[i]) &&
        std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i - 2),
                     [&](const Piece& piece) { return named(piece) && !doubtful(piece); }))
      return Actor{all[i].noun.name, "Person", all[i].noun.id, false};
  for (auto piece = all.rbegin(); piece != all.rend(); ++piece)
    if (named(*piece) && piece->begin < pronoun.begin)
      return Actor{piece->noun.name, "Person", piece->noun.id, false};
  // "Four years after he left Acme, X has ..": the name comes later
  if (clauses_->word_at(0, "after|before|when|since") || sentence().sentence.tokens.size() < 1 ||
      (pronoun.begin > 0 &&
       one_of("after|before|when|since", sentence().sentence.tokens[pronoun.begin - 1].lower)))
    for (std::size_t i = 1; i < all.size(); ++i)
      if (all[i].begin > pronoun.begin && all[i - 1].is(",") && named(all[i]))
        return Actor{all[i].noun.name, "Person", all[i].noun.id, false};
  // "Acme was Ann Example's first employer; she ..": named as an owner
  for (auto piece = all.rbegin(); piece != all.rend(); ++piece)
    if (piece->is_noun() && piece->begin < pronoun.begin)
      for (const Noun& owner : piece->noun.owner)
        if (owner.type == NounType::person && owner.name.find(' ') != std::string::npos &&
            piece->end <= pronoun.begin && separated(all, *piece, pronoun))
          return Actor{owner.name, "Person", owner.id, false};
  return last_person_;
}

std::optional<Actor> RuleEngine::person(const Noun& noun) const {
  if (noun.type == NounType::pronoun && one_of("he|she|him", noun.head)) {
    return antecedent(noun);
  }
  if (auto known = definite_person(noun)) return known;
  if (!noun.can_be_person()) return std::nullopt;
  // "three Frenchmen": people, and none by name
  if (noun.count > 0 && noun.name.find(' ') == std::string::npos &&
      (noun.name.ends_with("men") || noun.name.ends_with("women")))
    return std::nullopt;
  return Actor{noun.name, "Person", noun.id, false};
}

std::vector<Actor> RuleEngine::people(const std::vector<std::size_t>& nouns) const {
  const auto is_person_noun = [&](std::size_t index) { return noun(index).type == NounType::person; };
  const bool names_people = std::any_of(nouns.begin(), nouns.end(), is_person_noun);
  std::vector<Actor> out;
  for (const std::size_t index : nouns) {
    const Noun& who = noun(index);
    const bool owned = who.type == NounType::role && who.plural && who.owner.empty() &&
                       who.employer.empty() && one_of("the|both", who.determiner);
    if (const auto founders = founders_meant(who); !founders.empty()) {
      for (const Actor& founder : founders) add_unless_named(out, founder);
    } else if ((who.type == NounType::pronoun && one_of("they|them", who.head)) || owned) {
      std::vector<Actor> here;
      for (const Piece& piece : pieces()) {
        if (!piece.is_noun() || piece.begin >= who.begin) continue;
        const bool one = piece.noun.type == NounType::pronoun && one_of("he|she|him", piece.noun.head);
        auto named = piece.noun.type == NounType::person && piece.noun.named() ? person(piece.noun)
                     : one && last_person_                                     ? last_person_
                                                                               : std::nullopt;
        add_unless_named(here, std::move(named));
      }
      // "Years after they walked out, Ann and Bob are back": named behind
      if (here.empty() && last_people_.empty())
        for (std::size_t i = 1; i < pieces().size() && here.empty(); ++i)
          if (pieces()[i].begin > who.begin && pieces()[i - 1].is(",") && is_person_at(i))
            for (const std::size_t named : clauses_->group_from(i))
              add_unless_named(here, person(noun(named)));
      for (auto& actor : here.size() >= 2 ? here : last_people_) add_unless_named(out, actor);
    } else if (auto actor = person(who)) {
      add_unless_named(out, std::move(actor));
    } else if (names_people && who.named() && who.type == NounType::organisation && !who.sure &&
               who.id.empty() && who.group.empty() && nouns.size() >= 2) {
      add_unless_named(out, Actor{who.name, "Person", "", false});
    }
  }
  return out;
}

/// Somebody was told to teach or to have studied at what was named last.
bool RuleEngine::last_is_a_school() const {
  return last_organisation_ && last_organisation_->kind == "University";
}

/// What the text is about, where that is no university.
std::optional<Actor> RuleEngine::firm_of_text() const {
  const std::string& name = document_.main_organisation();
  const bool school = Gazetteer::standard().knows_as(name, "University") || name == last_organisation_->name;
  if (name.empty() || school) return std::nullopt;
  return main_organisation();
}

/// "Acme said that it had ..": who says so; "came to Acme when it bought ..": who is named before; else what
/// the text spoke of before.
std::optional<Actor> RuleEngine::told_as_it(const Noun& pronoun) const {
  const auto& tokens = sentence().sentence.tokens;
  if (pronoun.begin > 0 && one_of("when|after|before|once|while|because", tokens[pronoun.begin - 1].lower)) {
    std::optional<Actor> nearest;
    for (const Piece& piece : pieces())
      if (piece.is_noun() && piece.begin < pronoun.begin && piece.noun.named() &&
          piece.noun.type == NounType::organisation && piece.noun.group.empty())
        nearest = organisation(piece.noun);
    if (nearest) return nearest;
  }
  // "For Acme it is a second try, since it has bought ..": Acme
  if (pieces().size() > 2 && clauses_->word_at(0, "for") && pieces()[1].is_noun() &&
      pieces()[1].noun.named() && pieces()[1].noun.type == NounType::organisation && pieces()[2].is_noun() &&
      pieces()[2].noun.head == "it")
    return organisation(pieces()[1].noun);
  for (auto verb = clauses_->verbs().rbegin(); verb != clauses_->verbs().rend(); ++verb) {
    if (pieces()[verb->piece].begin >= pronoun.begin ||
        !one_of("say|announce|confirm|report|tell|disclose|reveal|write|claim|add|insist|deny", verb->lemma))
      continue;
    const auto subjects = clauses_->subject(*verb);
    if (subjects.size() != 1 || pieces()[subjects.front()].begin >= pronoun.begin) continue;
    const Noun& who = this->noun(subjects.front());
    if (who.named() && who.type == NounType::organisation && who.name != cited_ && who.group.empty())
      return organisation(who);
  }
  if (last_is_a_school())
    if (auto firm = firm_of_text()) return firm;
  return last_organisation_;
}

/// "the founders", "its co-founders": of what was last said to be founded.
std::vector<Actor> RuleEngine::founders_meant(const Noun& noun) const {
  std::vector<Actor> out;
  if (noun.type != NounType::role || !noun.plural || !noun.owner.empty() || !noun.employer.empty() ||
      !one_of("founders|co-founders|cofounders", noun.head) || !one_of("the|its|both|all", noun.determiner))
    return out;
  std::string founded;
  for (auto claim = out_.rbegin(); claim != out_.rend(); ++claim) {
    if (claim->relation != "FOUNDED" || claim->denied || !claim->object) continue;
    if (founded.empty()) founded = claim->object->name;
    if (claim->object->name == founded) out.insert(out.begin(), claim->subject);
  }
  return out;
}

std::optional<Actor> RuleEngine::organisation(const Noun& noun) const {
  if (noun.type == NounType::pronoun) return noun.head == "it" ? told_as_it(noun) : std::nullopt;
  if (noun.can_be_organisation()) {
    // "Acme's Optimus programme", "Acme's GPT-9": whose it is; "Acme's Blue models" are made by a team of
    // that name
    const bool product =
        noun.kind == "Product" ||
        one_of("programme|program|app|product|service|effort|series|system|platform|robot|initiative",
               noun.group);
    if (product && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      return organisation(noun.owner.front());
    if (noun.kind == "Product") return std::nullopt;
    if (product && noun.id.empty() && one_of("programme|program|app|robot|series|system", noun.group))
      return std::nullopt;
    if (is_demonym(ascii_lower(noun.name.substr(0, noun.name.find('-'))))) return std::nullopt;
    // "vice president, Finance"
    if (!noun.sure && noun.id.empty() && noun.owner.empty() && noun.determiner.empty() &&
        is_field_word(ascii_lower(noun.name)))
      return std::nullopt;
    // "Capital", "Healthcare": half of a name at most
    if (!noun.sure && noun.id.empty() && noun.owner.empty() && noun.name.find(' ') == std::string::npos &&
        is_organisation_name_word(ascii_lower(noun.name)) && Gazetteer::standard().find(noun.name) == nullptr)
      return std::nullopt;
    if (is_event_name(noun.name) || is_version(noun.name) || noun.name.find("-to-") != std::string::npos ||
        document_.is_product(noun.name))
      return std::nullopt;
    // "a researcher on Acme's Tidepool": what nobody knows as a firm is a thing of its owner's
    if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation && noun.id.empty() &&
        noun.kind == "Company" && !ends_like_a_house(noun.name) && stands_behind_owner(sentence(), noun) &&
        document_.mentions_of(noun.name) < 2 && Gazetteer::standard().find(noun.name) == nullptr)
      return organisation(noun.owner.front());
    // "the School of Computer Science at Lund University": the part of a university is no employer of its own
    const bool part = noun.name.starts_with("School of") || noun.name.starts_with("Department of") ||
                      noun.name.starts_with("Faculty of") || noun.name.starts_with("College of");
    if (part && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      return organisation(noun.owner.front());
    if (document_.mentions_of(noun.name) < 2 && firm_of_person_noun(noun.name)) return std::nullopt;
    Actor actor{noun.name, organisation_kind(noun), noun.id, false};
    // "School of Data Science of Fudan University": the university
    if (const auto of = noun.name.rfind(" of "); of != std::string::npos && noun.id.empty() &&
                                                 noun.name.find("University", of) != std::string::npos &&
                                                 noun.name.substr(of + 4).find(' ') != std::string::npos)
      return Actor{noun.name.substr(of + 4), "University", "", false};
    // "Acme's Robot Lab": such a name is whole only with its owner's
    if (noun.kind == "Lab" && noun.id.empty() && !noun.owner.empty() &&
        Gazetteer::standard().find(noun.name) == nullptr && noun.owner.front().type == NounType::organisation)
      actor.name = noun.owner.front().name + " " + noun.name;
    return actor;
  }
  if (noun.type != NounType::common && noun.type != NounType::role) return std::nullopt;
  if (is_firm_of_place(noun, sentence().sentence.tokens)) {
    Noun firm = noun;
    firm.type = NounType::common;
    firm.head = "company";
    firm.employer.clear();
    return organisation(firm);
  }
  if (noun.type == NounType::role && !is_organisation_noun(noun.head)) return std::nullopt;
  if (noun.determiner == "the" && one_of("company|registrant|corporation", noun.head))
    if (auto defined = defined_company()) return defined;
  const auto known = described_.find(noun.head);
  if (known != described_.end()) return known->second;
  // "He left after the company had dismissed A": what he left
  const auto& tokens = sentence().sentence.tokens;
  if (noun.begin > 0 && one_of("after|when|because|once", tokens[noun.begin - 1].lower) &&
      one_of("company|firm|start-up|startup|lab", noun.head))
    for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence == index_; ++claim)
      if (claim->relation == "LEFT" && !claim->denied && claim->object) return claim->object;
  if (noun.head != "rival" && noun.head != "competitor")
    if (auto described = organisation_described(noun)) return described;
  if (noun.indefinite || noun.plural || !is_organisation_noun(noun.head)) return std::nullopt;
  // "their previous start-up": not the one spoken of
  if (one_of("his|her|their|its", noun.determiner) &&
      one_of("previous|former|first|earlier|old|last|second|next|parent|sister",
             noun.described.substr(0, noun.described.find(' '))))
    return std::nullopt;
  if (one_of("rival|competitor|group|team|fund|employer", noun.head) ||
      (!points_back(noun) && !noun.owner.empty()))
    return std::nullopt;
  // "the lab", "the university": the one so called
  if (points_back(noun) && noun.owner.empty() && noun.determiner == "the")
    if (const auto last = last_of_kind_.find(std::string(
            word_called(noun.head == "firm" && !noun.described.empty() ? noun.described : noun.head)));
        last != last_of_kind_.end())
      return last->second;
  // the smaller one: what was bought, founded or raised money
  if (one_of("start-up|startup", noun.head) && young_) return young_;
  if (one_of("start-up|startup", noun.head) && noun.owner.empty() && noun.determiner == "the" &&
      document_.main_organisation_count() >= 2)
    return main_organisation();
  if (one_of("company|firm|business", noun.head) && young_ && described_by_place(noun)) return young_;
  if (one_of("his|her", noun.determiner) && last_person_)
    if (auto own = employer_of(*last_person_)) return own;
  if (one_of("company|firm|start-up|startup|business", noun.head) && last_is_a_school())
    return firm_of_text();
  return last_organisation_ ? last_organisation_ : named_before(noun);
}

/// "The founders of Acme are leaving the start-up" at the beginning of a text: what the sentence names first.
std::optional<Actor> RuleEngine::named_before(const Noun& noun) const {
  for (const Piece& piece : pieces()) {
    if (piece.begin >= noun.begin) break;
    if (!piece.is_noun()) continue;
    if (piece.noun.named() && piece.noun.type == NounType::organisation && piece.noun.group.empty())
      return organisation(piece.noun);
    for (const Noun& employer : piece.noun.employer)
      if (employer.named() && employer.type == NounType::organisation && !piece.noun.former)
        return organisation(employer);
  }
  return std::nullopt;
}

std::vector<Actor> RuleEngine::organisations(const std::vector<std::size_t>& nouns) const {
  std::vector<Actor> out;
  for (const std::size_t index : nouns)
    if (auto actor = organisation(noun(index))) out.push_back(std::move(*actor));
  return out;
}

std::optional<Actor> RuleEngine::organisation_at(std::size_t piece) const {
  if (piece >= pieces().size() || !pieces()[piece].is_noun()) return std::nullopt;
  const Noun& found = noun(piece);
  if (found.type == NounType::place || (found.type == NounType::person && found.sure)) return std::nullopt;
  if (!found.named() && !found.owner.empty() && found.owner.front().type == NounType::organisation)
    return organisation(found.owner.front());
  return organisation(found);
}

std::optional<Actor> RuleEngine::anyone(const Noun& noun) const {
  if (noun.type == NounType::place) return std::nullopt;
  if (noun.type == NounType::person && noun.named()) return person(noun);
  return organisation(noun);
}

std::optional<Actor> RuleEngine::employer_of(const Actor& person) const {
  const auto found = employers_.find(person.name);
  if (found == employers_.end()) return std::nullopt;
  return found->second;
}

Actor RuleEngine::describe(std::string_view prefix, const Noun& noun, std::string_view kind,
                           std::string_view link, const Actor& whose) {
  const std::string what = noun.described.empty() ? noun.head : noun.described;
  Actor actor;
  actor.described = true;
  actor.kind = kind.empty() ? described_kind(noun.head) : std::string(kind);
  actor.name = "unnamed " + what + " (" + std::string(link) + " " + whose.name + ")";
  actor.id = std::string(prefix) + "/" + slug(actor.name);
  if (prefix == "org") {
    described_[noun.head] = actor;
    last_organisation_ = actor;
  }
  return actor;
}

}  // namespace talentflow::ingest::text
