#include "ingest/sources/edgar/edgar.hpp"

#include "ingest/sources/edgar/officer_sentences.hpp"
#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

std::string form(const std::string& type, const std::string& amendment, const std::string& sold) {
  return "\n<?xml version=\"1.0\"?>\n<edgarSubmission><submissionType>" + type + R"(</submissionType>
<primaryIssuer><cik>0000000042</cik><entityName>Example Company, Inc.</entityName>
<issuerAddress><city>BEIJING</city><stateOrCountry>F4</stateOrCountry><stateOrCountryDescription>CHINA</stateOrCountryDescription></issuerAddress>
<issuerPreviousNameList><value>None</value><previousName>Old Example</previousName></issuerPreviousNameList>
<entityType>Corporation</entityType></primaryIssuer>
<relatedPersonsList>
<relatedPersonInfo><relatedPersonName><firstName>Ann</firstName><middleName>NONE</middleName><lastName>Example</lastName></relatedPersonName>
<relatedPersonRelationshipList><relationship>Executive Officer</relationship><relationship>Director</relationship></relatedPersonRelationshipList>
<relationshipClarification>Chief Scientist</relationshipClarification></relatedPersonInfo>
<relatedPersonInfo><relatedPersonName><firstName>N/A</firstName><lastName>Example Manager LLC</lastName></relatedPersonName>
<relatedPersonRelationshipList><relationship>Promoter</relationship></relatedPersonRelationshipList></relatedPersonInfo>
</relatedPersonsList>
<offeringData><industryGroup><industryGroupType>Other Technology</industryGroupType></industryGroup>
<typeOfFiling><newOrAmendment>)" +
         amendment +
         R"(</newOrAmendment><dateOfFirstSale><value>2024-03-16</value></dateOfFirstSale></typeOfFiling>
<offeringSalesAmounts><totalOfferingAmount>Indefinite</totalOfferingAmount><totalAmountSold>)" +
         sold + R"(</totalAmountSold></offeringSalesAmounts>
<investors><totalNumberAlreadyInvested>3</totalNumberAlreadyInvested></investors>
<signatureBlock><signature><signatureDate>2024-03-30</signatureDate></signature></signatureBlock></offeringData></edgarSubmission>)";
}

}  // namespace

TEST_CASE("a Form D: issuer, officers, directors, and the money sold so far") {
  const auto reading = read_text("edgar-form-d", "data/42/000000004224000001/primary_doc.xml",
                                 form("D", "<isAmendment>false</isAmendment>", "5000000"));
  CHECK(reading.error == "");  // the line end before the declaration is no error
  CHECK(first_fault(reading) == "");
  const auto* company = entity(reading, "cik:0000000042");
  REQUIRE(company != nullptr);
  CHECK(property(company->properties, "country") == "CN");
  CHECK(company->aliases == std::vector<std::string>{"Old Example"});
  CHECK(claim(reading, "WORKS_AT")->subject == Reference::to_name("Ann Example", "Person"));
  CHECK(claim(reading, "WORKS_AT")->role == "Chief Scientist");
  CHECK(claim(reading, "WORKS_AT")->end == "..");
  CHECK(claim(reading, "BOARD_MEMBER_OF")->role == "Director");
  CHECK(claim(reading, "PROMOTES")->subject == Reference::to_name("Example Manager LLC", "Org"));
  const auto* raised = claim(reading, "RAISED");
  CHECK(raised->amount_low == "5000000");
  CHECK(raised->currency == "USD");
  CHECK(raised->start == "2024-03-16");
  CHECK(raised->status == "filed");
  CHECK(property(raised->properties, "offering_amount") == "Indefinite");
  const auto* said = source(reading, "s/edgar/0000000042-24-000001");
  REQUIRE(said != nullptr);
  CHECK(property(said->properties, "published") == "2024-03-30");
  CHECK(property(said->properties, "url") ==
        "https://www.sec.gov/Archives/edgar/data/42/000000004224000001/");
}

TEST_CASE("an amendment replaces the filing it amends: its amount is no second one") {
  const auto first = read_text("edgar-form-d", "0000000042-24-000001.xml",
                               form("D", "<isAmendment>false</isAmendment>", "5000000"));
  const auto second =
      read_text("edgar-form-d", "0000000042-24-000007.xml",
                form("D/A",
                     "<isAmendment>true</isAmendment><previousAccessionNumber>0000000042-24-000001</"
                     "previousAccessionNumber>",
                     "7000000"));
  CHECK(first_fault(second) == "");
  const ClaimRecord* withdrawal = nullptr;
  for (const auto* each : all<ClaimRecord>(second))
    if (each->stance == "withdraws") withdrawal = each;
  REQUIRE(withdrawal != nullptr);
  CHECK(withdrawal->target == claim(first, "RAISED")->id);
}

TEST_CASE("EDGAR's places are its own") {
  CHECK(edgar::country_of_place("CA", "CALIFORNIA") == "US");  // not Canada
  CHECK(edgar::country_of_place("DE", "DELAWARE") == "US");    // not Germany
  CHECK(edgar::country_of_place("F4", "") == "CN");
  CHECK(edgar::country_of_place("K3", "HONG KONG") == "HK");
  CHECK(edgar::country_of_place("A6", "ONTARIO, CANADA") == "CA");
  CHECK(edgar::country_of_place("M5", "KOREA, REPUBLIC OF") == "KR");
  CHECK(edgar::country_of_place("XX", "Unknown") == "");
  CHECK(edgar::accession_of("x/0001544190-19-000002.txt") == "0001544190-19-000002");
  CHECK(edgar::accession_of("data/42/000154419019000002/primary_doc.xml") == "0001544190-19-000002");
  CHECK(edgar::accession_of("D.Example.xml") == "");
}

TEST_CASE("an 8-K with item 5.02 says that a company reported a change, and which kind") {
  const auto reading = read_text(
      "edgar-item-502", "filing.json",
      R"json({"cik":"42","company":"EXAMPLE CO/","filing_type":"8-K","filing_date":"2024-03-16","period_of_report":"2024-03-13",
"htm_filing_link":"https://www.sec.gov/Archives/edgar/data/42/000000004224000009/x.htm","filename":"42_8K_2024_0000000042-24-000009.htm",
"item_5.02":"Item 5.02 Departure of Directors\n(b) On March 13, an officer left.\n(c) Another came."})json");
  CHECK(first_fault(reading) == "");
  const auto* found = claim(reading, "FILED_ITEM");
  REQUIRE(found != nullptr);
  CHECK(found->start == "2024-03-13");
  CHECK(found->locator == "Item 5.02 Departure of Directors");
  CHECK(property(found->properties, "parts") == "b c");
  CHECK(entity(reading, "cik:0000000042")->name == "EXAMPLE CO");
  CHECK(property(source(reading, found->source.id)->properties, "published") == "2024-03-16");
}

TEST_CASE("who came and who went, in the sentences of an item 5.02") {
  using edgar::officer_statements;
  const auto one = [](std::string_view text) {
    const auto found = officer_statements(text);
    REQUIRE(found.size() == 1);
    const auto& it = found[0];
    return std::string(it.rule) + "|" + it.person + "|" + it.relation + "|" + it.organisation + "|" +
           it.role + "|" + it.start + "|" + it.end + (it.planned ? "|planned" : "");
  };
  CHECK(one("On March 3, 2015, Ann B. Example tendered her resignation, effective immediately, as a director "
            "of the Company.") == "resigned|Ann B. Example|BOARD_MEMBER_OF||director||2015-03-03");
  CHECK(
      one("John Example will retire from his position as Executive Vice President and Chief Financial "
          "Officer of Example Corporation, effective July 31, 2023.") ==
      "resigned|John Example|LEFT||Executive Vice President and Chief Financial Officer|2023-07-31||planned");
  CHECK(one("(d) On September 7, 2018, the Board of Directors of the Registrant elected John B. Example as "
            "Director, effective December 1, 2018.") ==
        "appointed|John B. Example|BOARD_MEMBER_OF||Director|2018-12-01|");
  CHECK(one("On March 19, 2018, Ann Example was appointed as Chief Executive Officer of the Company.") ==
        "appointed|Ann Example|WORKS_AT||Chief Executive Officer|2018-03-19|");
  // "Mr. Example" is whom the text names elsewhere; a biography without dates says nothing, nor does a
  // nameless firm.
  const auto biography = officer_statements(
      "The Board elected John Q. Example. Mr. Example, 58, served as President of Other Company, Inc. from "
      "January 2020 to June 2023. "
      "He is well. Mr. Example served as a consultant. Mr. Nobody served as President of Other Company from "
      "2001 to 2002.");
  REQUIRE(biography.size() == 1);
  CHECK(biography[0].person == "John Q. Example");
  CHECK(biography[0].organisation == "Other Company, Inc.");
  CHECK(biography[0].start == "2020-01");
  CHECK(biography[0].end == "2023-06");
  CHECK(one("(b) On March 13, 2024, Ann Example notified the Company that she will resign as Chief Financial "
            "Officer, effective April 1, "
            "2024.") == "resigned|Ann Example|LEFT||Chief Financial Officer|2024-04-01||planned");
  // Of two people of one name, "Mr. Example" is neither for certain.
  CHECK(officer_statements("Ann Example and John Example met. Mr. Example served as President of Other "
                           "Company from 2001 to 2002.")
            .empty());
  // Pay, plans and retirements put off are no moves.
  CHECK(officer_statements("The Board approved the Executive Vice President Stock Plan. Mr. Example received "
                           "a bonus as Chief Financial Officer.")
            .empty());
  CHECK(officer_statements(
            "On June 28, 2023, John Example notified the Board that he intends to defer his retirement.")
            .empty());
}

TEST_CASE("submissions: parallel columns, former names are renames") {
  const auto reading = read_text(
      "edgar-submissions", "CIK0000000042.json",
      R"({"cik":"42","name":"Example Co","sic":"7372","tickers":["EXMP"],"formerNames":[{"name":"Old Example","from":"2000-01-01T00:00:00.000Z","to":"2010-05-06T00:00:00.000Z"}],
"addresses":{"business":{"city":"PALO ALTO","stateOrCountry":"CA","stateOrCountryDescription":"CA"}},
"filings":{"recent":{"accessionNumber":["0000000042-24-000009","0000000042-24-000008"],"filingDate":["2024-03-16","2024-01-02"],"reportDate":["2024-03-13",""],"form":["8-K","10-K"],"items":["5.02,9.01",""],"primaryDocument":["x.htm","y.htm"]}}})");
  CHECK(first_fault(reading) == "");
  CHECK(count_claims(reading, "FILED_ITEM") == 1);
  CHECK(claim(reading, "FILED_ITEM")->locator == "filings.recent[0]");
  CHECK(claim(reading, "RENAMED_TO")->start == "2010-05-06");
  CHECK(property(entity(reading, "cik:0000000042")->properties, "country") == "US");
  CHECK(property(entity(reading, "cik:0000000042")->properties, "ticker") == "EXMP");
}

TEST_CASE("real filings") {
  for (const std::string name : {"D.1685REIT.xml", "D.Shepards.xml"}) {
    const auto path = sample("edgar/" + name);
    if (path.empty()) return;
    const auto reading = read_sample(path, "edgar-form-d");
    CHECK(reading.error == "");
    CHECK(reading.rejects.empty());
    CHECK(first_fault(reading) == "");
    CHECK(claim(reading, "RAISED") != nullptr);
    CHECK(count_claims(reading, "WORKS_AT") >= 2);
  }
  std::size_t filings = 0;
  for (const auto& file : std::filesystem::directory_iterator(sample("edgar/8k_502"))) {
    const auto reading = read_sample(file.path().string(), "edgar-item-502");
    CHECK(reading.rejects.empty());
    CHECK(first_fault(reading) == "");
    filings += count_claims(reading, "FILED_ITEM");
  }
  CHECK(filings == 79);
}
