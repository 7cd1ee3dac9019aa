#include "ingest/sources/edgar/filing.hpp"

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/officer_sentences.hpp"

namespace talentflow::ingest::edgar {

Reference registrant(const Filing& filing) {
  return filing.cik.empty() ? Reference::to_name(filing.company, "Company")
                            : Reference::to_id("cik:" + filing.cik);
}

std::string parts_of(std::string_view text) {
  std::string out;
  for (const char part : {'a', 'b', 'c', 'd', 'e', 'f'}) {
    const std::string mark = std::string("(") + part + ")";
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
      if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ' ') {
        out += (out.empty() ? "" : " ") + std::string(1, part);
        break;
      }
  }
  return out;
}

std::string add_filing_source(const Filing& filing, Sink& sink) {
  SourceRecord out;
  const std::string& day = filing.filed.empty() ? filing.period : filing.filed;
  const std::string whose = filing.company.empty() ? "CIK " + filing.cik : filing.company;
  out.id = "s/edgar/" + (!filing.accession.empty() ? filing.accession
                         : filing.cik.empty()      ? slug(filing.company) + "/" + day
                                                   : filing.cik + "/" + day);
  add_property(out.properties, "url", filing.url);
  add_property(out.properties, "publisher", filing.company);
  add_property(out.properties, "source_class", "filing");
  add_property(out.properties, "published", filing.filed);
  add_property(out.properties, "title",
               filing.title.empty() ? "Form " + filing.form + " of " + whose : filing.title);
  add_property(out.properties, "accession", filing.accession);
  add_property(out.properties, "licence", "public record");
  std::string id = out.id;
  sink.add(std::move(out));
  return id;
}

void add_former_name(const std::string& cik, std::string_view name, const std::string& until,
                     const std::string& source, std::string locator, Sink& sink) {
  if (name.empty()) return;
  EntityRecord before;
  before.entity = Reference::to_id("cik:" + cik + "/" + slug(name));
  before.kind = "Company";
  before.name = name;
  before.source = Reference::to_id(source);
  ClaimRecord claim;
  claim.subject = before.entity;
  claim.relation = "RENAMED_TO";
  claim.object = Reference::to_id("cik:" + cik);
  claim.start = until;
  claim.status = "filed";
  claim.source = Reference::to_id(source);
  claim.locator = std::move(locator);
  sink.add(std::move(before));
  sink.add(std::move(claim));
}

void add_filing_claim(const Filing& filing, const std::string& source, std::string locator, Sink& sink) {
  ClaimRecord claim;
  claim.subject = registrant(filing);
  claim.relation = "FILED_ITEM";
  claim.start = filing.period.empty() ? filing.filed : filing.period;
  claim.status = "filed";
  claim.source = Reference::to_id(source);
  claim.locator = std::move(locator);
  add_property(claim.properties, "form", filing.form);
  add_property(claim.properties, "items", filing.items);
  add_property(claim.properties, "parts", filing.parts);
  sink.add(std::move(claim));
}

void add_officers(const Filing& filing, std::string_view text, const std::string& source, Sink& sink) {
  for (const auto& statement : officer_statements(text)) {
    ClaimRecord claim;
    claim.subject = Reference::to_name(statement.person, "Person");
    claim.object = statement.organisation.empty() ? registrant(filing)
                                                  : Reference::to_name(statement.organisation, "Org");
    claim.relation = statement.relation;
    claim.role = statement.role;
    claim.start = statement.start;
    claim.end = statement.end;
    claim.status = statement.planned ? "announced" : "filed";
    claim.source = Reference::to_id(source);
    claim.locator = statement.sentence;
    add_property(claim.properties, "rule", statement.rule);
    add_property(claim.properties, "offset_begin",
                 std::optional(static_cast<std::int64_t>(statement.offset)));
    add_property(claim.properties, "offset_end",
                 std::optional(static_cast<std::int64_t>(statement.offset + statement.sentence.size())));
    sink.add(std::move(claim));
  }
}

}  // namespace talentflow::ingest::edgar
