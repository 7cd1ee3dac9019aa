// Offices of state: "nominated A as minister of science", "A, the prime minister's adviser", "was appointed
// senior secretary for AI at the presidential office", "to chair its Foundation Taskforce".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

std::string capitalised(const std::string& text) {
  std::string out;
  bool start = true;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find(' ', begin);
    if (end == std::string::npos) end = text.size();
    std::string word = text.substr(begin, end - begin);
    const std::string lower = ascii_lower(word);
    const bool small = !start && one_of("of|and|for|the|&", lower);
    if (!small && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    out += (out.empty() ? "" : " ") + word;
    start = false;
    begin = end + 1;
  }
  return out;
}

/// Countries by their adjectives, as far as newspapers write of their governments.
struct Government {
  std::string_view adjective;
  std::string_view name;
};
constexpr Government kGovernments[] = {
    {"british", "UK government"},
    {"britain", "UK government"},
    {"uk", "UK government"},
    {"american", "US government"},
    {"us", "US government"},
    {"u.s.", "US government"},
    {"indian", "Indian government"},
    {"india", "Indian government"},
    {"french", "French government"},
    {"france", "French government"},
    {"german", "German government"},
    {"germany", "German government"},
    {"canadian", "Canadian government"},
    {"canada", "Canadian government"},
    {"japanese", "Japanese government"},
    {"japan", "Japanese government"},
    {"korean", "South Korean government"},
    {"korea", "South Korean government"},
    {"chinese", "Chinese government"},
    {"israeli", "Israeli government"},
    {"emirati", "UAE government"},
    {"singaporean", "Singapore government"},
    {"singapore", "Singapore government"},
    {"taiwanese", "Taiwanese government"},
    {"australian", "Australian government"},
    {"spanish", "Spanish government"},
    {"italian", "Italian government"},
    {"dutch", "Dutch government"},
};

/// The government that the sentence, or the text before it, speaks of.
std::optional<Actor> government(const RuleEngine& engine) {
  for (std::size_t back = 0; back <= engine.sentence_index(); ++back)
    for (const Token& token : engine.document().sentences()[engine.sentence_index() - back].sentence.tokens) {
      if (!token.capital) continue;
      for (const Government& one : kGovernments)
        if (token.is(one.adjective)) return Actor{std::string(one.name), "Agency", "", false};
    }
  return std::nullopt;
}

bool is_of_state(const std::string& role) {
  const std::string lower = ascii_lower(role);
  return lower.starts_with("minister") || lower.find(" minister") != std::string::npos ||
         lower.find("presidential secretary") != std::string::npos ||
         lower.find("secretary for") != std::string::npos ||
         lower.find("secretary of state") != std::string::npos ||
         lower.find("undersecretary") != std::string::npos;
}

/// "minister of science and ICT": the ministry; "presidential secretary": the office; else the government.
std::optional<Actor> office_of(const RuleEngine& engine, std::size_t job, std::size_t& last) {
  const auto& pieces = engine.pieces();
  const Noun& noun = engine.noun(job);
  const std::string lower = ascii_lower(noun.role);
  last = job;
  // the words behind "of" or "for" up to the next stop
  std::size_t of = lower.find("minister of ");
  if (of == std::string::npos) of = lower.find("minister for ");
  const auto& tokens = engine.sentence().sentence.tokens;
  if (lower.find("minister") != std::string::npos && lower.find("prime") == std::string::npos) {
    std::size_t begin = 0;
    for (std::size_t t = pieces[job].begin; t + 1 < tokens.size() && t < pieces[job].end + 1; ++t)
      if (tokens[t].is("minister") && (tokens[t + 1].is("of") || tokens[t + 1].is("for"))) begin = t + 2;
    std::size_t end = begin;
    while (begin != 0 && end < tokens.size() && end < begin + 7 &&
           (tokens[end].kind == Token::Kind::word || tokens[end].is("-")) &&
           (!is_function_word(tokens[end].lower) || tokens[end].is("and") || tokens[end].is("the")) &&
           (verb_lemma(tokens[end].lower).empty() || tokens[end - 1].is("and") || tokens[end - 1].is("of") ||
            tokens[end - 1].is("for")))
      ++end;
    while (end > begin && (tokens[end - 1].is("and") || tokens[end - 1].is("the"))) --end;
    if (begin != 0 && end > begin)
      return Actor{"Ministry of " + capitalised(engine.sentence().text(begin, end)), "Agency", "", false};
  }
  for (std::size_t i = job; i + 1 < pieces.size() && i < job + 4; ++i)
    if (engine.clauses().word_at(i, "at|in") && pieces[i + 1].is_noun() &&
        one_of("office|house|palace", pieces[i + 1].noun.head) && !pieces[i + 1].noun.named()) {
      last = i + 1;
      return Actor{pieces[i + 1].noun.described, "Agency", "", false};
    }
  if (lower.find("presidential") != std::string::npos)
    return Actor{"presidential office", "Agency", "", false};
  return government(engine);
}

void claim_office(RuleEngine& engine, const Verb& verb, const std::vector<Actor>& people, std::size_t job,
                  bool meant) {
  std::size_t last = job;
  const auto office = office_of(engine, job, last);
  if (!office) return;
  Verb told = verb;
  told.planned = told.planned || meant;
  for (const Actor& person : people) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = engine.noun(job).role;
    engine.claim("office", "WORKS_AT", person, office, &told, verb.piece, last, std::move(draft));
  }
}

/// "nominated A as minister of X", "A was appointed presidential secretary", "picked A as senior secretary".
void find_appointment(RuleEngine& engine, const Verb& verb) {
  if (!one_of("nominate|appoint|name|pick|choose|select|tap|make|install", verb.lemma) || verb.negated ||
      verb.possible || !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  const auto named = verb.passive ? engine.clauses().subject(verb) : engine.clauses().object(verb.piece, "");
  const auto people = engine.people(named);
  if (people.size() != 1) return;
  const std::size_t from = verb.passive ? verb.piece : named.back();
  for (std::size_t i = from + 1; i < pieces.size() && i < from + 14; ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) return;
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role || !is_of_state(pieces[i].noun.role))
      continue;
    if (!verb.passive && !engine.clauses().word_at(i - 1, "as|for|to|the|a|first")) continue;
    if (verb.passive && i > verb.piece + 3) continue;
    claim_office(engine, verb, people, i, verb.lemma == "nominate");
    return;
  }
}

/// "A is to be minister of small firms", "A becomes technology secretary".
void find_to_be(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const bool will = clauses.word_at(i, "be") && clauses.word_at(i - 1, "to|will");
    const bool becomes = clauses.word_at(i, "becomes|became");
    if (!will && !becomes) continue;
    std::size_t job = i + 1;
    while (clauses.word_at(job, "the|a|first|new")) ++job;
    if (job >= pieces.size() || !pieces[job].is_noun() || pieces[job].noun.type != NounType::role ||
        !is_of_state(pieces[job].noun.role))
      continue;
    Verb verb;
    verb.piece = i;
    verb.planned = will;
    const auto people = engine.people(clauses.subject(verb));
    if (people.size() == 1) claim_office(engine, verb, people, job, false);
  }
}

/// "has been appointed the prime minister's adviser on AI", "chose A to chair its Foundation Taskforce".
void find_adviser_of_head(RuleEngine& engine, const Verb& verb) {
  if (!one_of("appoint|name|make|hire|pick", verb.lemma) || !verb.passive || verb.negated) return;
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t from = engine.pieces()[verb.piece].end;
  for (std::size_t t = from; t + 2 < tokens.size() && t < from + 6; ++t) {
    const bool head = (tokens[t].is("minister") || tokens[t].is("president") || tokens[t].is("chancellor")) &&
                      tokens[t + 1].is("'s");
    if (!head || !is_role_noun(tokens[t + 2].lower)) continue;
    const auto state = government(engine);
    if (!state) return;
    for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      draft.role = tokens[t + 2].lower;
      engine.remember_organisation(*state);
      engine.claim("adviser-of-head", "WORKS_AT", person, state, &verb, verb.piece, verb.piece,
                   std::move(draft));
    }
    return;
  }
}

/// "has chosen A to chair its Foundation Taskforce", "named A to head the AI Office".
void find_chosen_to_lead(RuleEngine& engine, const Verb& verb) {
  if (!one_of("choose|name|appoint|pick|tap|select|hire|ask", verb.lemma) || verb.negated || verb.possible ||
      !engine.told(verb) || verb.lemma == "ask")
    return;
  const auto named = verb.passive ? engine.clauses().subject(verb) : engine.clauses().object(verb.piece, "");
  const auto people = engine.people(named);
  if (people.size() != 1) return;
  for (const Verb& other : engine.clauses().verbs()) {
    if (other.piece <= verb.piece || other.piece > verb.piece + 9 || !other.infinitive ||
        !one_of("chair|head|lead|run|oversee", other.lemma))
      continue;
    const auto objects = engine.clauses().object(other.piece, "");
    if (objects.empty() || !engine.noun(objects.front()).named()) return;
    const auto organisation = engine.organisation_at(objects.front());
    if (!organisation || engine.noun(objects.front()).type == NounType::person) return;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = other.lemma == "chair" ? "chair" : "head";
    engine.claim("chosen-to-lead", "WORKS_AT", people.front(), organisation, &verb, verb.piece,
                 objects.front(), std::move(draft));
    return;
  }
}

}  // namespace

void find_offices(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    find_appointment(engine, verb);
    find_adviser_of_head(engine, verb);
    find_chosen_to_lead(engine, verb);
  }
  find_to_be(engine);
}

}  // namespace talentflow::ingest::text
