// Words for money put in, the lists of names beside them, and whose money is meant.
#include "ingest/text/loose_money.hpp"

#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// Whether money was said to go to a firm not long ago.
bool raised_lately(const RuleEngine& engine, const std::string& name) {
  constexpr std::size_t kBack = 3;
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.sentence + kBack >= engine.sentence_index() &&
           ((claim.relation == "RAISED" && claim.subject.name == name) ||
            (claim.relation == "INVESTED_IN" && claim.object && claim.object->name == name));
  });
}

/// Whom the text has raise money: told here, told before, or what the text goes on about.
std::optional<Actor> receiver_of_text(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  const auto free = [&](const std::optional<Actor>& actor) {
    return actor && !actor->name.empty() && actor->kind != "Fund" && actor->kind != "University" &&
           !is_fund_name(actor->name) && std::none_of(names.begin(), names.end(), [&](std::size_t index) {
             return engine.noun(index).name == actor->name;
           });
  };
  for (auto claim = engine.claims().rbegin();
       claim != engine.claims().rend() && claim->sentence == engine.sentence_index(); ++claim) {
    if (claim->relation == "RAISED" && free(claim->subject)) return claim->subject;
    if (claim->relation == "INVESTED_IN" && free(claim->object)) return claim->object;
  }
  if (free(engine.raiser()) && raised_lately(engine, engine.raiser()->name)) return engine.raiser();
  if (engine.document().main_organisation_count() >= 3 && free(engine.main_organisation()))
    return engine.main_organisation();
  if (free(engine.last_organisation())) return engine.last_organisation();
  return std::nullopt;
}

}  // namespace

std::vector<MoneyPart> money_parts(const RuleEngine& engine) {
  std::vector<MoneyPart> out{{0, 0}};
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is(";")) continue;
    out.back().end = i;
    out.push_back({i + 1, 0});
  }
  out.back().end = engine.pieces().size();
  return out;
}

std::string_view plain_word(const Piece& piece) {
  if (!piece.is_noun()) return piece.lower;
  return piece.noun.named() ? std::string_view() : std::string_view(piece.noun.head);
}

bool is_giver_word(std::string_view word) {
  return one_of(
      "investor|investors|backer|backers|shareholder|shareholders|stakeholder|stakeholders|funder|funders|"
      "financier|financiers|contributor|contributors|donor|donors|patron|patrons|co-investor|co-investors|"
      "bankroller|bankrollers",
      word);
}

bool is_giver(const Piece& piece) {
  const std::string_view word = plain_word(piece);
  return is_giver_word(word) || (one_of("buyers|subscribers|participants|names", word) &&
                                 piece.noun.described.starts_with("cornerstone"));
}

bool is_share_word(std::string_view word) {
  return one_of("stake|stakes|share|shares|shareholding|shareholdings|holding|holdings|equity", word);
}

bool is_money_word(std::string_view word) {
  return one_of(
      "money|cash|capital|funds|funding|finance|financing|cheque|cheques|check|checks|rest|remainder|"
      "balance|half|bulk|sum|sums|more",
      word);
}

bool is_round_piece(const Piece& piece) {
  if (!piece.is_noun()) return one_of("round|series|financing|funding|flotation|float|ipo", piece.lower);
  return (is_round_phrase(piece.noun) && piece.noun.head != "deal") ||
         (!piece.noun.named() && one_of("flotation|float|ipo|placement", piece.noun.head));
}

bool is_mere_talk(const RuleEngine& engine, const MoneyPart& part) {
  const auto& tokens = engine.sentence().sentence.tokens;
  if (part.begin >= part.end) return true;
  const std::size_t end = engine.pieces()[part.end - 1].end;
  for (std::size_t i = engine.pieces()[part.begin].begin; i < end; ++i)
    if (one_of(
            "not|never|no|nor|neither|without|may|might|could|would|should|if|whether|talks|talk|hope|hopes|"
            "hoped|hoping|want|wants|wanted|plan|plans|planned|planning|seek|seeks|seeking|sought|consider|"
            "considers|considering|weighing|mulling|exploring|rumoured|rumored|reportedly|rumour|rumours|"
            "speculation|declined|refused|denied|denies|rejected|failed|offer|offered|offers|bid|bids|"
            "expected|expects|likely|possible|potential|prospective|approached|will|discussing|negotiating|"
            "invited|asked|urged|n't|hardly|sued|suing|against|rival|rivals|compete|competes|competing|"
            "customers|customer|clients|like",
            tokens[i].lower))
      return true;
  return false;
}

bool can_invest(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (!noun.named() || (noun.type != NounType::organisation && noun.type != NounType::person)) return false;
  if (noun.kind == "University" || noun.kind == "Outlet" || noun.kind == "Product") return false;
  if (Gazetteer::standard().knows_as(noun.name, "Outlet")) return false;
  const auto who = engine.anyone(noun);
  return who.has_value() && who->kind != "University";
}

NameUse use_of(const RuleEngine& engine, const std::string& name) {
  NameUse out = NameUse::none;
  for (auto claim = engine.claims().rbegin();
       claim != engine.claims().rend() && claim->sentence == engine.sentence_index(); ++claim) {
    if (one_of("LOCATED_IN|PART_OF|FOUNDED|WORKS_AT", claim->relation) && claim->subject.name == name)
      continue;
    if (claim->relation == "LOCATED_IN" || claim->relation == "PART_OF") continue;
    if (claim->relation == "INVESTED_IN" && claim->subject.name == name)
      out = NameUse::invested;
    else if (claim->subject.name == name || (claim->object && claim->object->name == name))
      return NameUse::other;
  }
  return out;
}

std::vector<std::size_t> unread_investors(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  std::vector<std::size_t> out;
  for (const std::size_t index : names) {
    if (!engine.pieces()[index].is_noun() || !can_invest(engine, index)) return {};
    const NameUse use = use_of(engine, engine.anyone(engine.noun(index))->name);
    if (use == NameUse::other) return {};
    if (use == NameUse::none) out.push_back(index);
  }
  return out;
}

bool round_just_told(const RuleEngine& engine, std::size_t back) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + back < engine.sentence_index()) return false;
    if (one_of("RAISED|INVESTED_IN", claim->relation) && !claim->denied) return true;
  }
  return false;
}

void claim_investors(RuleEngine& engine, std::string_view rule, const std::vector<std::size_t>& names,
                     const std::optional<Actor>& told) {
  const auto fresh = unread_investors(engine, names);
  if (fresh.empty()) return;
  const auto receiver = told ? told : receiver_of_text(engine, names);
  if (!receiver) return;
  for (const std::size_t index : fresh) {
    const auto who = engine.anyone(engine.noun(index));
    if (who->name == receiver->name || engine.said("INVESTED_IN", who->name, receiver->name)) continue;
    claim_investor(engine, nullptr, index, *receiver, false);
    if (engine.claims().back().relation == "INVESTED_IN") engine.claims().back().rule = rule;
  }
}

}  // namespace talentflow::ingest::text
