// SEC EDGAR: Form D (XML), 8-K item 5.02 (one JSON object a filing, already cut by item; the document as
// HTML; the full submission as text), submissions of a registrant (JSON of the interface).
#pragma once

#include <memory>
#include <string>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kEdgarVersion = 1;

int sniff_form_d(std::string_view name, std::string_view head);
int order_edgar(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_form_d(AdapterInput input);

int sniff_item_502(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_item_502(AdapterInput input);

/// The document of an 8-K as HTML. 88 when the page is one.
int sniff_report_page(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_report_page(AdapterInput input);

/// A full submission with its SEC-HEADER. 96 when the text begins as one.
int sniff_submission_text(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_submission_text(AdapterInput input);

int sniff_submissions(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_submissions(AdapterInput input);

namespace edgar {

/// "0001544190-19-000002" out of a path, with or without its hyphens; "" when there is none.
std::string accession_of(std::string_view path);
/// ISO 3166 alpha-2 of one of EDGAR's own place codes and its description, or "". Two-letter codes are states
/// of the United States (XX is unknown), "F4" is China.
std::string country_of_place(std::string_view code, std::string_view description);
/// A text of a form, or "" for what forms write when there is none ("None", "NONE", "N/A").
std::string_view stated(std::string_view text);
/// "WALT DISNEY CO/" -> "WALT DISNEY CO": EDGAR marks states of incorporation behind a slash.
std::string_view registrant_name(std::string_view text);
/// "LLC", "L.P.", "Ltd.": alone; or as the last word of a longer text. Only forms that are no given names.
bool is_legal_form(std::string_view word);
bool ends_in_legal_form(std::string_view text);

}  // namespace edgar
}  // namespace talentflow::ingest
