// Verbs and their forms.
#include <algorithm>
#include <string>
#include <vector>

#include "ingest/text/word_list.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

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
    "fetch fetches fetched fetching",
    "draft drafted drafts drafting",
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
    "found founded founds founding co-founded co-founds co-founding cofounded cofounds cofounding co-found "
    "cofound",
    "start started starts starting",
    "launch launched launches launching",
    "set sets setting",
    "establish established establishes establishing",
    "forced forcing",
    "register registers registered registering",
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
    "chair chaired chairs chairing",
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
    "bolt bolted bolts bolting",
    "terminate terminated terminates terminating",
    "bid bids bade bidding",
    "cross crossed crosses crossing",
    "throw throws threw thrown throwing",
    "find finds",
    "clear cleared clears clearing",
    "pack packed packs packing",
    "cut cuts cutting",
    "sever severed severs severing",
    "ditch ditched ditches ditching",
    "desert deserted deserts deserting",
    "exchange exchanged exchanges exchanging",
    "opt opted opts opting",
    "wrap wrapped wraps wrapping",
    "finish finished finishes finishing",
    "cap capped",
    "engage engaged engages engaging",
    "speak speaks spoke spoken speaking",
    "grow grows grew grown growing",
    "draw draws drew drawn",
    "hear hears heard",
    "feel feels felt",
    "think thinks thought",
    "understand understands understood",
    "stand stands stood",
    "pay pays paid paying",
    "sell sells sold selling",
    "send sends sent sending",
    "break breaks broke broken",
    "fight fights fought",
    "catch catches caught",
    "seek seeks sought seeking",
    "show shows showed shown showing",
    "prepare prepares prepared preparing",
    "intend intends intended intending",
    "tender tendered tenders tendering",
    "submit submits submitted submitting",
    "deal dealt dealing",
    "lay lays laid laying",
    "read reads reading",
    "cease ceased ceases ceasing",
    "inherit inherited inherits inheriting",
    "ascend ascended ascends ascending",
    "graduate graduated graduates graduating",
    "sink sinks sank sunk sinking",
    "chip chipped chipping",
    "bank banked",
    "haul hauled hauling",
    "rake raked raking",
    "net netted netting",
    "spin spins spun spinning",
    "act acted acts acting",
    "increase increased increases increasing",
    "top topped tops topping",
    "double doubled doubles doubling",
    "boost boosted boosts boosting",
    "offload offloaded offloads offloading",
};

/// Verbs that no rule asks for, in all their regular forms: known so that a noun phrase ends before them and
/// a clause has its subject.
constexpr std::string_view kRegular =
    "represent contribute specialize specialise explore pursue explain argue believe suggest indicate "
    "mention "
    "insist cite appear seem depend exist occur happen allow enable require involve consist contain combine "
    "create produce provide deliver establish expand extend reduce improve enhance accelerate strengthen "
    "oppose "
    "criticise criticize praise thank apologise apologize encourage inspire warn complain contend assert "
    "emphasise emphasize observe recall recount remember realise realize recognise recognize regard compare "
    "calculate exceed surpass outperform compete collaborate cooperate communicate negotiate discuss listen "
    "respond publish introduce demonstrate prove solve tackle perform conduct carry organise organize "
    "arrange "
    "propose recommend endorse approve authorise authorize impose enforce violate accuse allege convict "
    "settle "
    "earn donate want prefer enjoy hate identify define explain reflect reveal underscore highlight "
    "illustrate mirror prompt echo resemble coincide intensify deepen underline signal spur tout vow "
    "expedite "
    "relinquish reassign reunite remind convince inform reassure compile assemble unite replicate mentor "
    "complement supplement succeed justify clarify speculate declare proclaim comment belong reside emigrate "
    "resurface surface reappear divide clock immigrate migrate graduate enrol enroll matriculate vacate "
    "renounce "
    "inherit evolve transform shift "
    "participate count amass gather inject supply bankroll pump pour scoop clinch spearhead cease halt "
    "resume initiate commence conclude finish finalise finalize";
/// The same of verbs whose other forms are as often nouns: their past alone.
constexpr std::string_view kNounLike =
    "claim note visit interview tweet email release feature aim spark trigger fuel mark match reach rank "
    "target "
    "race rush hint pledge promise share credit hope test cover contact document chat debut partner team bet "
    "address handle function grant award gift vote list rate score place order date question doubt concern "
    "worry "
    "finance anchor pocket score surprise shock stun amount total cost contrast estimate limit block ban "
    "charge view witness experience open";

/// A form that the spelling rules of English make of a verb.
std::string inflected(std::string_view verb, std::string_view ending) {
  std::string out(verb);
  const bool mute = verb.ends_with('e');
  const bool changes = verb.ends_with('y') && verb.size() > 2 &&
                       std::string_view("aeiou").find(verb[verb.size() - 2]) == std::string_view::npos;
  if (ending == "ing") {
    if (mute && !verb.ends_with("ee")) out.pop_back();
  } else if (changes) {
    out.back() = 'i';
    if (ending == "s") out += 'e';
  } else if (ending == "s") {
    if (verb.ends_with('s') || verb.ends_with('x') || verb.ends_with('z') || verb.ends_with("ch") ||
        verb.ends_with("sh"))
      out += 'e';
  } else if (mute) {
    out.pop_back();
  }
  out += ending;
  return out;
}

struct Verb {
  std::string form;
  std::string_view lemma;
};

std::vector<Verb> all_forms() {
  std::vector<Verb> out;
  for (const std::string_view line : kVerbs) {
    const std::string_view lemma = line.substr(0, line.find(' '));
    for (const std::string_view form : sorted_words(line)) out.push_back({std::string(form), lemma});
  }
  for (const std::string_view verb : sorted_words(kRegular)) {
    out.push_back({std::string(verb), verb});
    for (const std::string_view ending : {"s", "ed", "ing"}) out.push_back({inflected(verb, ending), verb});
  }
  for (const std::string_view verb : sorted_words(kNounLike)) out.push_back({inflected(verb, "ed"), verb});
  return out;
}

/// Sorted by form; what the rules ask for goes before the rest.
const std::vector<Verb>& verb_forms() {
  static const std::vector<Verb> table = [] {
    std::vector<Verb> out = all_forms();
    std::stable_sort(out.begin(), out.end(), [](const Verb& a, const Verb& b) { return a.form < b.form; });
    return out;
  }();
  return table;
}

}  // namespace

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
      "known won sat spun sank bore born spoke spoken grew grown drew drawn heard felt thought understood "
      "stood paid sold "
      "sent broke broken fought caught sought shown bet bade dealt laid");
  return lower.ends_with("ed") || in(set, lower);
}

bool is_ing_form(std::string_view lower) { return lower.size() > 4 && lower.ends_with("ing"); }

}  // namespace talentflow::ingest::text
