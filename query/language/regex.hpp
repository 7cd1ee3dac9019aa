// Regular expressions for =~. RE2 runs in time linear in the text, whatever the pattern; it is known to
// regex.cpp only.
#pragma once

#include <map>
#include <memory>
#include <string>

namespace re2 {
class RE2;
}

namespace talentflow::query {

/// Compiled patterns of one running query: a condition compiles its pattern once, not once a row.
class RegexCache {
 public:
  RegexCache();
  ~RegexCache();
  RegexCache(const RegexCache&) = delete;
  RegexCache& operator=(const RegexCache&) = delete;

  /// Does the whole text match? On a broken pattern false, and `error` says why.
  bool match(const std::string& text, const std::string& pattern, std::string& error);

 private:
  std::map<std::string, std::unique_ptr<re2::RE2>> patterns_;
};

}  // namespace talentflow::query
