#include "ingest/text/chinese/parts.hpp"

#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/number.hpp"
#include "ingest/text/chinese/shapes.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// What stands in quotation marks is a name by itself when it is no longer than this.
constexpr std::size_t kLongestQuotedName = 14;
constexpr std::size_t kLongestWork = 30;

class Cutter {
 public:
  Cutter(const Characters& text, const Date& published, NameMemory& memory)
      : text_(text), published_(published), memory_(memory) {}

  std::vector<Part> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (text_[at] == U' ') {
        ++at;
        continue;
      }
      Part part = next(at);
      at = part.end;
      add(std::move(part));
    }
    return std::move(parts_);
  }

 private:
  Part make(Part::Kind kind, std::size_t begin, std::size_t end) const {
    Part part;
    part.kind = kind;
    part.begin = begin;
    part.end = end;
    part.plain = text_.view(begin, end);
    part.name = text_.written(begin, end);
    while (part.name.ends_with(' ')) part.name.pop_back();
    return part;
  }

  /// Texts that follow each other are one.
  void add(Part part) {
    if (part.kind == Part::Kind::text && !part.quoted && !parts_.empty()) {
      Part& before = parts_.back();
      if (before.kind == Part::Kind::text && !before.quoted && before.end == part.begin) {
        before = make(Part::Kind::text, before.begin, part.end);
        return;
      }
    }
    if (part.kind == Part::Kind::date) last_date_ = part.date;
    parts_.push_back(std::move(part));
  }

  LeftSide left_side(std::size_t at) const {
    if (parts_.empty() || parts_.back().end != at || parts_.back().kind == Part::Kind::mark)
      return LeftSide::start;
    const Part& before = parts_.back();
    if (before.is(Word::role) || before.is(Word::title)) return LeftSide::title;
    if (before.kind == Part::Kind::person) return LeftSide::name;
    return before.kind == Part::Kind::text ? LeftSide::text : LeftSide::boundary;
  }

  Part next(std::size_t at) {
    if (auto part = work_or_quote(at)) return *part;
    if (auto date = chinese_date_at(text_, at, published_, last_date_)) {
      Part part = make(Part::Kind::date, at, date->end);
      part.date = date->date;
      part.until = date->until;
      part.recent = date->recent;
      return part;
    }
    if (auto amount = chinese_amount_at(text_, at)) {
      Part part = make(Part::Kind::amount, at, amount->end);
      part.amount = *amount;
      return part;
    }
    if (const auto end = end_of_counted_people(text_, at); end > at) {
      Part part = make(Part::Kind::word, at, end);
      part.word = Word::people_count;
      return part;
    }
    if (is_latin(text_[at]) || is_digit(text_[at])) return latin(at);
    if (text_[at] == U'、') return worded(at, word_at(text_.plain(), at));
    if (!is_han(text_[at])) return make(Part::Kind::mark, at, at + 1);
    return han(at);
  }

  /// 《..》 and short names in quotation marks.
  std::optional<Part> work_or_quote(std::size_t at) const {
    const bool work = text_[at] == U'《';
    if (!work && text_[at] != U'“' && text_[at] != U'"') return std::nullopt;
    const char32_t close = work ? U'》' : text_[at] == U'"' ? U'"' : U'”';
    const std::size_t most = work || is_latin(text_[at + 1]) ? kLongestWork : kLongestQuotedName;
    for (std::size_t end = at + 1; end < text_.size() && end <= at + most; ++end) {
      const char32_t letter = text_[end];
      if (letter == close && end > at + 1) {
        if (!work && has_verb(text_, at + 1, end)) return std::nullopt;
        Part part = quoted_name(at + 1, end, work);
        part.end = end + 1;
        part.begin = at;
        return part;
      }
      if (!work &&
          (letter == U'，' || letter == U'。' || letter == U'：' || letter == U'！' || letter == U'？'))
        return std::nullopt;
    }
    return std::nullopt;
  }

  Part quoted_name(std::size_t begin, std::size_t end, bool work) const {
    Part part = make(work ? Part::Kind::work : Part::Kind::text, begin, end);
    part.quoted = true;
    if (const auto* known = Gazetteer::standard().find(to_utf8(part.plain))) {
      describe(part, *known);
    } else if (const auto* own = work ? nullptr : memory_.organisation_at(text_.plain(), begin);
               own != nullptr && begin + own->first.size() == end) {
      part = own_organisation(begin, *own);
      part.quoted = true;
    }
    if (work) part.kind = Part::Kind::work;
    return part;
  }

  static void describe(Part& part, const KnownName& known) {
    part.kind = known.kind == "Person"  ? Part::Kind::person
                : known.kind == "Place" ? Part::Kind::place
                                        : Part::Kind::organisation;
    part.entity_kind = known.kind;
    part.english = known.english;
    part.sure = true;
  }

  /// A run of Latin words: "Google DeepMind", "Junyang Lin", "36氪" when it begins a known name.
  Part latin(std::size_t at) {
    if (const auto known = Gazetteer::standard().longest(text_.plain(), at); known.length > 0) {
      Part part = make(Part::Kind::organisation, at, at + known.length);
      describe(part, *known.name);
      return part;
    }
    if (const auto word = word_at(text_.plain(), at);
        !word.text.empty() && !is_latin(text_[at + word.text.size()]))
      return worded(at, word);
    std::size_t end = at;
    std::size_t behind = at;
    while (behind < text_.size()) {
      const char32_t letter = text_[behind];
      const bool inside =
          is_latin(letter) || is_digit(letter) ||
          (name_mark(letter) && behind > at && (is_latin(text_[behind + 1]) || is_digit(text_[behind + 1])));
      if (inside)
        end = ++behind;
      else if (letter == U' ' && (is_capital(text_[behind + 1]) ||
                                  (is_latin(text_[behind + 1]) && is_name_link(text_, behind + 1))))
        ++behind;
      else
        break;
    }
    Part part = make(Part::Kind::latin, at, end);
    // "OpenAI CEO": the job at the end is none of the name
    if (const auto cut = role_at_end(text_, at, end); cut > at) part = make(Part::Kind::latin, at, cut);
    if (const auto* known = Gazetteer::standard().find(part.name)) describe(part, *known);
    return part;
  }

  Part worded(std::size_t at, const WordEntry& word) const {
    Part part = make(Part::Kind::word, at, at + word.text.size());
    part.word = word.word;
    part.rule = word.rule;
    if (word.word == Word::none) part.kind = Part::Kind::text;
    return part;
  }

  Part own_organisation(std::size_t at, const std::pair<const std::u32string, OwnOrganisation>& own) const {
    Part part = make(Part::Kind::organisation, at, at + own.first.size());
    if (part.name != own.second.name) part.aliases.push_back(part.name);
    part.name = own.second.name;
    part.entity_kind = own.second.kind;
    part.english = own.second.english;
    part.sure = true;
    return part;
  }

  Part person(std::size_t at, const NameMatch& name) const {
    Part part = make(Part::Kind::person, at, name.end);
    part.entity_kind = "Person";
    part.sure = name.sure;
    return part;
  }

  Part han(std::size_t at) {
    const auto known = Gazetteer::standard().longest(text_.plain(), at);
    auto word = word_at(text_.plain(), at);
    // "曾任职德州仪器": the verb behind the word for the past
    if (word.text == U"曾任" && (text_[at + 2] == U'职' || text_[at + 2] == U'教')) word = word_at(U"曾", 0);
    // a word of the table across two words of the dictionary: 入职 in "进入|职场"
    if (word.text.size() == 2 && !text_.word_begins(at) && !text_.word_begins(at + 2)) word = {};
    if (auto name = known_person(at); name && name->end - at > known.length) return person(at, *name);
    if (const auto* own = memory_.organisation_at(text_.plain(), at);
        own != nullptr && own->first.size() > known.length && own->first.size() >= word.text.size() &&
        !inside_word(at, own->first.size()) &&
        !(text_[at + own->first.size()] == U'的' && text_.is_one_word(at, at + own->first.size())))
      return own_organisation(at, *own);
    if (known.length > 0 && known.length >= word.text.size() && !inside_word(at, known.length)) {
      Part part = make(Part::Kind::organisation, at, at + known.length);
      describe(part, *known.name);
      return part;
    }
    if (auto name = foreign_name_at(text_, at, left_side(at))) return person(at, *name);
    if (word.text.size() >= 2) return worded(at, word);
    if (auto name = han_name_at(text_, at, left_side(at), memory_)) return person(at, *name);
    if (left_side(at) == LeftSide::title || follows_person())
      if (auto name = titled_foreign_name_at(text_, at)) return person(at, *name);
    if (!word.text.empty() && particle_here(at, word)) return worded(at, word);
    std::size_t end = at + 1;
    while (end < text_.size() && !text_.word_begins(end) && is_han(text_[end]) &&
           word_at(text_.plain(), end).text.size() < 2)
      ++end;
    return make(Part::Kind::text, at, end);
  }

  /// "麦肯齐和|扎克曼": behind a person and a conjunction.
  bool follows_person() const {
    return parts_.size() >= 2 && parts_.back().is(Word::conjunction) &&
           parts_[parts_.size() - 2].kind == Part::Kind::person;
  }

  /// A name that an earlier sentence made sure, in any place.
  std::optional<NameMatch> known_person(std::size_t at) const {
    std::optional<NameMatch> found;
    for (const auto& name : memory_.people())
      if (text_.starts_with(at, name) && (!found || at + name.size() > found->end))
        found = NameMatch{at + name.size(), true};
    return found;
  }

  /// A short known name that is only a piece of a longer word of the dictionary: "联想到", "小米粥".
  bool inside_word(std::size_t at, std::size_t length) const {
    if (length > 2 || at + length >= text_.size() || !is_han(text_[at + length])) return false;
    for (std::size_t i = at + 1; i <= at + length; ++i)
      if (text_.word_begins(i)) return false;
    return word_at(text_.plain(), at + length).text.size() < 2;
  }

  /// A particle of one character counts where it is a word by itself.
  bool particle_here(std::size_t at, const WordEntry& word) const {
    if (text_.is_one_word(at, at + 1)) return true;
    // "前台积电高管": the dictionary reads 前台
    const bool before_name = Gazetteer::standard().longest(text_.plain(), at + 1).length >= 2 ||
                             memory_.organisation_at(text_.plain(), at + 1) != nullptr;
    const bool preposition = word.word == Word::at || word.word == Word::from || word.word == Word::by;
    if (before_name && (word.word == Word::former || (preposition && left_is_word(at)))) return true;
    const bool pronoun = word.word == Word::third_person || word.word == Word::self;
    if (pronoun) return text_[at + 1] != U'们' && text_[at + 1] != U'人' && text_[at + 1] != U'国';
    // the dictionary knows longer words that the table does not: "将军", "自动"
    const bool short_word =
        word.word == Word::of || word.word == Word::aspect || word.word == Word::conjunction;
    if (short_word) return text_.word_begins(at) || text_.word_begins(at + 1);
    // behind a name that the dictionary does not know, its words are cut wrongly: "谷|歌后"
    return left_is_name(at) && !text_.word_begins(at);
  }
  bool left_is_word(std::size_t at) const {
    return parts_.empty() || parts_.back().end != at || parts_.back().kind != Part::Kind::text;
  }
  bool left_is_name(std::size_t at) const {
    return !parts_.empty() && parts_.back().end == at &&
           (parts_.back().kind == Part::Kind::person || parts_.back().kind == Part::Kind::organisation ||
            parts_.back().is(Word::third_person) || parts_.back().is(Word::self));
  }

  const Characters& text_;
  const Date& published_;
  NameMemory& memory_;
  std::vector<Part> parts_;
  Date last_date_;
};

}  // namespace

std::vector<Part> cut_parts(const Characters& text, const Date& published, NameMemory& memory) {
  auto parts = Cutter(text, published, memory).run();
  join_organisations(text, parts);
  find_latin_people(parts, memory);
  return parts;
}

}  // namespace talentflow::ingest::text
