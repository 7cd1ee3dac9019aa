#include "query/cli/repl/text_width.hpp"

#include <cwchar>

namespace talentflow::cli {

std::size_t text_width(std::string_view text) {
  std::size_t columns = 0;
  std::mbstate_t state{};
  while (!text.empty()) {
    wchar_t character = 0;
    const std::size_t length = std::mbrtowc(&character, text.data(), text.size(), &state);
    if (length == static_cast<std::size_t>(-1) || length == static_cast<std::size_t>(-2) || length == 0) {
      state = {};
      text.remove_prefix(1);
      ++columns;
      continue;
    }
    if (const int width = ::wcwidth(character); width > 0) columns += static_cast<std::size_t>(width);
    text.remove_prefix(length);
  }
  return columns;
}

}  // namespace talentflow::cli
