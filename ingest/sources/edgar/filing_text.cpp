// 8-K filings as EDGAR keeps them: the document as HTML, and the full submission, a text of a header and of
// documents one after another:
//
//   <SEC-DOCUMENT>0001234567-24-000008.txt : 20240305
//   <SEC-HEADER> .. "ACCESSION NUMBER:  0001234567-24-000008", "CENTRAL INDEX KEY:  0000000042" ..
//   </SEC-HEADER> <DOCUMENT> <TYPE>8-K <FILENAME>report.htm <TEXT> .. HTML or plain text .. </TEXT>
//   </DOCUMENT>
//   <DOCUMENT> <TYPE>EX-99.1 ..
//
// A submission is read line by line; of its documents only the 8-K is kept, so that exhibits and pictures of
// any size cost nothing. Several submissions may follow one another in a file.
#include <algorithm>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/bytes/charset.hpp"
#include "ingest/bytes/line_reader.hpp"
#include "ingest/html/utf8_page.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/edgar/current_report.hpp"
#include "ingest/sources/edgar/edgar.hpp"
#include "ingest/sources/edgar/filing.hpp"

namespace talentflow::ingest {
namespace {

using namespace edgar;

constexpr std::size_t kLargestReport = 8 << 20;
constexpr std::size_t kMostFilers = 64;

/// A company of a submission's header.
struct Filer {
  std::string cik, name, state, country, city;
  std::vector<std::pair<std::string, std::string>> former_names;  ///< and the day of the change, or ""
};

struct Submission {
  Filing filing;
  std::vector<Filer> filers;
};

std::string eight_digits(std::string_view text) {
  text = trimmed(text).substr(0, 8);
  return text.size() == 8 ? edtf_of(text.substr(0, 4), text.substr(4, 2), text.substr(6)).value_or("") : "";
}

/// One line of a header: "\t\tCENTRAL INDEX KEY:\t\t\t0001001039".
void read_header_line(std::string_view raw_line, Submission& out) {
  const std::string line_text = repaired_utf8(raw_line);
  const std::string_view line = line_text;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const auto key = trimmed(line.substr(0, colon));
  const auto value = trimmed(line.substr(colon + 1));
  Filing& filing = out.filing;
  if (key == "ACCESSION NUMBER")
    filing.accession = value;
  else if (key == "CONFORMED SUBMISSION TYPE")
    filing.form = value;
  else if (key == "CONFORMED PERIOD OF REPORT")
    filing.period = eight_digits(value);
  else if (key == "FILED AS OF DATE")
    filing.filed = eight_digits(value);
  else if (key == "COMPANY CONFORMED NAME" && out.filers.size() < kMostFilers)
    out.filers.push_back({"", std::string(registrant_name(value)), "", "", "", {}});
  if (out.filers.empty()) return;
  Filer& filer = out.filers.back();
  if (key == "CENTRAL INDEX KEY")
    filer.cik = cik_of(value);
  else if (key == "STATE OF INCORPORATION")
    filer.state = value;
  else if (key == "STATE" && filer.country.empty())
    filer.country = country_of_place(value, "");
  else if (key == "CITY" && filer.city.empty())
    filer.city = value;
  else if (key == "FORMER CONFORMED NAME" && filer.former_names.size() < kMostFilers)
    filer.former_names.emplace_back(registrant_name(value), "");
  else if (key == "DATE OF NAME CHANGE" && !filer.former_names.empty())
    filer.former_names.back().second = eight_digits(value);
}

void add_company(const Filer& filer, const std::string& source, Sink& sink) {
  EntityRecord out;
  Filing as_registrant;
  as_registrant.cik = filer.cik;
  as_registrant.company = filer.name;
  out.entity = registrant(as_registrant);
  out.kind = "Company";
  out.name = filer.name;
  for (const auto& [former, day] : filer.former_names)
    if (!former.empty() && former != filer.name) out.aliases.push_back(former);
  add_property(out.properties, "cik", filer.cik);
  add_property(out.properties, "state_of_incorporation", filer.state);
  add_property(out.properties, "country", filer.country);
  add_property(out.properties, "city", filer.city);
  out.source = Reference::to_id(source);
  sink.add(std::move(out));
  if (filer.cik.empty()) return;
  for (const auto& [former, day] : filer.former_names)
    if (former != filer.name)
      add_former_name(filer.cik, former, day, source, "SEC-HEADER, FORMER CONFORMED NAME: " + former, sink);
}

/// The report and whom it is about, into records.
void add_report(Submission submission, const CurrentReport& report, std::uint64_t first_line, Sink& sink) {
  Filing& filing = submission.filing;
  sink.begin_item(first_line, "");
  if (filing.form.empty()) filing.form = report.form;
  if (filing.period.empty()) filing.period = report.period;
  if (submission.filers.empty()) submission.filers.push_back({report.cik, report.company, "", "", "", {}});
  filing.cik = submission.filers.front().cik;
  filing.company = submission.filers.front().name;
  if (filing.cik.empty() && filing.company.empty()) return sink.reject("the filing names no registrant");
  const std::string source = add_filing_source(filing, sink);
  for (const auto& filer : submission.filers) add_company(filer, source, sink);
  if (trimmed(report.item_502).empty()) return;  // a filing about other items
  sink.begin_item(first_line + report.line - 1, "");
  filing.items = "5.02";
  filing.parts = parts_of(report.item_502);
  const std::string locator(report.item_502.substr(0, report.item_502.find('\n')));
  for (const auto& filer : submission.filers) {
    Filing of_filer = filing;
    of_filer.cik = filer.cik;
    of_filer.company = filer.name;
    add_filing_claim(of_filer, source, locator, sink);
  }
  add_officers(filing, report.item_502, source, sink);
}

std::string archive_address(const Submission& submission, std::string_view file) {
  if (submission.filers.empty() || submission.filers.front().cik.empty() ||
      submission.filing.accession.empty())
    return {};
  std::string plain = submission.filing.accession;
  std::erase(plain, '-');
  return "https://www.sec.gov/Archives/edgar/data/" +
         std::to_string(std::stoll(submission.filers.front().cik)) + "/" + plain + "/" + std::string(file);
}

/// A full submission.
class SubmissionText final : public ItemAdapter {
 public:
  explicit SubmissionText(AdapterInput input)
      : ItemAdapter(std::move(input)),
        largest_(this->input().options.item_limit(kLargestReport)),
        lines_(this->input().bytes, largest_) {}

 protected:
  /// One document more: of a report, its records.
  Result<bool> read_item() override {
    LineReader::Line line;
    for (;;) {
      auto more = lines_.next(line);
      if (!more) return more;
      if (!*more) return at_end();
      const auto tag = trimmed(line.text);
      if (tag.starts_with("<SEC-DOCUMENT>") || tag.starts_with("<SEC-HEADER>")) {
        if (!in_header_) submission_ = {};
        in_header_ = true;
      } else if (tag == "</SEC-HEADER>") {
        in_header_ = false;
      } else if (tag == "<DOCUMENT>") {
        in_header_ = false;
        type_.clear();
        file_.clear();
      } else if (in_header_) {
        read_header_line(line.text, submission_);
      } else if (tag.starts_with("<TYPE>")) {
        type_ = trimmed(tag.substr(6));
      } else if (tag.starts_with("<FILENAME>")) {
        file_ = repaired_utf8(trimmed(tag.substr(10)));
      } else if (tag.starts_with("<TEXT>")) {
        return read_text(line.number);
      }
    }
  }

 private:
  Result<bool> at_end() {
    if (!any_report_ && !told_) {
      told_ = true;
      sink().begin_item(1, "");
      const std::string& form = submission_.filing.form;
      sink().reject(form.empty() ? "the submission has no header"
                                 : "the submission (form " + form + ") holds no form 8-K");
    }
    return false;
  }

  /// From <TEXT> to </TEXT>.
  Result<bool> read_text(std::uint64_t first_line) {
    const bool report = type_.starts_with("8-K");
    std::string text;
    bool whole = true, closed = false;
    LineReader::Line line;
    while (!closed) {
      auto more = lines_.next(line);
      if (!more) return more;
      if (!*more) break;
      const auto tag = trimmed(line.text);
      closed = tag == "</TEXT>" || tag == "</DOCUMENT>" || tag == "</SEC-DOCUMENT>";
      if (closed || !report) continue;
      whole = whole && !line.cut && text.size() + line.text.size() < largest_;
      if (whole) (text += line.text) += '\n';
    }
    if (!report) return true;
    any_report_ = true;
    sink().begin_item(first_line, "");
    if (!whole)
      sink().reject("the report is longer than " + size_text(largest_) + "; what comes later was not read");
    if (!closed) sink().reject("the input ends inside the report; it was read up to there");
    auto utf8 = html::utf8_page(std::move(text), input().bytes.name());
    if (!utf8) {
      sink().reject(utf8.error().message);
      return true;
    }
    submission_.filing.url = archive_address(submission_, file_);
    add_report(submission_, read_current_report(*utf8), first_line + 1, sink());
    return true;
  }

  std::size_t largest_;
  LineReader lines_;
  Submission submission_;
  std::string type_, file_;
  bool in_header_ = false;
  bool any_report_ = false;
  bool told_ = false;
};

/// The document alone; what only a header says is read from its path, or is unknown.
class ReportPage final : public ItemAdapter {
 public:
  explicit ReportPage(AdapterInput input) : ItemAdapter(std::move(input)) {}

 protected:
  Result<bool> read_item() override {
    if (read_) return false;
    read_ = true;
    auto bytes = read_all(input().bytes, input().options.item_limit(kLargestReport));
    if (!bytes) return bytes.error();
    auto utf8 = html::utf8_page(bytes.take(), input().bytes.name());
    if (!utf8) return utf8.error();
    Submission submission;
    submission.filing.accession = accession_of(input().bytes.name());
    auto report = read_current_report(*utf8);
    if (report.cik.empty()) report.cik = cik_in_path(input().bytes.name());
    add_report(std::move(submission), report, 1, sink());
    return true;
  }

 private:
  /// "../data/1000180/000100018010000006/report.htm", "1000180_8K_2010_0001000180-10-000006.htm".
  static std::string cik_in_path(std::string_view path) {
    if (const auto at = path.rfind("/data/"); at != std::string_view::npos)
      if (auto cik = cik_of(path.substr(at + 6, path.find('/', at + 6) - at - 6)); !cik.empty()) return cik;
    const auto file = last_segment(path);
    const auto cut = file.find('_');
    return cut != std::string_view::npos && file.substr(cut).starts_with("_8K") ? cik_of(file.substr(0, cut))
                                                                                : std::string();
  }

  bool read_ = false;
};

/// The beginning of a page without tags, in lower case and with single blanks.
std::string bare_text(std::string_view head) {
  std::string out;
  bool tag = false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '<') tag = true;
    const bool blank = tag || head[i] == ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t';
    if (head[i] == '>') tag = false;
    if (!blank)
      out += head[i];
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return lower(out);
}

}  // namespace

int sniff_submission_text(std::string_view, std::string_view head) {
  const auto begin = head.substr(0, 4096);
  return begin.find("<SEC-HEADER>") != std::string_view::npos || begin.starts_with("<SEC-DOCUMENT>") ? 96 : 0;
}

Result<std::unique_ptr<Adapter>> open_submission_text(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<SubmissionText>(std::move(input)));
}

int sniff_report_page(std::string_view, std::string_view head) {
  if (!html::begins_as_html(head) && !head.starts_with("<DOCUMENT>")) return 0;
  const std::string text = bare_text(head);
  const bool commission = text.find("securities and exchange commission") != std::string::npos;
  const bool report =
      text.find("current report") != std::string::npos && text.find("8-k") != std::string::npos;
  const bool form = text.find("form 8-k") != std::string::npos ||
                    text.find("form&#160;8-k") != std::string::npos ||
                    text.find("form&nbsp;8-k") != std::string::npos;
  return commission && (report || form) ? 88 : 0;
}

Result<std::unique_ptr<Adapter>> open_report_page(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<ReportPage>(std::move(input)));
}

}  // namespace talentflow::ingest
