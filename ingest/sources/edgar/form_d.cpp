// Form D, a notice of an exempt offering: the issuer, its officers and directors, and what it has sold so
// far. It never names the investors.
//
// The accession number and the filing day stand only in the path and the index, so the number is read from
// the path where it is there, and the day of the signature stands for the day of filing. An amendment
// restates the whole offering: it withdraws the claim of the filing it amends, and amounts are never added
// up.
#include <algorithm>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/edgar/edgar.hpp"
#include "ingest/sources/xml/xml_items.hpp"

namespace talentflow::ingest {
namespace {

using namespace edgar;

class FormD {
 public:
  FormD(const XmlNode& root, std::string_view path, Sink& sink)
      : root_(root),
        sink_(sink),
        accession_(accession_of(path)),
        file_(last_segment(path)),
        cik_(cik_of(root["primaryIssuer"]["cik"].text)) {}

  void read() {
    if (cik_.empty()) return sink_.reject("the form names no issuer (primaryIssuer/cik)");
    add_source();
    add_issuer(root_["primaryIssuer"], cik_);
    for (const auto* issuer : root_["issuerList"].all("issuer"))
      if (const auto cik = cik_of((*issuer)["cik"].text); !cik.empty()) add_issuer(*issuer, cik);
    std::size_t index = 0;
    for (const auto* person : root_["relatedPersonsList"].all("relatedPersonInfo"))
      add_person(*person, ++index);
    add_offering(root_["offeringData"]);
  }

 private:
  const XmlNode& offering() const { return root_["offeringData"]; }

  /// The latest day on which the form was signed.
  std::string signed_on() const {
    std::string out;
    for (const auto* block : {&offering()["signatureBlock"], &root_["signatureBlock"]})
      for (const auto* signature : block->all("signature"))
        out = std::max(out, day_of_time((*signature)["signatureDate"].text));
    return out;
  }

  void add_source() {
    SourceRecord out;
    out.id = source_ = "s/edgar/" + (accession_.empty() ? cik_ + "/" + file_ : accession_);
    if (!accession_.empty()) {
      std::string plain = accession_;
      std::erase(plain, '-');
      add_property(
          out.properties, "url",
          "https://www.sec.gov/Archives/edgar/data/" + std::to_string(std::stoll(cik_)) + "/" + plain + "/");
      add_property(out.properties, "accession", accession_);
    }
    add_property(out.properties, "title",
                 "Form " + root_["submissionType"].text + " of " + root_["primaryIssuer"]["entityName"].text);
    add_property(out.properties, "publisher", root_["primaryIssuer"]["entityName"].text);
    add_property(out.properties, "source_class", "filing");
    add_property(out.properties, "published", signed_on());
    add_property(out.properties, "licence", "public record");
    sink_.add(std::move(out));
  }

  void add_issuer(const XmlNode& issuer, const std::string& cik) {
    EntityRecord out;
    out.entity = Reference::to_id("cik:" + cik);
    const bool fund = offering()["industryGroup"]["industryGroupType"].text == "Pooled Investment Fund";
    out.kind = fund ? "Fund" : "Company";
    out.name = issuer["entityName"].text;
    for (const std::string_view list : {"issuerPreviousNameList", "edgarPreviousNameList"})
      for (const auto& name : issuer[list].children)
        if (!stated(name.text).empty()) out.aliases.emplace_back(stated(name.text));
    const auto& address = issuer["issuerAddress"];
    add_property(out.properties, "cik", cik);
    add_property(out.properties, "country",
                 country_of_place(address["stateOrCountry"].text, address["stateOrCountryDescription"].text));
    add_property(out.properties, "city", stated(address["city"].text));
    add_property(out.properties, "legal_form", stated(issuer["entityType"].text));
    add_property(out.properties, "jurisdiction", stated(issuer["jurisdictionOfInc"].text));
    if (issuer["yearOfInc"].has("value"))
      add_property(out.properties, "inception", stated(issuer["yearOfInc"]["value"].text));
    add_property(out.properties, "industry", stated(offering()["industryGroup"]["industryGroupType"].text));
    out.source = Reference::to_id(source_);
    sink_.add(std::move(out));
  }

  /// Firms stand among the persons: with "N/A" for a first name, with their legal form for one ("Ltd.",
  /// "Example Fund Group"), or whole in the last name.
  static Reference person_of(const XmlNode& name) {
    std::string out;
    const auto first = stated(name["firstName"].text), last = stated(name["lastName"].text);
    if (is_legal_form(first)) {
      out = last;
      while (out.ends_with(',') || out.ends_with(' ')) out.pop_back();
      return Reference::to_name(out + ", " + std::string(first), "Org");
    }
    const bool firm = first.empty() || ends_in_legal_form(last);
    for (const std::string_view part : {"firstName", "middleName", "lastName"})
      if (const auto text = stated(name[part].text); !text.empty())
        out += (out.empty() ? "" : " ") + std::string(text);
    return Reference::to_name(out, firm ? "Org" : "Person");
  }

  void add_person(const XmlNode& person, std::size_t index) {
    const Reference subject = person_of(person["relatedPersonName"]);
    const std::string place = "relatedPersonInfo[" + std::to_string(index) + "]";
    if (subject.name.empty()) return sink_.reject(place + " has no name");
    for (const auto* relationship : person["relatedPersonRelationshipList"].all("relationship")) {
      ClaimRecord claim;
      claim.subject = subject;
      claim.object = Reference::to_id("cik:" + cik_);
      const std::string& word = relationship->text;
      claim.relation = word == "Director" ? "BOARD_MEMBER_OF" : word == "Promoter" ? "PROMOTES" : "WORKS_AT";
      const auto clarification = stated(person["relationshipClarification"].text);
      claim.role = claim.relation == "WORKS_AT" && !clarification.empty() ? std::string(clarification) : word;
      claim.end = "..";  // as of the filing
      claim.status = "filed";
      claim.note = clarification;
      claim.source = Reference::to_id(source_);
      claim.locator = place + "/" + word;
      const auto& address = person["relatedPersonAddress"];
      add_property(
          claim.properties, "address_country",
          country_of_place(address["stateOrCountry"].text, address["stateOrCountryDescription"].text));
      sink_.add(std::move(claim));
    }
  }

  std::string claim_id(std::string_view accession) const {
    return accession.empty() ? std::string() : "edgar/form-d/raised@" + std::string(accession);
  }

  void add_offering(const XmlNode& data) {
    const auto& amounts = data["offeringSalesAmounts"];
    const auto sold = stated(amounts["totalAmountSold"].text);
    ClaimRecord claim;
    claim.id = claim_id(accession_);
    claim.subject = Reference::to_id("cik:" + cik_);
    claim.relation = "RAISED";
    claim.start = day_of_time(data["typeOfFiling"]["dateOfFirstSale"]["value"].text);
    claim.status = "filed";
    claim.source = Reference::to_id(source_);
    claim.locator = "offeringData/offeringSalesAmounts";
    if (sold.find_first_of("123456789") != std::string_view::npos) {
      claim.amount_low = claim.amount_high = sold;
      claim.currency = "USD";
    } else {  // offered, and nothing sold yet
      claim.status = "announced";
      add_flag(claim.properties, "planned");
    }
    add_property(claim.properties, "offering_amount",
                 stated(amounts["totalOfferingAmount"].text));  // or "Indefinite"
    add_property(claim.properties, "remaining", stated(amounts["totalRemaining"].text));
    add_property(claim.properties, "investors", stated(data["investors"]["totalNumberAlreadyInvested"].text));
    add_property(claim.properties, "revenue_range", stated(data["issuerSize"]["revenueRange"].text));
    std::string exemptions;
    for (const auto* item : data["federalExemptionsExclusions"].all("item"))
      exemptions += (exemptions.empty() ? "" : " ") + item->text;
    add_property(claim.properties, "exemptions", exemptions);
    withdraw_amended(data, claim);
    sink_.add(std::move(claim));
  }

  void withdraw_amended(const XmlNode& data, const ClaimRecord& claim) {
    const auto& filing = data["typeOfFiling"]["newOrAmendment"];
    const auto before = accession_of(filing["previousAccessionNumber"].text);
    if (filing["isAmendment"].text != "true" || before.empty()) return;
    ClaimRecord out;
    out.stance = "withdraws";
    out.target = claim_id(before);
    out.id = claim_id(accession_.empty() ? cik_ + "-" + file_ : accession_) + "/replaces";
    out.subject = claim.subject;
    out.relation = claim.relation;
    out.source = claim.source;
    out.locator = "offeringData/typeOfFiling/newOrAmendment/previousAccessionNumber";
    sink_.add(std::move(out));
  }

  const XmlNode& root_;
  Sink& sink_;
  std::string accession_, file_, cik_, source_;
};

class FormDAdapter final : public ItemAdapter {
 public:
  explicit FormDAdapter(AdapterInput input)
      : ItemAdapter(std::move(input)),
        items_(this->input().bytes, {{"edgarSubmission"},
                                     {"salesCompensationList"},
                                     this->input().options.item_limit(kXmlItemBytes)}) {}

 protected:
  Result<bool> read_item() override {
    XmlItems::Item item;
    auto more = items_.next(item);
    if (!more || !*more) return more;
    sink().begin_item(item.node.line, "");
    if (item.problem.empty())
      FormD(item.node, input().bytes.name(), sink()).read();
    else
      sink().reject(std::move(item.problem));
    return true;
  }

 private:
  XmlItems items_;
};

}  // namespace

int sniff_form_d(std::string_view, std::string_view head) {
  return head.find("<edgarSubmission") != std::string_view::npos &&
                 head.find("<primaryIssuer") != std::string_view::npos
             ? 95
             : 0;
}

int order_edgar(std::string_view, std::string_view) { return 1; }

Result<std::unique_ptr<Adapter>> open_form_d(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<FormDAdapter>(std::move(input)));
}

}  // namespace talentflow::ingest
