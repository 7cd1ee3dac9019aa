#include "graph/store/check.hpp"

#include "graph/store/check_scan.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// Keys are partly binary: printable bytes stay, others become \xNN.
std::string printable(std::string_view key) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const char letter : key) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 && byte != 0x7F && byte != '\\') {
      out.push_back(letter);
    } else {
      out += "\\x";
      out.push_back(kHex[byte >> 4U]);
      out.push_back(kHex[byte & 0xFU]);
    }
  }
  return out;
}

}  // namespace

void Checker::find(Family family, std::string_view key, std::string problem) {
  if (findings_.size() >= kMostFindings) {
    ++unlisted_;
    return;
  }
  findings_.push_back({std::string(family_name(family)), printable(key), std::move(problem)});
}

/// Whether the family has this key with this value.
Result<bool> Checker::number_is(Family family, std::string_view key, std::string_view number) const {
  std::string bytes;
  const auto found = pairs_.get(family, key, bytes);
  if (!found.ok()) return found.error();
  return *found && bytes == number;
}

Result<std::vector<Finding>> Checker::run() {
  TALENTFLOW_TRY(check_meta());
  TALENTFLOW_TRY(check_forgotten());
  TALENTFLOW_TRY(check_loads());
  TALENTFLOW_TRY(check_entities());
  TALENTFLOW_TRY(check_ids());
  TALENTFLOW_TRY(check_terms());
  TALENTFLOW_TRY(check_claims());
  TALENTFLOW_TRY(check_claim_keys());
  TALENTFLOW_TRY(check_claim_ids());
  for (const Family family : {Family::by_subject, Family::by_object, Family::by_source})
    TALENTFLOW_TRY(check_postings(family));
  TALENTFLOW_TRY(check_names());
  TALENTFLOW_TRY(check_withdrawn());
  TALENTFLOW_TRY(check_reviews());
  TALENTFLOW_TRY(check_derived());
  if (unlisted_ != 0) findings_.push_back({"", "", "and " + std::to_string(unlisted_) + " more findings"});
  return std::move(findings_);
}

Result<std::vector<Finding>> ClaimStore::check() const { return Checker(*this).run(); }

}  // namespace talentflow::graph
