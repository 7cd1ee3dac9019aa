#include "ingest/sources/resume/markdown.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest::markdown {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

class Reader {
 public:
  explicit Reader(std::string_view cell) : cell_(cell) {}

  Text read() {
    while (at_ < cell_.size())
      if (!(footnote() || link() || tag() || bare_address() || entity())) character();
    out_.words = trimmed(out_.words);
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return cell_.substr(at_); }

  void keep_address(std::string_view address) {
    address = trimmed(address);
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    address = address.substr(0, address.find_first_of(" \t"));  // behind it may stand a title
    if (out_.address.empty() && is_address(address)) out_.address = address;
  }

  /// "[^1]", which says nothing.
  bool footnote() {
    if (!rest().starts_with("[^")) return false;
    const auto close = rest().find(']');
    if (close == npos) return false;
    at_ += close + 1;
    return true;
  }

  /// "[Ann](https://..)" and "[Ann][1]": the words, and the address.
  bool link() {
    if (cell_[at_] != '[') return false;
    const auto close = rest().find(']');
    if (close == npos || close + 1 >= rest().size()) return false;
    const char open = rest()[close + 1];
    const auto end = open == '(' ? rest().find(')', close) : open == '[' ? rest().find(']', close + 2) : npos;
    if (end == npos) return false;
    const Text inner = text_of(rest().substr(1, close - 1));
    const bool image = !out_.words.empty() && out_.words.back() == '!';
    if (image) out_.words.pop_back();
    if (!image) out_.words += inner.words;
    if (open == '(' && !image) keep_address(rest().substr(close + 2, end - close - 2));
    at_ += end + 1;
    return true;
  }

  /// "<https://..>", "<br>", other tags of HTML, which say nothing.
  bool tag() {
    if (cell_[at_] != '<') return false;
    const auto close = rest().find('>');
    if (close == npos) return false;
    const auto inside = rest().substr(1, close - 1);
    const std::string name =
        lower(inside.substr(0, inside.find_first_of(" /", inside.starts_with('/') ? 1 : 0)));
    if (is_address(inside))
      keep_address(inside);
    else if (name == "br")
      out_.words += '\n';
    else if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz123456/") != std::string::npos)
      return false;
    at_ += close + 1;
    return true;
  }

  bool bare_address() {
    if (!is_address(rest())) return false;
    const auto end = std::min(rest().find_first_of(" \t|)"), rest().size());
    keep_address(rest().substr(0, end));
    at_ += end;
    return true;
  }

  bool entity() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&#124;", "|"}, {"&quot;", "\""}}};
    for (const auto& [written, meant] : kEntities)
      if (rest().starts_with(written)) {
        out_.words += meant;
        at_ += written.size();
        return true;
      }
    return false;
  }

  void character() {
    if (rest().starts_with("~~")) {
      out_.struck = true;
      at_ += 2;
      return;
    }
    if (cell_[at_] == '\\' && at_ + 1 < cell_.size())
      out_.words += cell_[++at_];
    else if (cell_[at_] != '*' && cell_[at_] != '`')
      out_.words += cell_[at_];
    ++at_;
  }

  std::string_view cell_;
  std::size_t at_ = 0;
  Text out_;
};

}  // namespace

std::vector<std::string_view> row_cells(std::string_view line) {
  line = trimmed(line);
  if (line.find('|') == npos) return {};
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i)
    if (i == line.size() || (line[i] == '|' && (i == 0 || line[i - 1] != '\\'))) {
      out.push_back(trimmed(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  return out;
}

bool is_rule(const std::vector<std::string_view>& cells) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    return cell.find('-') != npos && cell.find_first_not_of("-: ") == npos;
  });
}

int heading_level(std::string_view line) {
  const auto marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks >= 1 && marks <= 6) return static_cast<int>(marks);
  line = trimmed(line);
  const bool bold = line.size() > 4 && line.starts_with("**") && line.find("**", 2) == line.size() - 2;
  return bold ? 7 : 0;
}

bool is_fence(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

Text text_of(std::string_view cell) { return Reader(cell).read(); }

}  // namespace talentflow::ingest::markdown
