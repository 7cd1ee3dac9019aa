#include "query/language/regex.hpp"

#include <re2/re2.h>

namespace talentflow::query {

namespace {
/// Patterns that come from the data are not kept without end.
constexpr std::size_t kMostPatterns = 64;
}  // namespace

RegexCache::RegexCache() = default;
RegexCache::~RegexCache() = default;

bool RegexCache::match(const std::string& text, const std::string& pattern, std::string& error) {
  if (patterns_.size() > kMostPatterns) patterns_.clear();
  auto& compiled = patterns_[pattern];
  if (!compiled) {
    RE2::Options options;
    options.set_log_errors(false);
    compiled = std::make_unique<RE2>(pattern, options);
  }
  if (compiled->ok()) return RE2::FullMatch(text, *compiled);
  error = compiled->error();
  return false;
}

}  // namespace talentflow::query
