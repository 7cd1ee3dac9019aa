#include "ingest/sources/wikidata/properties.hpp"

#include <algorithm>
#include <array>

namespace talentflow::ingest::wikidata {

std::span<const StatementProperty> statement_properties() {
  static constexpr std::array kTable = std::to_array<StatementProperty>({
      {"P108", "WORKS_AT", "", "Org"},
      {"P69", "STUDIED_AT", "", "Org"},
      {"P39", "HOLDS_POSITION", "", ""},
      {"P463", "MEMBER_OF", "", "Org"},
      {"P1416", "AFFILIATED_WITH", "", "Org"},
      {"P27", "CITIZEN_OF", "", "Place"},
      {"P112", "FOUNDED", "founder", "", true},
      {"P169", "LEADS", "chief executive officer", "Person", true},
      {"P1037", "LEADS", "director", "Person", true},
      {"P488", "BOARD_MEMBER_OF", "chairperson", "Person", true},
      {"P3320", "BOARD_MEMBER_OF", "board member", "Person", true},
      {"P17", "LOCATED_IN", "", "Place"},
      {"P159", "HEADQUARTERED_IN", "", "Place"},
      {"P1366", "RENAMED_TO", "", "Org"},
      {"P1365", "RENAMED_TO", "", "Org", true},
      {"P749", "PART_OF", "", "Org"},
      {"P355", "PART_OF", "", "Org", true},
      {"P127", "OWNED_BY", "", ""},
      {"P8324", "FUNDED_BY", "", "Org"},
  });
  return kTable;
}

std::span<const IdentifierProperty> identifier_properties() {
  static constexpr std::array kTable = std::to_array<IdentifierProperty>({
      {"P496", "orcid"},
      {"P6782", "ror"},
      {"P10283", "openalex"},
      {"P2456", "dblp"},
      {"P1960", "scholar"},
      {"P5531", "cik"},
      {"P2427", "grid"},
      {"P213", "isni"},
      {"P1278", "lei"},
      {"P3500", "ringgold"},
      {"P3153", "fundref"},
      {"P297", "country"},
  });
  return kTable;
}

std::string_view role_of_item(std::string_view item) {
  struct Entry {
    std::string_view item, role;
  };
  static constexpr std::array kTable = std::to_array<Entry>({
      {"Q121594", "professor"},
      {"Q9344260", "associate professor"},
      {"Q1622272", "university teacher"},
      {"Q1650915", "researcher"},
      {"Q901", "scientist"},
      {"Q82594", "computer scientist"},
      {"Q81096", "engineer"},
      {"Q484876", "chief executive officer"},
      {"Q623279", "chief financial officer"},
      {"Q935019", "chief technology officer"},
  });
  const auto* const found =
      std::find_if(kTable.begin(), kTable.end(), [&](const Entry& entry) { return entry.item == item; });
  return found == kTable.end() ? std::string_view() : found->role;
}

std::string_view kind_of_class(std::string_view item) {
  struct Entry {
    std::string_view item, kind;
  };
  static constexpr std::array kTable = std::to_array<Entry>({
      {"Q5", "Person"},
      {"Q4830453", "Company"},   // business
      {"Q783794", "Company"},    // company
      {"Q6881511", "Company"},   // enterprise
      {"Q891723", "Company"},    // public company
      {"Q5621421", "Company"},   // private company
      {"Q1058914", "Company"},   // software company
      {"Q18388277", "Company"},  // technology company
      {"Q3918", "University"},
      {"Q875538", "University"},    // public university
      {"Q902104", "University"},    // private university
      {"Q15936437", "University"},  // research university
      {"Q62078547", "University"},  // public research university
      {"Q23002039", "University"},  // public educational institution of the United States
      {"Q38723", "University"},     // higher education institution
      {"Q189004", "University"},    // college
      {"Q31855", "Lab"},            // research institute
      {"Q483242", "Lab"},           // laboratory
      {"Q7315155", "Lab"},          // research center
      {"Q327333", "Government"},    // government agency
      {"Q192350", "Government"},    // ministry
      {"Q43229", "Org"},            // organisation
      {"Q163740", "Org"},           // nonprofit organisation
      {"Q178706", "Org"},           // institution
      {"Q6256", "Place"},           // country
      {"Q3624078", "Place"},        // sovereign state
      {"Q515", "Place"},            // city
      {"Q1549591", "Place"},        // big city
  });
  const auto* const found =
      std::find_if(kTable.begin(), kTable.end(), [&](const Entry& entry) { return entry.item == item; });
  return found == kTable.end() ? std::string_view() : found->kind;
}

}  // namespace talentflow::ingest::wikidata
