// 8-K filings cut by item, and a registrant's list of filings. Both say which company filed that somebody
// came or went, and when; who it was stands in the sentences.
#include <algorithm>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/edgar.hpp"
#include "ingest/sources/edgar/filing.hpp"
#include "ingest/sources/json/json_adapter.hpp"

namespace talentflow::ingest {
namespace {

using namespace edgar;

void read_item_502(const JsonView& json, Sink& sink) {
  Filing filing;
  filing.cik = cik_of(json["cik"].scalar());
  if (filing.cik.empty()) return sink.reject("the filing has no \"cik\"");
  filing.company = registrant_name(json["company"].text());
  filing.form = json["filing_type"].text();
  filing.filed = day_of_time(json["filing_date"].text());
  filing.period = day_of_time(json["period_of_report"].text());
  filing.url = json["htm_filing_link"].text();
  filing.accession = accession_of(json["filename"].text());
  if (filing.accession.empty()) filing.accession = accession_of(filing.url);
  const auto text = json["item_5.02"].text();
  const std::string source = add_filing_source(filing, sink);
  EntityRecord company;
  company.entity = Reference::to_id("cik:" + filing.cik);
  company.kind = "Company";
  company.name = filing.company;
  add_property(company.properties, "cik", filing.cik);
  add_property(company.properties, "state_of_incorporation", json["state_of_inc"].text());
  company.source = Reference::to_id(source);
  sink.add(std::move(company));
  if (trimmed(text).empty()) return;  // a filing about other items
  filing.items = "5.02";
  filing.parts = parts_of(text);
  add_filing_claim(filing, source, std::string(trimmed(text.substr(0, text.find('\n')))), sink);
  add_officers(filing, text, source, sink);
}

void add_registrant(const JsonView& json, const std::string& cik, const std::string& source, Sink& sink) {
  EntityRecord out;
  out.entity = Reference::to_id("cik:" + cik);
  out.kind = "Company";
  out.name = registrant_name(json["name"].text());
  for (const auto& former : json["formerNames"].items())
    if (const auto name = registrant_name(former["name"].text()); !name.empty())
      out.aliases.emplace_back(name);
  add_property(out.properties, "cik", cik);
  if (const auto tickers = json["tickers"].items(); !tickers.empty())
    add_property(out.properties, "ticker", tickers[0].text());
  add_property(out.properties, "lei", json["lei"].text());
  add_property(out.properties, "industry", json["sicDescription"].text());
  const auto address = json["addresses"]["business"];
  add_property(
      out.properties, "country",
      country_of_place(address["stateOrCountry"].text(), address["stateOrCountryDescription"].text()));
  add_property(out.properties, "city", address["city"].text());
  out.source = Reference::to_id(source);
  sink.add(std::move(out));
}

void add_former_names(const JsonView& json, const std::string& cik, const std::string& source, Sink& sink) {
  std::size_t index = 0;
  for (const auto& former : json["formerNames"].items())
    add_former_name(cik, registrant_name(former["name"].text()), day_of_time(former["to"].text()), source,
                    "formerNames[" + std::to_string(index++) + "]", sink);
}

void add_recent_filings(const JsonView& recent, const Filing& registrant, const std::string& place,
                        Sink& sink) {
  const auto forms = recent["form"].items(), numbers = recent["accessionNumber"].items(),
             filed = recent["filingDate"].items(), reported = recent["reportDate"].items(),
             items = recent["items"].items(), documents = recent["primaryDocument"].items();
  const std::size_t count = std::min({forms.size(), numbers.size(), filed.size(), items.size()});
  if (count != forms.size())
    sink.reject("the columns of the filings have different lengths; read to the shortest");
  for (std::size_t i = 0; i < count; ++i) {
    const auto listed = split(items[i].text(), ',');
    if (std::find(listed.begin(), listed.end(), "5.02") == listed.end()) continue;
    Filing filing = registrant;
    filing.accession = numbers[i].text();
    filing.form = forms[i].text();
    filing.filed = day_of_time(filed[i].text());
    if (i < reported.size()) filing.period = day_of_time(reported[i].text());
    filing.items = items[i].text();
    std::string plain = filing.accession;
    std::erase(plain, '-');
    filing.url = "https://www.sec.gov/Archives/edgar/data/" + std::to_string(std::stoll(filing.cik)) + "/" +
                 plain + "/" + (i < documents.size() ? std::string(documents[i].text()) : "");
    add_filing_claim(filing, add_filing_source(filing, sink), place + "[" + std::to_string(i) + "]", sink);
  }
}

/// "CIK0000000042-submissions-001.json": the older filings, columns without a word on whose they are.
void read_older_filings(const JsonView& json, const std::string& cik, Sink& sink) {
  if (cik.empty())
    return sink.reject(
        "whose filings these are stands in the file's name alone (CIK0000000042-submissions-001.json)");
  Filing registrant;
  registrant.cik = cik;
  EntityRecord company;
  company.entity = Reference::to_id("cik:" + cik);
  company.kind = "Company";
  add_property(company.properties, "cik", cik);
  sink.add(std::move(company));
  add_recent_filings(json, registrant, "", sink);
}

std::string cik_of_file(std::string_view path) {
  const auto file = last_segment(path);
  return file.starts_with("CIK") ? cik_of(file.substr(3, 10)) : std::string();
}

void read_submissions(const JsonView& json, const std::string& cik_of_name, Sink& sink) {
  if (json["cik"].is_null() && json["accessionNumber"].is_array())
    return read_older_filings(json, cik_of_name, sink);
  Filing registrant;
  registrant.cik = cik_of(json["cik"].scalar());
  if (registrant.cik.empty()) return sink.reject("the object has no \"cik\"");
  registrant.company = registrant_name(json["name"].text());
  SourceRecord source;
  source.id = "s/edgar/submissions/" + registrant.cik;
  add_property(source.properties, "url", "https://data.sec.gov/submissions/CIK" + registrant.cik + ".json");
  add_property(source.properties, "publisher", "SEC EDGAR");
  add_property(source.properties, "source_class", "filing");
  add_property(source.properties, "licence", "public record");
  const std::string id = source.id;
  sink.add(std::move(source));
  add_registrant(json, registrant.cik, id, sink);
  add_former_names(json, registrant.cik, id, sink);
  add_recent_filings(json["filings"]["recent"], registrant, "filings.recent", sink);
}

}  // namespace

int sniff_item_502(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  return has_key(text, "filing_type") && has_key(text, "cik") && has_key(text, "filing_date") ? 92 : 0;
}

Result<std::unique_ptr<Adapter>> open_item_502(AdapterInput input) {
  return json_adapter(std::move(input), "", read_item_502);
}

int sniff_submissions(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  const bool registrant =
      has_key(text, "cik") && (has_key(text, "sic") || has_key(text, "formerNames")) && has_key(text, "name");
  const bool older = has_key(text, "accessionNumber") && has_key(text, "filingDate");
  return registrant || older ? 92 : 0;
}

Result<std::unique_ptr<Adapter>> open_submissions(AdapterInput input) {
  const std::string cik = cik_of_file(input.bytes.name());
  return json_adapter(std::move(input), "",
                      [cik](const JsonView& json, Sink& sink) { read_submissions(json, cik, sink); });
}

}  // namespace talentflow::ingest
