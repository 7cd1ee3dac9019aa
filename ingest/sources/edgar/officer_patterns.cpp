#include "ingest/sources/edgar/officer_patterns.hpp"

namespace talentflow::ingest::edgar {
namespace {

using std::string;

const string kApostrophe = "(?:'|’)";
const string kMonth =
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const string kDate = "((?:" + kMonth + " (?:[0-9]{1,2}, )?)?(?:19|20)[0-9]{2})";
const string kWord = "(?:[A-Z]\\.|(?:[A-Z][a-z]?['’])?[A-Z][A-Za-z’'-]*[a-z])";
const string kTitle = "(?:(?:Mr|Ms|Mrs|Dr|Prof)\\. )";
const string kName = kWord + "(?: (?:(?:van|von|de|der|den|di|da|del|la|le|bin|al) )*" + kWord +
                     "){1,3}(?:,? (?:Jr\\.|Sr\\.|II|III|IV))?";

// "Executive Vice President, Chief Financial Officer and Treasurer", "Chief Scientist", "VP of Research".
const string kWordOfRole = "(?:[A-Z][A-Za-z/-]*,? (?:and |of |for |& |the )*)";
const string kHead =
    "(?:Officers?|Presidents?|Chairman|Chairwoman|Chairperson|Chair|Counsel|Treasurer|Secretary|Controller|"
    "Director|Manager|"
    "Scientist|Executive|Architect|Strategist|Economist|Accountant|Actuary|Engineer|Partner|Head|Professor|"
    "Fellow|"
    "Principal|Founder|Co-Founder|Adviser|Advisor|Consultant|Leader|Analyst|Associate|Researcher|Dean|"
    "Auditor|CEO|CFO|COO|"
    "CTO|VP)";
const string kCapitalised =
    "[A-Z][A-Za-z/&-]*(?:(?:,| and| &|, and) [A-Z][A-Za-z/&-]*| [A-Z][A-Za-z/&-]*){0,4}";
const string kRole =
    "((?:interim |acting |co-)?" + kWordOfRole + "{0,12}" + kHead + "(?:-Elect)?(?:(?:,| and|, and| &) " +
    kWordOfRole + "{0,8}" + kHead +
    ")*(?:,? (?:of|for) "
    "(?:Research|Engineering|Sales|Marketing|Finance|Operations|Product|Technology|Strategy|Human "
    "Resources|Business Development|Computer Science|[A-Z][a-z]+ "
    "(?:Science|Sciences|Engineering|Development|Operations))"
    "(?: (?:and|&) [A-Z][a-z]+)?)?|[a-z]* ?(?:director|member of (?:the|its|our) "
    "(?:[bB]oard)(?: of (?:Directors|directors))?)|chief [a-z]+ officer|president|chairman|professor(?: of "
    "[a-z]+(?: "
    "[a-z]+)?)?)";
/// A post whose field stands behind it: "Vice President, Internal Audit".
const string kRoleWithField = "(" + kWordOfRole + "{0,4}(?:Vice )?President(?:,|-| –) ?" + kCapitalised + ")";
const string kAnyRole = "(?:" + kRole + "|" + kRoleWithField + ")";
const string kCompany =
    "((?:[A-Z][A-Za-z0-9&’'.-]*|3M)(?:,? "
    "(?:Inc\\.|LLC|L\\.P\\.|Ltd\\.|Corp\\.|of|and|&|the|[A-Z][A-Za-z0-9&’'.-]*)){0,7})";
const string kHere = "(?:the |our )?(?:Company|Registrant|Corporation|Bank|Partnership|Trust)";
const string kArticle = "(?:an? |the |its |our |their |his |her )?";
const string kOfHere = "(?:(?:" + kHere + ")" + kApostrophe + "s )?";
const string kNew = "(?:new |independent |non-executive |additional )*";
const string kAge = "(?: \\([^)]*\\))?,?(?:,? (?:age|aged) [0-9]+,?|,? [0-9]{2},)?";
const string kAs =
    "(?:as|to serve as|to act as|to become|to be|to the (?:position|office|role|post)s? of|to) ";
const string kBoard = "(?:the |its |our |" + kHere + kApostrophe + "s )?(?:[Bb]oard|Board of Directors)\\b";
const string kLeaves = "(?:resign|retire|step down|depart|leave)";
const string kLeaving = "(?:resigning|retiring|stepping down|departing|leaving)";

}  // namespace

OfficerPatterns::OfficerPatterns()
    : name("(" + kName + ")"),
      honorific("(?:Mr|Ms|Mrs|Dr|Prof)\\. (" + kWord + ")"),
      mention("(" + kTitle + "?" + kName + "|" + kTitle + kWord + "|\\b(?:He|She|he|she)\\b)"),
      departure(
          "((?:has |have |had )?(?:resigned|retired|stepped down|departed|passed away|died|"
          "tendered (?:his|her|their) (?:letter of )?resignations?|submitted (?:his|her|their) (?:letter of "
          ")?resignations?|"
          "delivered (?:his|her|their) (?:notice|letter) of resignation|gave notice of (?:his|her) "
          "resignation|"
          "ceased to (?:be|serve)|left the (?:Company|Board)|(?:was|were) (?:terminated|removed|dismissed) "
          "as)|"
          "(?:was|were|has been|have been) terminated|will (?:" +
          kLeaves + "|cease to (?:be|serve)|be " + kLeaving + ")|(?:is|are) " + kLeaving +
          "|(?:informed|notified|advised) [^.;]{0,160}?(?:(?:will|would|to|is|was|has|his|her|he/she "
          "was|their) (?:" +
          kLeaving + "|" + kLeaves +
          "|decided to (?:resign|retire)|decision to (?:resign|retire|step down|leave)|intent to "
          "(?:resign|retire)|intention to "
          "(?:resign|retire)|resignations?|retirement))|"
          "announced [^.;]{0,80}?(?:(?:will|would|to|his|her) (?:" +
          kLeaves +
          "|resignation|retirement|decision to (?:resign|retire|step "
          "down))))"),
      possessive_departure(
          "^" + kApostrophe +
          "s "
          "(?:employment|service|tenure|resignation|retirement|departure|separation)\\b[^.;]{0,120}?\\b("
          "ended|ceased|"
          "(?:was|were|has been|will be) terminated|terminated|(?:was|is|became|will be|will become) "
          "effective|will (?:end|terminate|cease))"),
      between_person_and_verb("^(?:,|, who|,? also|, each)? ?(?:formally |voluntarily |also |then )*$"),
      departure_role(
          "(?:as|from (?:his|her|the) (?:current )?(?:position|role|post)s? (?:as|of)) (?:an? |the |its |our "
          "|" +
          kHere + kApostrophe + "s )?" + kAnyRole),
      apposition("^,? ?(?:age [0-9]+, |[0-9]+, )?(?:the |our |its )?(?:" + kHere + kApostrophe + "s )?" +
                 kAnyRole),
      role_before(kAnyRole + "(?: of the Board(?: of Directors)?| of " + kHere + ")?,? $"),
      from_board("from (?:the |our |its )?(?:[A-Z][A-Za-z&.]*(?:[’']s)? )?(?i:board)\\b"),
      also_from_board(
          "(?:and|as well as) (?:as |from )?(?:an? )?(?:member of|director on|(?:position|seat|role) "
          "(?:on|as)) (?:the |its "
          "|our )?[^.;,]{0,40}?(?i:board)\\b"),
      stays(
          "\\b(?:defer|rescind|withdr[ae]w|postpone|not to (?:resign|retire)|no longer (?:resign|retire)|has "
          "not (?:resigned|"
          "retired)|did not (?:resign|retire)|right to|eligible to|(?:death|disability),? or resignation)"),
      future(
          "\\b(?:will|would|intends?|intent|intended|intention|plans? to|decision to|is "
          "(?:resigning|retiring|stepping))\\b"),
      conditional(
          "\\b(?:[Ii]f|[Ii]n the event|may|could|would|should|unless|[Uu]nless|were to|whether|any|upon "
          "(?:a|any|such|his|her) )\\b"),
      appointed_whom("\\b(?:appointed|named|elected|promoted|hired|designated|selected|engaged) $"),
      was_appointed(
          "^,? ?(?:who )?(?:was|were|has been|have been|had been|is being|will be) (?:also |unanimously "
          "|formally |duly )*(?:appointed|named|"
          "elected|promoted|designated|hired)(?: by (?:the |its |our "
          ")?(?:(?:[A-Z][A-Za-z’'.]*|of|and|the|independent|directors|"
          "members|board|shareholders|stockholders) ?){1,8}| effective [A-Za-z]+ [0-9]+, [0-9]{4},?|, "
          "effective "
          "[A-Za-z]+ [0-9]+, [0-9]{4},)? ?"),
      takes_post(
          "^(?:, [^.;]{0,100}?,)? ?(?:has |have |officially |formally )*(?:(?:joined|will join|is joining) " +
          kHere +
          "|assumed|assumes|will assume|will become|became|will serve|agreed to serve|succeeded "
          "[^,.;]{0,60}|will succeed "
          "[^,.;]{0,60}) ?(?:(?:the|his|her) (?:additional |new "
          ")?(?:roles?|positions?|duties|titles?|office|responsibilities)(?: "
          "and (?:duties|responsibilities))? of |as )?" +
          kArticle + kOfHere + kNew + kAnyRole),
      // "as" may be missing only where nothing stands between: behind a comma comes what he was before.
      role_behind("^(?:" + kAge + "(?:, [^.;]{0,100}?,)? ?" + kAs + "|" + " ?(?:" + kAs + ")?)" + kArticle +
                  kOfHere + kNew + kAnyRole),
      board_behind("^" + kAge +
                   ",? ?(?:to (?:serve (?:on|as (?:an? )?(?:[a-zA-Z]+ )*(?:member|director) (?:of|on)) |join "
                   ")?|as (?:an? )?(?:[a-zA-Z]+ "
                   ")*(?:member|director) (?:of|on) |to fill [^.;]{0,60}? on )" +
                   kBoard),
      committee("^,? (?:of|on) (?:the|its|our) [A-Z][^,.;]{0,60}Committee"),
      no_arrangement("arrangements? (?:or|and) understandings?|no arrangements?"),
      dated_post("\\b" + kAnyRole + "(?: and as an? [a-z ]{3,40})?(?: (?:of|at|for|with|in) (?:the )?" +
                 kCompany + ")?(?: \\([^)]{0,60}\\))?(?:, [^.;]{0,100}?,)?,? (?:(?:from|between) " + kDate +
                 " (?:to|until|till|through|and) (?:his |her |the )?" + kDate +
                 "|since (?:joining [^,.]{0,40} in )?" + kDate + ")"),
      held_post("^,? (?:most recently |previously )?(?:served|worked|was)(?: as)? " + kArticle + kAnyRole +
                " (?:of|at|for|with) (?:the )?" + kCompany),
      employed_as("(?:employed|engaged) (?:by|at|with) (?:the )?" + kCompany + ",? (?:most recently )?as " +
                  kArticle + kAnyRole),
      joined_in("joined (?:the )?" + kCompany + " in " + kDate + "(?:,? as " + kArticle + kAnyRole + ")?"),
      from_to("(?:from|between) " + kDate + " (?:to|until|till|through|and) (?:his |her |the )?" + kDate),
      since("since (?:joining [^,.]{0,40} in )?" + kDate),
      leading_period("^(?:From|Between) " + kDate + " (?:to|until|till|through|and) " + kDate + ",?"),
      still("\\b(?:has served|serves|is|has been|works|has worked|currently)\\b"),
      company_served("(?:served|worked for|joined) (?:the |our )?(?:Company|Registrant|Corporation)\\b"),
      effective_day("effective[^;.]{0,70}?(" + kMonth + " [0-9]{1,2}, (?:19|20)[0-9]{2})"),
      effective("effective,? ?(?:as of |on |at |upon )?(?:the )?(?:[a-z]+ ){0,6}?" + kDate),
      at_once("effective immediately"),
      leading("^(?:\\([a-f]\\)[^A-Z(]{0,3})*(?:\\([0-9]+\\) ?)?(?:[Ee]ffective(?: as of| on)?|On|In|As of) " +
              kDate),
      same_day("(?i:\\b(?:on|effective) (?:the|that) same (?:date|day))"),
      stated_day("(?:on|in|as of) " + kDate) {}

const OfficerPatterns& officer_patterns() {
  static const OfficerPatterns compiled;
  return compiled;
}

}  // namespace talentflow::ingest::edgar
