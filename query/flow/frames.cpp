#include "query/flow/frames.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/flow/sides.hpp"
#include "schema/country.hpp"
#include "schema/frame_words.hpp"
#include "schema/table.hpp"

namespace talentflow::query {
namespace {

/// A word of the sentence with what the table says of it.
struct Word {
  std::string text;
  const FrameWord* known = nullptr;

  bool means(FrameMeaning meaning) const { return known != nullptr && known->meaning == meaning; }
};
using Words = std::vector<Word>;

const FrameWord* find_word(std::string_view lowered) {
  const auto& words = frame_words();
  const auto at =
      std::find_if(words.begin(), words.end(), [&](const FrameWord& one) { return one.word == lowered; });
  return at == words.end() ? nullptr : &*at;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Words of scripts without spaces that can be told apart: the table's, and names of countries. Longest
/// first.
const std::vector<std::string>& unspaced_words() {
  // Constant data, built on first use: the tables are compiled in.
  static const std::vector<std::string> built = [] {
    std::vector<std::string> words;
    const auto add = [&](const std::string& word) {
      if (!is_ascii(word)) words.push_back(word);
    };
    for (const FrameWord& word : frame_words()) add(word.word);
    for (const Country& country : countries())
      std::for_each(country.aliases.begin(), country.aliases.end(), add);
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return words;
  }();
  return built;
}

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  Words read() {
    while (at_ < text_.size()) {
      if (const auto word = unspaced(); !word.empty())
        take(word);
      else if (part_of_word(text_[at_]))
        pending_ += text_[at_++];
      else
        end_word(), ++at_;
    }
    end_word();
    return std::move(words_);
  }

 private:
  static bool part_of_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '-' || c == '\'';
  }
  std::string unspaced() const {
    if ((text_[at_] & 0x80) == 0) return "";
    for (const std::string& word : unspaced_words())
      if (text_.substr(at_).starts_with(word)) return word;
    return "";
  }
  void take(const std::string& word) {
    end_word();
    words_.push_back({word, find_word(word)});
    at_ += word.size();
  }
  void end_word() {
    if (pending_.empty()) return;
    if (pending_.ends_with("'s")) pending_.resize(pending_.size() - 2);
    words_.push_back({pending_, find_word(ascii_lower(pending_))});
    pending_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string pending_;
  Words words_;
};

class FrameReader {
 public:
  FrameReader(const graph::View& view, const graph::Question& question, Words words)
      : view_(view), question_(question), words_(std::move(words)) {}

  int says() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool loses = words_[i].means(FrameMeaning::loss), gains = words_[i].means(FrameMeaning::gain);
      const bool arrives = words_[i].means(FrameMeaning::arrival);
      if (!loses && !gains && !arrives) continue;
      if (negated(i)) return 0;
      if (const int found = loses ? loss(i) : gains ? before(i) : arrival(i); found != 0) return found;
    }
    return 0;
  }

 private:
  bool negated(std::size_t at) const {
    for (std::size_t i = at < 3 ? 0 : at - 3; i < at; ++i)
      if (words_[i].means(FrameMeaning::negation)) return true;
    return false;
  }
  int loss(std::size_t at) const {
    if (const int gainer = after(at, FrameMeaning::to); gainer != 0) return gainer;
    if (const int loser = after(at, FrameMeaning::of); loser != 0) return -loser;
    return -before(at);
  }
  /// "Talent flows to China", and in Chinese without a preposition.
  int arrival(std::size_t at) const {
    if (const int gainer = after(at, FrameMeaning::to); gainer != 0) return gainer;
    return is_ascii(words_[at].text) ? 0 : soonest(at + 1);
  }
  /// The side mentioned soonest behind the next word of that meaning.
  int after(std::size_t at, FrameMeaning link) const {
    for (std::size_t i = at + 1; i < words_.size(); ++i)
      if (words_[i].means(link))
        if (const int found = soonest(i + 1); found != 0) return found;
    return 0;
  }
  int soonest(std::size_t from) const {
    for (std::size_t i = from; i < std::min(words_.size(), from + 3); ++i)
      if (const int found = side(i); found != 0) return found;
    return 0;
  }
  int before(std::size_t at) const {
    for (std::size_t i = at; i-- > 0;)
      if (const int found = side(i); found != 0) return found;
    return 0;
  }

  /// "China", "US"; not the "In" that begins a sentence, which is India's code too.
  static bool is_name(std::string_view word) {
    const auto capital = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    return word.size() < 4 ? std::all_of(word.begin(), word.end(), capital) : capital(word[0]);
  }
  /// +1 first, -1 second, 0 neither.
  int side(std::size_t i) const {
    if (i + 1 < words_.size() && words_[i + 1].means(FrameMeaning::teller)) return 0;
    if (words_[i].means(FrameMeaning::elsewhere)) {
      if (has_rest(question_.second)) return -1;
      return has_rest(question_.first) ? 1 : 0;
    }
    const auto code = country(i);
    return code ? side_of(*code) : 0;
  }
  std::optional<std::string> country(std::size_t i) const {
    const Word& word = words_[i];
    if (word.means(FrameMeaning::people)) return word.known->country;
    if (is_ascii(word.text) && !is_name(word.text)) return std::nullopt;
    if (const Country* found = find_country(word.text)) return found->alpha2;
    const auto nodes = view_.find_nodes_named(word.text);
    if (nodes.size() != 1) return std::nullopt;
    const EntityNumber entity = view_.entity_of(nodes[0]);
    const auto& codes = view_.organisations().country;
    if (entity >= codes.size() || codes[entity][0] == 0) return std::nullopt;
    return std::string(codes[entity].begin(), codes[entity].end());
  }
  int side_of(const std::string& code) const {
    const graph::CountryCode country{code[0], code[1]};
    const auto names = [&](const graph::Side& side) {
      const auto named = graph::named_countries(side);
      return std::find(named.begin(), named.end(), country) != named.end();
    };
    if (names(question_.first)) return 1;
    if (names(question_.second)) return -1;
    if (has_rest(question_.second)) return -1;
    return has_rest(question_.first) ? 1 : 0;
  }
  static bool has_rest(const graph::Side& side) {
    return std::any_of(side.terms.begin(), side.terms.end(), [](const graph::Term& term) {
      return term.kind == graph::Term::Kind::overseas || term.kind == graph::Term::Kind::anywhere;
    });
  }

  const graph::View& view_;
  const graph::Question& question_;
  Words words_;
};

std::string text_property(const Properties& properties, std::string_view key) {
  const talentflow::Value* value = find_property(properties, key);
  const auto* text = value == nullptr ? nullptr : value->get_if<std::string>();
  return text == nullptr ? "" : *text;
}

}  // namespace

int read_frame(const graph::View& view, const graph::Question& question, const std::string& text) {
  return FrameReader(view, question, WordReader(text).read()).says();
}

std::vector<Frame> frames(const graph::View& view, const graph::Question& question) {
  std::vector<Frame> found;
  const auto type = view.find_name("FRAMES");
  if (!type) return found;
  for (const graph::EdgeNumber edge : view.edges_of_type(*type))
    for (const graph::ClaimView& claim : view.claims(edge)) {
      Frame frame{text_property(claim.claim.properties, "bloc"),
                  text_property(claim.claim.properties, "text")};
      if (frame.text.empty()) frame.text = claim.claim.note;
      frame.says = read_frame(view, question, frame.text);
      if (!frame.text.empty()) found.push_back(std::move(frame));
    }
  std::sort(found.begin(), found.end(), [](const Frame& a, const Frame& b) {
    return std::tie(a.bloc, a.text) < std::tie(b.bloc, b.text);
  });
  return found;
}

}  // namespace talentflow::query
