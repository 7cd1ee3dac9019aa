// Person or organisation? What a document says about a name whose shape leaves it open, added up over all its
// mentions.
#include "ingest/text/clauses.hpp"
#include "ingest/text/document.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

struct Evidence {
  int person = 0;
  int organisation = 0;
  int product = 0;
};
using EvidenceByName = std::map<std::string, Evidence>;

/// Jobs that only people have: "Sample is the CEO of Acme", where "Acme is a leader" says nothing.
bool is_job_of_a_person(const Noun& noun) {
  if (noun.type != NounType::role || noun.plural) return false;
  return !noun.employer.empty() ||
         one_of(
             "founder|co-founder|cofounder|ceo|cto|cfo|coo|president|chairman|chairwoman|professor|officer|"
             "director|engineer|scientist|researcher|physicist|chemist|mathematician|economist|lawyer",
             noun.head);
}

bool word(const std::vector<Piece>& pieces, std::size_t at, std::string_view words) {
  return at < pieces.size() && !pieces[at].is_noun() && one_of(words, pieces[at].lower);
}

/// "X is the chief of Acme", "X served as its chief", "X was named chief": people have jobs. `begin`: the
/// piece behind the mention; `next`: behind its auxiliaries and adverbs.
void weigh_post(const std::vector<Piece>& pieces, std::size_t begin, std::size_t next, Evidence& evidence) {
  const bool copula = next > begin && word(pieces, next - 1, "is|was|became|becomes|been|be");
  bool other_adverb = false;
  for (std::size_t k = begin; k < next && !copula; ++k)
    other_adverb = other_adverb || word(pieces, k, "is|was|been|be");
  if (next < pieces.size() && pieces[next].is_noun() && (copula || other_adverb) &&
      is_job_of_a_person(pieces[next].noun))
    evidence.person += 3;
  if (next >= pieces.size() || pieces[next].kind != Piece::Kind::word) return;
  const std::string_view lemma = verb_lemma(pieces[next].lower);
  if (one_of("become", lemma) && next + 1 < pieces.size() && pieces[next + 1].is_noun() &&
      is_job_of_a_person(pieces[next + 1].noun))
    evidence.person += 3;
  const bool passive = word(pieces, next - 1, "is|was|were|been|be") ||
                       (next > begin + 1 && word(pieces, next - 2, "is|was|were|been|be"));
  if (one_of("name|appoint|elect|promote|hire", lemma)
          ? !passive
          : !one_of("serve|work|join|rejoin|start|begin|act|return", lemma))
    return;
  for (std::size_t k = next + 1; k + 1 < pieces.size() && k < next + 5; ++k)
    if (word(pieces, k, "as") && pieces[k + 1].is_noun() && pieces[k + 1].noun.type == NounType::role &&
        !pieces[k + 1].noun.plural)
      evidence.person += 3;
}

/// "Laurel formed ..", "Tony set up ..", "Lai received a degree ..": what people do, where the name may be
/// one.
void weigh_deed(const std::vector<Piece>& pieces, const std::string& name, std::size_t next,
                Evidence& evidence) {
  if (next >= pieces.size() || pieces[next].kind != Piece::Kind::word || name.find(' ') != std::string::npos)
    return;
  const std::string_view lemma = verb_lemma(pieces[next].lower);
  if (is_given_name(ascii_lower(name)) &&
      one_of("found|form|establish|set|start|serve|work|join|move|begin|hold|leave|become|lead|run", lemma))
    evidence.person += 2;
  const bool founds_named = one_of("found|establish", lemma) && next + 1 < pieces.size() &&
                            pieces[next + 1].is_noun() && pieces[next + 1].noun.named() &&
                            pieces[next + 1].noun.type == NounType::organisation;
  if (founds_named) evidence.person += 2;
  if (!one_of("receive|obtain|earn|hold|complete|take|get", lemma)) return;
  for (std::size_t k = next + 1; k < pieces.size() && k < next + 4; ++k)
    if (one_of("degree|doctorate|bachelor|master|phd|diploma|mba",
               pieces[k].is_noun() ? pieces[k].noun.head : pieces[k].lower))
      evidence.person += 2;
}

/// What stands before and behind a mention.
void weigh_mention(const std::vector<Piece>& pieces, std::size_t i, Evidence& evidence) {
  const Noun& noun = pieces[i].noun;
  if (noun.titled) evidence.person += 3;
  const auto product_noun = [](std::string_view head) {
    return one_of(
        "model|chatbot|assistant|app|tool|product|language|framework|library|robot|chip|dataset|benchmark|"
        "browser|game|"
        "software|family|plugin|agent|series|protocol|device|car|phone|magazine",
        head);
  };
  if (i + 1 < pieces.size() && pieces[i + 1].kind == Piece::Kind::word && !pieces[i + 1].lower.empty() &&
      pieces[i + 1].lower[0] >= '0' && pieces[i + 1].lower[0] <= '9' && !pieces[i + 1].lower.ends_with("m") &&
      pieces[i + 1].lower.size() <= 3 && noun.group.empty())
    evidence.product += 2;
  if (word(pieces, i + 1, ",") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
      !pieces[i + 2].noun.named() && product_noun(pieces[i + 2].noun.head) &&
      pieces[i + 2].noun.owner.empty() && pieces[i + 2].noun.indefinite)
    evidence.product += 2;
  if (!noun.role.empty()) evidence.person += 2;
  if (noun.determiner == "the" && noun.role.empty() && !noun.titled) evidence.organisation += 3;
  if (word(pieces, i + 1, "who|whom")) evidence.person += 3;
  if (word(pieces, i + 1, ",") && word(pieces, i + 2, "who|whom|aged")) evidence.person += 3;
  if (word(pieces, i + 1, ",|(") && i + 2 < pieces.size() && pieces[i + 2].is_noun()) {
    const Noun& next = pieces[i + 2].noun;
    if (next.type == NounType::role && !next.plural &&
        (next.indefinite || next.former || !next.employer.empty()))
      evidence.person += 2;
    // "Ann Example, whose company ..": hers
    const bool theirs = one_of("whose|his|her", next.determiner);
    if (next.type == NounType::common && is_organisation_noun(next.head) && !next.plural && !theirs)
      evidence.organisation += 3;
  }
  // "a new company, Acme, ..", "their start-up, Acme"
  if (i >= 2 && word(pieces, i - 1, ",") && pieces[i - 2].is_noun() && !pieces[i - 2].noun.named() &&
      pieces[i - 2].noun.type == NounType::common && is_organisation_noun(pieces[i - 2].noun.head) &&
      !pieces[i - 2].noun.plural && (i < 4 || !word(pieces, i - 3, ",")))
    evidence.organisation += 2;
  if (i > 0 && pieces[i - 1].kind == Piece::Kind::word) {
    const std::string& before = pieces[i - 1].lower;
    if (before == "at") evidence.organisation += 2;
    const std::string_view lemma = verb_lemma(before);
    if (one_of("join|acquire|buy|found|run|head|chair", lemma)) evidence.organisation += 2;
    if (one_of("hire|poach|recruit|appoint|dismiss|fire|lure", lemma)) evidence.person += 1;
  }
  if (i + 1 < pieces.size() && pieces[i + 1].kind == Piece::Kind::word) {
    std::size_t next = i + 1;
    bool passive = word(pieces, next, "is|was|are|were|been|be") || word(pieces, next + 1, "been|be");
    while (next < pieces.size() && pieces[next].kind == Piece::Kind::word &&
           (is_auxiliary(pieces[next].lower) || is_adverb(pieces[next].lower)))
      ++next;
    weigh_post(pieces, i + 1, next, evidence);
    if (!passive) weigh_deed(pieces, noun.name, next, evidence);
    if (next < pieces.size() && pieces[next].kind == Piece::Kind::word) {
      const std::string_view lemma = verb_lemma(pieces[next].lower);
      // headlines: "Ann Example hired by Acme"
      passive = passive || (is_past_form(pieces[next].lower) && word(pieces, next + 1, "by|from"));
      if (one_of("hire|poach|recruit|appoint|employ|name", lemma) && passive &&
          is_past_form(pieces[next].lower))
        evidence.person += 2;
      else if (one_of("raise|acquire|hire|poach|recruit|buy|employ|secure|appoint", lemma) && !passive)
        evidence.organisation += 2;
      if (one_of("write|study|graduate|resign|retire|quit|co-found|attend|teach", lemma))
        evidence.person += 2;
    }
  }
}

class Weigher {
 public:
  explicit Weigher(EvidenceByName& evidence) : evidence_(evidence) {}

  void weigh(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!pieces[i].is_noun()) continue;
      const Noun& noun = pieces[i].noun;
      if (noun.named()) weigh_mention(pieces, i, evidence_[noun.name]);
      if (noun.named() && !noun.group.empty()) evidence_[noun.name].organisation += 2;
      for (const Noun& owner : noun.owner)
        if (noun.type == NounType::role &&
            one_of("founder|founders|co-founder|co-founders|ceo|cto|cfo|coo|executive|chairman|board",
                   noun.head))
          evidence_[owner.name].organisation += 2;
      for (const Noun& employer : noun.employer)
        if (noun.owner.empty()) evidence_[employer.name].organisation += 2;
    }
  }

  /// "DST Sample, Bpi, Index Ventures and Nvidia": who stands among organisations is one.
  void weigh_lists(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size();) {
      std::size_t end = i;
      std::size_t names = 0;
      std::size_t organisations = 0;
      while (end < pieces.size() && pieces[end].is_noun() && pieces[end].noun.named()) {
        ++names;
        if (pieces[end].noun.type == NounType::organisation) ++organisations;
        ++end;
        const std::size_t mark = end;
        if (word(pieces, end, ",")) ++end;
        if (word(pieces, end, "and|or|&")) ++end;
        if (end == mark) break;
      }
      if (names >= 3 && 2 * organisations >= names)
        for (std::size_t k = i; k < end; ++k)
          if (pieces[k].is_noun() && pieces[k].noun.type == NounType::person && !pieces[k].noun.sure &&
              pieces[k].noun.role.empty() &&
              !is_given_name(ascii_lower(pieces[k].noun.name.substr(0, pieces[k].noun.name.find(' ')))))
            evidence_[pieces[k].noun.name].organisation += 3;
      i = end > i ? end : i + 1;
    }
  }

  /// "led by General Sample", "when General Sample led a $5m round": who leads a round is a firm, mostly.
  void weigh_leaders(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
      if (!word(pieces, i, "led|leads|leading|co-led")) continue;
      bool money = false;
      for (const Piece& piece : pieces)
        money = money || piece.kind == Piece::Kind::amount ||
                (piece.is_noun() && one_of("round|seed|funding|financing", piece.noun.head));
      if (!money) return;
      const std::size_t behind = word(pieces, i + 1, "by") ? i + 2 : i + 1;
      const std::size_t leader = behind == i + 2 ? behind : i == 0 ? pieces.size() : i - 1;
      if (leader >= pieces.size() || !pieces[leader].is_noun()) continue;
      const Noun& noun = pieces[leader].noun;
      if (noun.named() && !noun.sure && noun.role.empty() &&
          !is_given_name(ascii_lower(noun.name.substr(0, noun.name.find(' ')))))
        evidence_[noun.name].organisation += 3;
    }
  }

  /// "unveiled Vireo on Monday. The Boston start-up ..": what the next sentence calls a company.
  void weigh_next(const std::vector<Piece>& pieces, const std::vector<Piece>& next) {
    const bool called = !next.empty() && next[0].is_noun() && next[0].noun.type == NounType::common &&
                        next[0].noun.determiner == "the" && is_organisation_noun(next[0].noun.head);
    if (!called) return;
    for (std::size_t i = 1; i < pieces.size(); ++i)
      if (pieces[i].is_noun() && pieces[i].noun.type == NounType::organisation && !pieces[i].noun.sure &&
          pieces[i - 1].kind == Piece::Kind::word && !verb_lemma(pieces[i - 1].lower).empty())
        evidence_[pieces[i].noun.name].organisation += 2;
  }

 private:
  EvidenceByName& evidence_;
};

std::size_t word_count(const std::string& name) {
  return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

}  // namespace

void Document::decide_types() {
  EvidenceByName evidence;
  Weigher weigher(evidence);
  for (const auto& parsed : sentences_) {
    weigher.weigh(parsed.pieces);
    weigher.weigh_lists(parsed.pieces);
    weigher.weigh_leaders(parsed.pieces);
  }
  for (std::size_t i = 0; i + 1 < sentences_.size(); ++i)
    weigher.weigh_next(sentences_[i].pieces, sentences_[i + 1].pieces);
  for (auto& [name, found] : evidence) {
    const std::string first = ascii_lower(name.substr(0, name.find(' ')));
    if (word_count(name) >= 2 && is_given_name(first)) found.person += 2;
    if (is_pinyin_name(name)) found.person += 3;
    if (found.product > found.organisation && found.product > found.person) products_.insert(name);
    if (found.organisation > found.person && found.organisation >= 2) called_organisations_.insert(name);
  }
  for (const auto& [name, found] : evidence)  // "Cobalt Mini" where Cobalt is one
    if (const auto blank = name.find(' ');
        blank != std::string::npos && products_.contains(name.substr(0, blank)))
      products_.insert(name);
  const auto decide = [&](Noun& noun, auto& self) -> void {
    for (Noun& owner : noun.owner) self(owner, self);
    for (Noun& employer : noun.employer) self(employer, self);
    if (!noun.named() || noun.sure || (noun.type != NounType::person && noun.type != NounType::organisation))
      return;
    const auto entry = evidence.find(noun.name);
    if (entry == evidence.end()) return;
    const Evidence& found = entry->second;
    if (word_count(noun.name) >= 2 && noun.type == NounType::person && found.organisation >= 2 &&
        found.organisation > found.person) {
      noun.type = NounType::organisation;
      noun.kind = "Company";
    } else if (found.person >= 2 && found.person > found.organisation && noun.group.empty()) {
      noun.type = NounType::person;
      noun.kind = "Person";
      noun.sure = true;
    }
  };
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces)
      if (piece.is_noun()) decide(piece.noun, decide);
}

}  // namespace talentflow::ingest::text
