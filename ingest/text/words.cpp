#include "ingest/text/words.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace talentflow::ingest::text {
namespace {

using Words = std::set<std::string_view>;

/// "a b c" -> {a, b, c}. The text must live as long as the program.
Words words(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (end != 0) out.insert(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

bool in(const Words& set, std::string_view word) { return set.contains(word); }

bool in_singular(const Words& set, std::string_view word) {
  return in(set, word) ||
         (word.size() > 3 && word.ends_with('s') && in(set, word.substr(0, word.size() - 1)));
}

/// A verb and its forms, separated by blanks; the first is the lemma. Forms that are as often nouns are left
/// out
/// ("lead", "head", "back"): the rules that need them look at their neighbours.
constexpr std::string_view kVerbs[] = {
    "join joins joined joining rejoin rejoins rejoined rejoining",
    "leave leaves left leaving",
    "quit quits quitting",
    "resign resigns resigned resigning",
    "depart departs departed departing",
    "exit exits exited exiting",
    "step stepped steps stepping",
    "go goes went gone going",
    "move moved moves moving",
    "come comes came coming",
    "return returned returns returning",
    "defect defected defects defecting",
    "switch switched switches switching",
    "jump jumped jumps jumping",
    "sign signed signs signing",
    "hire hires hired hiring",
    "poach poaches poached poaching",
    "recruit recruits recruited recruiting",
    "lure lures lured luring",
    "take takes took taken taking",
    "bring brings brought bringing",
    "appoint appoints appointed appointing",
    "name named names naming",
    "promote promoted promotes promoting",
    "become becomes became becoming",
    "serve serves served serving",
    "work works worked working",
    "spend spends spent spending",
    "employ employs employed employing",
    "lead leads led leading",
    "head heads headed heading",
    "run runs ran running",
    "oversee oversees oversaw overseen overseeing",
    "found founded founds founding co-founded co-founds co-founding cofounded cofounds cofounding",
    "start started starts starting",
    "launch launched launches launching",
    "set sets setting",
    "establish established establishes establishing",
    "build built builds building",
    "form formed forms forming",
    "create created creates creating",
    "raise raised raises raising",
    "close closed closes closing",
    "secure secured secures securing",
    "land landed lands landing",
    "invest invested invests investing",
    "put puts putting",
    "back backed backs backing",
    "fund funded funds funding",
    "participate participated participates participating",
    "acquire acquired acquires acquiring",
    "buy bought buys buying",
    "invite invited invites inviting",
    "approach approached approaches approaching",
    "court courted courts courting",
    "woo wooed woos wooing",
    "offer offered offers offering",
    "try tries tried trying",
    "graduate graduated graduates graduating",
    "study studied studies studying",
    "earn earned earns earning",
    "receive received receives receiving",
    "fall fell fallen falls falling",
    "drop dropped drops dropping",
    "rise rose risen rises rising",
    "gain gained gains gaining",
    "lose lost loses losing",
    "slide slid slides sliding",
    "climb climbed climbs climbing",
    "report reported reports reporting",
    "say said says saying",
    "write wrote written writes writing",
    "tell told tells telling",
    "announce announced announces announcing",
    "confirm confirmed confirms confirming",
    "deny denied denies denying",
    "welcome welcomed welcomes welcoming",
    "plan planned plans planning",
    "expect expected expects expecting",
    "replace replaced replaces replacing",
    "succeed succeeded succeeds succeeding",
    "develop developed develops developing",
    "describe describes described describing",
    "frame frames framed framing",
    "stress stresses stressed stressing",
    "focus focuses focused focusing",
    "push pushes pushed pushing",
    "make makes made making",
    "give gives gave given giving",
    "part parted parts parting",
    "retire retired retires retiring",
    "teach teaches taught teaching",
    "relocate relocated relocates relocating",
    "arrive arrived arrives arriving",
    "follow followed follows following",
    "snap snapped snaps snapping",
    "pick picked picks picking",
    "tap tapped taps tapping",
    "add added adds adding",
    "attract attracted attracts attracting",
    "enlist enlisted enlists enlisting",
    "install installed installs installing",
    "elect elected elects electing",
    "elevate elevated elevates elevating",
    "choose chose chosen chooses choosing",
    "select selected selects selecting",
    "nab nabbed nabs nabbing",
    "snag snagged snags snagging",
    "grab grabbed grabs grabbing",
    "persuade persuaded persuades persuading",
    "dismiss dismissed dismisses dismissing",
    "fire fired fires firing",
    "sack sacked sacks sacking",
    "oust ousted ousts ousting",
    "walk walked walks walking",
    "bow bowed bows bowing",
    "begin began begun begins beginning",
    "hold held holds holding",
    "stay stayed stays staying",
    "remain remained remains remaining",
    "continue continued continues continuing",
    "rise rose risen rises rising",
    "advise advised advises advising",
    "attend attended attends attending",
    "educate educated educates educating",
    "complete completed completes completing",
    "obtain obtained obtains obtaining",
    "hail hailed hails hailing",
    "train trained trains training",
    "do did does doing done",
    "purchase purchased purchases purchasing",
    "absorb absorbed absorbs absorbing",
    "merge merged merges merging",
    "belong belonged belongs belonging",
    "own owned owns owning",
    "rename renamed renames renaming",
    "rebrand rebranded rebrands rebranding",
    "change changed changes changing",
    "base based",
    "headquarter headquartered",
    "value valued values valuing",
    "collect collected collects collecting",
    "bag bagged bags bagging",
    "pull pulled pulls pulling",
    "emerge emerged emerges emerging",
    "include included includes including",
    "unveil unveiled unveils unveiling",
    "post posted posts",
    "reveal revealed reveals revealing",
    "disclose disclosed discloses disclosing",
    "notify notified notifies notifying",
    "decide decided decides deciding",
    "decline declined declines declining",
    "refuse refused refuses refusing",
    "reject rejected rejects rejecting",
    "turn turned turns turning",
    "agree agreed agrees agreeing",
    "consider considered considers considering",
    "report reported reports reporting",
    "ask asked asks asking",
    "present presented presents presenting",
    "assume assumed assumes assuming",
    "accept accepted accepts accepting",
    "manage managed manages managing",
    "supervise supervised supervises supervising",
    "direct directed directs directing",
    "chair chaired",
    "see saw seen sees seeing",
    "use used uses",
    "help helped helps helping",
    "know knew known",
    "meet met meets meeting",
    "keep kept keeps keeping",
    "get got gets getting",
    "end ended ends ending",
    "reunite reunited reunites reuniting",
    "transfer transferred transfers transferring",
    "decamp decamped decamps decamping",
    "incorporate incorporated incorporates incorporating",
    "co-lead co-leads co-led co-leading",
    "invent invented invents inventing",
    "rely relied relies relying",
    "make makes made making",
    "tempt tempted tempts tempting",
    "win won wins winning",
    "sit sits sat sitting",
    "enter enters entered entering",
    "look looks looked looking",
    "bear bore born",
    "nominate nominated nominates nominating",
    "part parted parts parting",
    "abandon abandoned abandons abandoning",
    "swap swapped swaps swapping",
    "trade traded trades trading",
    "hand handed hands handing",
    "let lets letting",
    "call called calls calling",
    "dub dubbed",
    "locate located",
};

struct Verb {
  std::string_view form;
  std::string_view lemma;
};

const std::vector<Verb>& verb_forms() {
  static const std::vector<Verb> table = [] {
    std::vector<Verb> out;
    for (const std::string_view line : kVerbs) {
      const std::string_view lemma = line.substr(0, line.find(' '));
      for (const std::string_view form : words(line)) out.push_back({form, lemma});
    }
    std::sort(out.begin(), out.end(), [](const Verb& a, const Verb& b) { return a.form < b.form; });
    return out;
  }();
  return table;
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
      "one's up down out off away back ahead along around like unlike despite amid is are was were be been "
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
      "currently previously formerly originally");
  return in(set, lower) || (lower.size() > 4 && lower.ends_with("ly"));
}

bool is_role_noun(std::string_view lower) {
  static const Words set = words(
      "researcher scientist engineer leader lead head chief officer executive director manager president "
      "chairman "
      "chairwoman chair founder co-founder cofounder professor postdoc fellow ceo cto coo cfo cmo member "
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
      "director-general backer co-inventor inventor colleague successor predecessor co-leader coach");
  return in_singular(set, lower);
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
      "artistic mechanical musical prime special electrical civil chemical technology brand regulatory "
      "compliance internal external experimental early hugely renowned prominent "
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
      "services equity investment investments management securities brothers llp consulting");
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

bool is_demonym(std::string_view lower) {
  static const Words set = words(
      "chinese american british french german japanese korean indian canadian israeli russian swiss dutch "
      "swedish finnish "
      "danish norwegian italian spanish portuguese singaporean taiwanese vietnamese thai indonesian "
      "malaysian australian "
      "european asian african western eastern emirati saudi qatari turkish polish czech austrian irish "
      "scottish brazilian "
      "slovak slovenian croatian serbian bulgarian romanian lithuanian latvian estonian norwegian icelandic "
      "georgian "
      "armenian kazakh nigerian kenyan ghanaian ethiopian moroccan tunisian algerian lebanese syrian "
      "jordanian argentine "
      "argentinian chilean colombian peruvian venezuelan filipino bangladeshi nepali argentinean welsh "
      "catalan flemish "
      "mexican ukrainian iranian pakistani egyptian greek hungarian belgian global");
  return in(set, lower);
}

bool is_city(std::string_view lower) {
  static const Words set = words(
      "beijing shanghai shenzhen hangzhou guangzhou tokyo osaka seoul london paris berlin munich zurich "
      "geneva amsterdam stockholm "
      "toronto montreal vancouver seattle boston chicago austin denver miami philadelphia pittsburgh houston "
      "dallas "
      "bengaluru bangalore mumbai delhi hyderabad singapore taipei bellevue cambridge oxford edinburgh "
      "dublin madrid barcelona "
      "milan rome vienna copenhagen helsinki oslo brussels moscow dubai riyadh sydney melbourne jakarta "
      "bangkok hanoi manila "
      "lisbon porto valencia lyon grenoble toulouse marseille hamburg frankfurt cologne stuttgart dresden "
      "leipzig potsdam "
      "tubingen lausanne basel bern turin bologna naples krakow warsaw prague budapest bucharest sofia "
      "athens istanbul ankara "
      "kyiv riga vilnius tallinn gothenburg malmo uppsala lund aarhus bergen trondheim tampere eindhoven "
      "utrecht delft "
      "rotterdam hague antwerp ghent leuven luxembourg manchester bristol leeds glasgow birmingham cardiff "
      "belfast cork "
      "ottawa calgary edmonton waterloo quebec halifax detroit atlanta phoenix portland minneapolis "
      "baltimore nashville "
      "charlotte boulder oakland sunnyvale cupertino redmond princeton raleigh durham orlando tampa "
      "cleveland columbus "
      "sacramento brooklyn manhattan kyoto nagoya fukuoka sapporo busan daejeon incheon hsinchu kaohsiung "
      "macau pune chennai "
      "kolkata ahmedabad gurgaon gurugram noida karachi lahore dhaka colombo kathmandu nairobi lagos accra "
      "cairo johannesburg "
      "kigali tunis casablanca doha kuwait amman beirut haifa jerusalem tehran brisbane perth adelaide "
      "canberra auckland "
      "wellington santiago bogota lima montevideo guadalajara monterrey sao jeddah harbin dalian qingdao "
      "changsha zhengzhou "
      "xian chongqing jinan ningbo wuxi dongguan foshan zhuhai kunming shenyang "
      "nanjing wuhan chengdu suzhou tianjin xiamen hefei california massachusetts texas washington europe "
      "asia africa");
  return in(set, lower) || lower == "new york" || lower == "san francisco" || lower == "silicon valley" ||
         lower == "los angeles" || lower == "palo alto" || lower == "mountain view" ||
         lower == "menlo park" || lower == "abu dhabi" || lower == "tel aviv" || lower == "san diego" ||
         lower == "san jose" || lower == "hong kong" || lower == "mexico city" || lower == "buenos aires" ||
         lower == "sao paulo" || lower == "salt lake city" || lower == "new delhi" || lower == "cape town" ||
         lower == "ho chi minh city" || lower == "kuala lumpur" || lower == "washington dc" ||
         lower == "st louis" || lower == "las vegas" || lower == "new jersey" || lower == "santa clara" ||
         lower == "santa barbara" || lower == "redwood city" || lower == "ann arbor" ||
         lower == "new orleans" || lower == "the hague" || lower == "bay area";
}

bool is_common_acronym(std::string_view text) {
  static const Words set = words(
      "AI AGI LLM LLMs ML IT API IPO CEO CTO COO CFO CMO VP SVP EVP HR PR R&D PhD Ph.D Ph.D. MBA BSc MSc GPU "
      "GPUs TV PC "
      "GPT AIs CEOs Q1 Q2 Q3 Q4 EMEA APAC ESG RSS URL FAQ");
  return in(set, text);
}

bool is_report_verb(std::string_view lower) {
  static const Words set = words(
      "report reported reports say said says write wrote writes add adds added note noted notes reveal "
      "revealed reveals");
  return in(set, lower);
}

std::string_view verb_lemma(std::string_view lower) {
  const auto& table = verb_forms();
  const auto found =
      std::lower_bound(table.begin(), table.end(), lower,
                       [](const Verb& entry, std::string_view form) { return entry.form < form; });
  return found != table.end() && found->form == lower ? found->lemma : std::string_view();
}

bool is_past_form(std::string_view lower) {
  static const Words set = words(
      "left went gone came took taken brought became led ran oversaw overseen set built put bought fell rose "
      "risen lost said "
      "wrote written told made gave given spent taught begun began held did done chose chosen saw seen met "
      "kept got knew "
      "known won sat bore born");
  return lower.ends_with("ed") || in(set, lower);
}

bool is_ing_form(std::string_view lower) { return lower.size() > 4 && lower.ends_with("ing"); }

}  // namespace talentflow::ingest::text
