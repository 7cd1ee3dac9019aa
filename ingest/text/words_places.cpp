// Words of places: demonyms and larger cities.
#include "ingest/text/word_list.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {

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

bool is_region(std::string_view lower) {
  static const Words set = words(
      "california massachusetts texas washington europe asia africa alabama alaska arizona arkansas colorado "
      "connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine "
      "maryland "
      "michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania "
      "tennessee utah vermont wisconsin wyoming ontario alberta bavaria saxony catalonia provence scotland "
      "wales england");
  return in(set, lower) || lower == "new jersey" || lower == "new hampshire" || lower == "new mexico" ||
         lower == "north carolina" || lower == "south carolina" || lower == "north dakota" ||
         lower == "south dakota" || lower == "west virginia" || lower == "rhode island" ||
         lower == "british columbia";
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
      "nanjing wuhan chengdu suzhou tianjin xiamen hefei "
      "emeryville heidelberg karlsruhe aachen darmstadt freiburg bonn dusseldorf hanover nuremberg "
      "kaiserslautern saarbrucken mannheim innsbruck graz linz lugano winterthur strasbourg nantes "
      "bordeaux lille rennes montpellier groningen nijmegen twente enschede bruges tampa espoo oulu "
      "turku linkoping vasteras odense reykjavik galway limerick sheffield nottingham southampton "
      "swansea dundee aberdeen seville bilbao malaga zaragoza braga coimbra trento pisa genoa "
      "verona gdansk wroclaw poznan lodz brno bratislava ljubljana zagreb belgrade cluj iasi thessaloniki "
      "lviv kharkiv minsk yerevan tbilisi baku almaty astana tashkent herzliya rehovot "
      "abuja kampala dakar rabat bahrain muscat sharjah "
      "kochi jaipur indore coimbatore thiruvananthapuram surat lucknow bhopal islamabad dhaka "
      "cebu surabaya bandung penang danang phuket yokohama kobe sendai tsukuba gwangju "
      "tainan taichung zhongshan huizhou nanchang guiyang taiyuan urumqi lanzhou yantai wenzhou jiaxing "
      "shaoxing changzhou nantong hobart christchurch dunedin "
      "sunderland guildford curitiba medellin quito asuncion brasilia "
      "fremont milpitas burlingame sausalito berkeley irvine pasadena glendale burbank carlsbad woodside "
      "pleasanton hayward cupertino saratoga lehi provo tempe scottsdale tucson "
      "albuquerque omaha tulsa plano reston mclean bethesda rockville newark "
      "hoboken stamford hartford providence worcester somerville waltham "
      "ithaca rochester syracuse cincinnati indianapolis louisville memphis milwaukee "
      "champaign urbana fremont kirkland tacoma spokane bozeman anchorage honolulu savannah "
      "chattanooga huntsville birmingham knoxville mississauga markham kitchener winnipeg saskatoon "
      "kelowna gatineau fredericton");
  return in(set, lower) || lower == "santa monica" || lower == "south san francisco" ||
         lower == "el segundo" || lower == "los altos" || lower == "foster city" || lower == "san mateo" ||
         lower == "san carlos" || lower == "culver city" || lower == "long beach" ||
         lower == "college park" || lower == "fort worth" || lower == "kansas city" || lower == "el paso" ||
         lower == "chapel hill" || lower == "baton rouge" || lower == "st gallen" ||
         lower == "aix-en-provence" || lower == "saint petersburg" || lower == "rio de janeiro" ||
         is_region(lower) || lower == "new york" || lower == "san francisco" || lower == "silicon valley" ||
         lower == "los angeles" || lower == "palo alto" || lower == "mountain view" ||
         lower == "menlo park" || lower == "abu dhabi" || lower == "tel aviv" || lower == "san diego" ||
         lower == "san jose" || lower == "hong kong" || lower == "mexico city" || lower == "buenos aires" ||
         lower == "sao paulo" || lower == "salt lake city" || lower == "new delhi" || lower == "cape town" ||
         lower == "ho chi minh city" || lower == "kuala lumpur" || lower == "washington dc" ||
         lower == "st louis" || lower == "las vegas" || lower == "santa clara" || lower == "santa barbara" ||
         lower == "redwood city" || lower == "ann arbor" || lower == "new orleans" || lower == "the hague" ||
         lower == "bay area";
}

}  // namespace talentflow::ingest::text
