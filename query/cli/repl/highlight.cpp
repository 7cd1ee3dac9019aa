#include "query/cli/repl/highlight.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "talentflow/talentflow.hpp"

namespace talentflow::cli {
namespace {

struct Colour {
  std::string_view kind;  ///< of talentflow_tokens()
  std::string_view code;
};

// Kinds that are not named stay as they are.
constexpr std::array kColours{Colour{"keyword", "\x1b[1;34m"}, Colour{"function", "\x1b[36m"},
                              Colour{"label", "\x1b[35m"},     Colour{"string", "\x1b[32m"},
                              Colour{"number", "\x1b[33m"},    Colour{"parameter", "\x1b[33m"},
                              Colour{"comment", "\x1b[90m"},   Colour{"bad", "\x1b[31m"}};
constexpr std::string_view kPlain = "\x1b[0m";

std::string_view code_of(std::string_view kind) {
  const auto* found =
      std::find_if(kColours.begin(), kColours.end(), [kind](const Colour& one) { return one.kind == kind; });
  return found == kColours.end() ? std::string_view() : found->code;
}

}  // namespace

std::string in_colour(const std::string& before, const std::string& text) {
  const std::string all = before + text;
  std::string out;
  std::size_t done = before.size();
  const auto copy_to = [&](std::size_t end) {
    if (end > done) out.append(all, done, end - done);
    done = std::max(done, end);
  };
  auto found = tokens(all);
  while (found.next()) {
    const auto begin = static_cast<std::size_t>(found["begin"].integer());
    const std::size_t end = begin + static_cast<std::size_t>(found["length"].integer());
    const std::string_view code = code_of(found["kind"].string());
    if (end <= before.size() || code.empty()) continue;
    copy_to(begin);
    out += code;
    copy_to(end);
    out += kPlain;
  }
  copy_to(all.size());
  return out;
}

}  // namespace talentflow::cli
