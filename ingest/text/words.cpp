#include "ingest/text/words.hpp"

#include "ingest/text/word_list.hpp"

namespace talentflow::ingest::text {
namespace {

bool in_singular(const Words& set, std::string_view word) {
  return in(set, word) ||
         (word.size() > 3 && word.ends_with('s') && in(set, word.substr(0, word.size() - 1)));
}

}  // namespace

bool is_function_word(std::string_view lower) {
  static const Words set = words(
      "a an the this that these those its his her their our your my it he she they we you i who whom whose "
      "which what "
      "when where while why how and or but nor so yet if because although though since until before after as "
      "than of in "
      "behind beyond below above outside inside around near amongst alongside until except besides prior "
      "on at by for from to with without into onto over under between among against about through during "
      "within across "
      "toward towards via per not no there here then also both either neither each every all any some such "
      "other another "
      "one's up down out off away back ahead along around like unlike despite amid upon pursuant is are was "
      "were be been "
      "being am has "
      "have had having do does did will would can could may might must shall should whether him them us me "
      "himself herself "
      "itself themselves nobody everyone someone nothing everything more most less least few many much "
      "several "
      "just only even still already now once ever never soon later earlier recently today yesterday tomorrow "
      "according however meanwhile separately moreover furthermore instead therefore thus hence perhaps "
      "whereas thereafter nonetheless nevertheless whilst together too last next first second third half "
      "nearly almost about roughly new");
  return in(set, lower);
}

bool is_auxiliary(std::string_view lower) {
  static const Words set = words(
      "is are was were be been being am has have had having do does did will would can could may might must "
      "shall should 's "
      "to get gets got");
  return in(set, lower);
}

bool is_adverb(std::string_view lower) {
  static const Words set = words(
      "both already also now just still recently soon later earlier then once never ever since even only not "
      "formally "
      "reportedly again back first jointly together however separately meanwhile instead today yesterday "
      "actively "
      "currently previously formerly originally each full-time part-time abruptly long lately hitherto "
      "heretofore outright anyway moreover besides");
  return in(set, lower) || (lower.size() > 4 && lower.ends_with("ly"));
}

bool is_role_noun(std::string_view lower) {
  static const Words set = words(
      "researcher scientist engineer leader lead head chief officer executive director manager president "
      "chairman "
      "chairwoman chair founder co-founder cofounder professor postdoc fellow ceo cto coo cfo cmo cpo cro "
      "ciso cio member "
      "contributor deputy veteran alum "
      "alumnus employee staffer boss architect advisor adviser partner trustee intern student lecturer "
      "creator "
      "co-creator designer analyst counsel secretary scholar mathematician economist developer programmer "
      "technologist "
      "specialist expert investor entrepreneur evangelist vp svp evp president-elect principal owner "
      "controller accountant "
      "representative co-ceo co-head co-lead co-leader investigator dean provost chancellor vice-president "
      "executive-in-residence alumna alumni physicist chemist biologist statistician roboticist linguist "
      "neuroscientist chairperson spokesman spokeswoman spokesperson governor treasurer co-chair co-chairman "
      "co-chairwoman vice-chairman lawyer attorney consultant strategist postdoctoral candidate rector "
      "editor "
      "mentor pioneer chieftain graduate recruit banker broker commissioner ambassador minister co-author "
      "author "
      "director-general administrator co-director co-president commander undersecretary superintendent "
      "backer co-inventor inventor colleague successor predecessor co-leader coach emeritus emerita "
      "columnist "
      "correspondent reporter editor-in-chief vice-chancellor librarian conductor curator");
  if (in_singular(set, lower)) return true;
  const auto dash = lower.find('-');  // "vice-director", "co-owner"
  return dash != std::string_view::npos && (lower.starts_with("vice-") || lower.starts_with("co-")) &&
         in_singular(set, lower.substr(dash + 1));
}

bool is_role_modifier(std::string_view lower) {
  static const Words set = words(
      "senior junior lead leading principal chief vice deputy assistant associate executive managing general "
      "technical "
      "technology scientific research software hardware machine learning ai product financial operating "
      "operations marketing "
      "strategy security safety policy founding full adjunct visiting honorary distinguished staff head "
      "division team group "
      "unit department interim acting global regional corporate commercial legal affairs communications "
      "people human "
      "resources design data infrastructure robotics vision language model models training pre-training "
      "post-training applied "
      "academic co accounting independent board former ex long-time longtime top key star core second third "
      "first non-executive "
      "information investment venture creative growth business development affairs post-doctoral "
      "postdoctoral doctoral phd graduate angel finance quantitative enterprise consumer sales customer "
      "national "
      "computer computational theoretical joint revenue public engineering cloud platform foreign editorial "
      "medical "
      "administrative diversity sustainability content supply transformation innovation economic impact "
      "delivery "
      "experience clinical nuclear partnerships alliances interim "
      "artistic mechanical musical prime special electrical civil chemical technology brand regulatory "
      "compliance chip silicon environment advertising search gaming streaming defence defense internal "
      "external experimental early hugely renowned prominent "
      "noted "
      "well-known long-serving direct permanent tenured regius emeritus emerita senior-most");
  return in(set, lower);
}

bool is_group_noun(std::string_view lower) {
  static const Words set = words(
      "team division unit group department arm project model initiative family branch office laboratory lab "
      "programme program "
      "assistant chatbot system platform business subsidiary effort app application brand series "
      "organization organisation "
      "staff app product service");
  return in_singular(set, lower);
}

bool is_organisation_noun(std::string_view lower) {
  static const Words set = words(
      "company registrant lab laboratory startup start-up firm fund venture business university institute "
      "institution "
      "bank maker "
      "corporation agency organization organisation nonprofit non-profit outfit group unicorn giant rival "
      "competitor "
      "employer carmaker chipmaker foundation studio accelerator incubator");
  return in_singular(set, lower);
}

bool is_organisation_name_word(std::string_view lower) {
  static const Words set = words(
      "labs lab inc inc. corp corp. corporation llc ltd ltd. limited plc gmbh ag sa company co holdings "
      "holding group technologies "
      "technology systems university institute college school academy ventures capital partners foundation "
      "bank research "
      "laboratory laboratories center centre association society council ministry department agency trust "
      "fund "
      "robotics intelligence ai semiconductor semiconductors electronics motors industries international "
      "networks software media "
      "studios games health energy pharmaceuticals biosciences therapeutics computing security analytics "
      "networks solutions "
      "committee command bureau commission office authority council institution services equity investment "
      "investments management securities brothers llp consulting enterprises resources communications "
      "productions pension studio entertainment pictures records hospital clinic museum airlines insurance "
      "collective digital interactive angels biotech aerospace pharma bancorp ventures "
      "machines corps union league federation alliance board orchestra church magazine press publishing");
  return in(set, lower);
}

bool is_legal_suffix(std::string_view lower) {
  static const Words set = words(
      "holdings holding group inc inc. corp corp. corporation llc ltd ltd. limited plc gmbh ag co company "
      "lab labs llp "
      "technologies technology ai platforms");
  return in(set, lower);
}

bool is_former_word(std::string_view lower) {
  static const Words set = words("former formerly ex ex- once previously one-time onetime erstwhile ex-");
  return in(set, lower);
}

bool is_common_acronym(std::string_view text) {
  static const Words set = words(
      "AI AGI LLM LLMs ML IT API IPO CEO CTO COO CFO CMO VP SVP EVP HR PR R&D PhD Ph.D Ph.D. MBA BSc MSc GPU "
      "GPUs TV PC "
      "CPO CRO CISO CLO CIO GPT AIs CEOs B2B B2C AR VR XR NLP IPOs HPC UI UX Q1 Q2 Q3 Q4 EMEA APAC ESG RSS "
      "URL FAQ");
  return in(set, text);
}

bool is_degree_abbreviation(std::string_view lower) {
  static const Words set = words(
      "b.a. b.s. b.sc b.sc. m.a. m.s. m.sc m.sc. m.b.a. mba ph.d ph.d. phd j.d. ll.b. ll.m. m.d. m.phil "
      "m.phil. "
      "d.phil d.phil. b.eng b.eng. m.eng m.eng. b.tech b.tech. m.tech m.tech. a.b. s.b. s.m. a.m. sc.d. "
      "ed.d. "
      "dphil bsc msc bs meng beng");
  return in(set, lower);
}

bool is_field_word(std::string_view lower) {
  static const Words set = words(
      "research engineering applications application products product science sciences infrastructure "
      "hardware "
      "software operations partnerships alignment safety policy growth finance marketing sales people talent "
      "strategy cloud search ads advertising consumer enterprise platform platforms security data design "
      "robotics "
      "ai ml ai/ml training pretraining pre-training post-training inference reasoning go-to-market "
      "communications legal revenue technology compute privacy integrity devices silicon manufacturing "
      "development recruiting monetization interpretability preparedness commerce payments education health");
  return in(set, lower);
}

bool is_institution_word(std::string_view lower) {
  static const Words set = words(
      "institute agency centre center council foundation commission university college school ministry "
      "department bureau office administration association society fund trust alliance authority academy "
      "laboratory observatory command");
  return in(set, lower);
}

bool is_report_verb(std::string_view lower) {
  static const Words set = words(
      "report reported reports say said says write wrote writes add adds added note noted notes reveal "
      "revealed reveals");
  return in(set, lower);
}

}  // namespace talentflow::ingest::text
