#include "graph/snapshot/sources.hpp"

#include <algorithm>
#include <array>

#include "graph/belief/belief.hpp"

namespace talentflow::graph {
namespace {

constexpr std::size_t kGrades = 8;  ///< A..F as 1..6, 0 = none; credibility 0..6

std::size_t grade_of(char letter) {
  return letter >= 'A' && letter <= 'F' ? static_cast<std::size_t>(letter - 'A') + 1 : 0;
}

std::size_t grade_index(std::size_t root, std::size_t own, std::size_t credibility, bool rumour) {
  return ((root * kGrades + own) * kGrades + credibility) * 2 + (rumour ? 1 : 0);
}

std::vector<float> all_strengths(const Vocabulary& vocabulary) {
  std::vector<float> strengths(kGrades * kGrades * kGrades * 2, 0.0F);
  const auto letter = [](std::size_t grade) {
    return grade == 0 ? char{0} : static_cast<char>('A' + grade - 1);
  };
  for (std::size_t root = 0; root < 7; ++root)
    for (std::size_t own = 0; own < 7; ++own)
      for (std::size_t credibility = 0; credibility < 7; ++credibility)
        for (const bool rumour : {false, true})
          strengths[grade_index(root, own, credibility, rumour)] =
              static_cast<float>(strength({letter(root), letter(own), static_cast<int>(credibility), -1.0F,
                                           rumour ? Status::rumoured : Status::none},
                                          vocabulary));
  return strengths;
}

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

/// What tells publishers apart: letters and digits of the name. A page whose site gave no name has its host
/// for one, and "examplepost.com" is the Example Post.
std::string publisher_key(std::string_view text) {
  std::string name = folded(text);
  const bool host = name.find(' ') == std::string::npos && name.find('.') != std::string::npos;
  if (host) {
    const auto last_dot = name.rfind('.');
    std::string site = name.substr(0, last_dot);
    constexpr std::array<std::string_view, 6> kSecondLevel = {".co", ".com", ".org", ".net", ".ac", ".gov"};
    const bool country = name.size() - last_dot == 3;
    for (const std::string_view ending : kSecondLevel)
      if (country && site.ends_with(ending)) site.resize(site.size() - ending.size());
    name = site.substr(site.rfind('.') == std::string::npos ? 0 : site.rfind('.') + 1);
  }
  std::string key;
  for (const char letter : name)
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
        static_cast<unsigned char>(letter) >= 0x80)
      key.push_back(letter);
  return key.empty() ? folded(text) : key;
}

/// Roots that are no publisher's name: a source nobody named a publisher for, a load without a document.
constexpr std::uint32_t kUnnamedSource = 0x80000000, kLoad = 0x40000000;

}  // namespace

Result<SourceTable> SourceTable::build(const Snapshot& snapshot, const Selection& selection,
                                       const Descriptions& descriptions) {
  SourceTable table(snapshot);
  bool graded = false;
  for (const ClaimIndex claim : selection.statements) {
    const ClaimRow& row = snapshot.row(claim);
    graded = graded || row.edge_id == 0;
    if (row.source == 0) continue;
    if (table.index_.empty()) table.index_.assign(snapshot.last_entity() + 1, 0);
    if (table.index_[row.source] == 0) TALENTFLOW_TRY(table.add(row.source, descriptions));
  }
  if (graded) table.graded_ = all_strengths(snapshot.vocabulary());
  for (std::size_t i = 0; i < table.rows_.size(); ++i) {  // rows_ grows by the origins
    const EntityNumber origin = table.rows_[i].origin;
    if (origin != 0 && table.index_[origin] == 0) TALENTFLOW_TRY(table.add(origin, descriptions));
  }
  table.find_roots();
  return table;
}

Result<void> SourceTable::add(EntityNumber source, const Descriptions& descriptions) {
  const TextTable& names = snapshot_->names();
  const auto text = [&](std::string_view key) {
    const auto code = names.find(key);
    return code ? descriptions.text(source, *code) : std::string_view();
  };
  SourceRow row;
  row.publisher = code(text("publisher"));
  row.bloc = code(text("bloc"));
  row.source_class = code(text("source_class"));
  if (const std::string_view grade = text("reliability"); grade.size() == 1)
    row.reliability = static_cast<char>(grade[0] >= 'a' ? grade[0] - 'a' + 'A' : grade[0]);
  if (const std::string_view origin = text("origin"); !origin.empty()) {
    const auto found = snapshot_->store().find_entity(origin);
    if (!found.ok()) return found.error();
    if (*found && **found <= snapshot_->last_entity())
      row.origin = **found;
    else
      row.origin_text = code(origin);
  }
  if (const auto key = names.find("published"))
    if (const auto published = descriptions.find(source, *key)) {
      const Value value = published->value();
      Date date;
      if (const auto* known = value.get_if<Date>())
        date = *known;
      else if (const auto* written = value.get_if<std::string>())
        if (const auto parsed = parse_date(*written); parsed.ok()) date = *parsed;
      if (date.known()) row.seen = date.range.exact() ? date.range.low : date.range.high - 1;
    }
  rows_.push_back(row);
  sources_.push_back(source);
  index_[source] = static_cast<std::uint32_t>(rows_.size());
  return {};
}

void SourceTable::find_roots() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    EntityNumber root = sources_[i];
    std::size_t steps = 0;
    while (of(root).origin != 0 && ++steps <= rows_.size()) root = of(root).origin;
    if (steps > rows_.size()) {  // a circle of copies: its smallest number stands for all of it
      EntityNumber least = root;
      for (EntityNumber next = of(root).origin; next != root; next = of(next).origin)
        least = std::min(least, next);
      root = least;
    }
    const SourceRow& last = of(root);
    rows_[i].root = root;
    rows_[i].root_reliability = last.reliability;
    const std::uint32_t name = last.origin_text != 0 ? last.origin_text : last.publisher;
    if (name == 0) {
      rows_[i].root_publisher = kUnnamedSource | root;
      continue;
    }
    const auto next = static_cast<std::uint32_t>(publishers_.size() + 1);
    rows_[i].root_publisher = publishers_.emplace(publisher_key(texts_[name]), next).first->second;
  }
}

std::uint32_t SourceTable::code(std::string_view text) {
  if (text.empty()) return 0;
  const auto [entry, added] = codes_.emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (added) texts_.emplace_back(text);
  return entry->second;
}

const SourceRow& SourceTable::of(EntityNumber source) const {
  static const SourceRow kNothing;
  return source < index_.size() && index_[source] != 0 ? rows_[index_[source] - 1] : kNothing;
}

float SourceTable::strength(const ClaimRow& claim) const {
  const SourceRow& source = of(claim.source);
  if (claim.confidence >= 0.0F)
    return static_cast<float>(
        graph::strength({0, 0, 0, claim.confidence, claim.status}, snapshot_->vocabulary()));
  return graded_[grade_index(grade_of(source.root_reliability), grade_of(source.reliability),
                             claim.credibility, claim.status == Status::rumoured)];
}

std::uint32_t SourceTable::root_publisher(const ClaimRow& claim) const {
  return claim.source == 0 ? kLoad | claim.load : of(claim.source).root_publisher;
}

Day SourceTable::seen(const ClaimRow& claim) const {
  constexpr Instant kDay = 86'400'000'000;
  if (const Day published = of(claim.source).seen; published != kMinDay) return published;
  if (claim.recorded == kAlways) return kMinDay;
  const Instant day = claim.recorded / kDay - (claim.recorded % kDay < 0 ? 1 : 0);
  return static_cast<Day>(std::clamp<Instant>(day, kMinDay, kMaxDay));
}

std::string SourceTable::root_publisher_name(EntityNumber source) const {
  if (source == 0) return {};
  const SourceRow& row = of(source);
  if (row.root == 0) return {};
  const SourceRow& root = of(row.root);
  const std::uint32_t name = root.origin_text != 0 ? root.origin_text : root.publisher;
  return name != 0 ? texts_[name] : std::string(snapshot_->entity_id(row.root));
}

bool SourceTable::within(EntityNumber source, const SourceSet& set) const {
  const auto same = [&](std::uint32_t code) { return code != 0 && folded(texts_[code]) == folded(set.text); };
  const SourceRow& row = of(source);
  const auto part = [&](const SourceSet& inner) { return within(source, inner); };
  switch (set.op) {
    case SourceSet::Op::bloc:
      return same(row.bloc);
    case SourceSet::Op::publisher:
      return same(row.publisher);
    case SourceSet::Op::source_class:
      return same(row.source_class);
    case SourceSet::Op::source:
      return source != 0 && snapshot_->entity_id(source) == set.text;
    case SourceSet::Op::listed:
      return std::binary_search(set.sources.begin(), set.sources.end(), source);
    case SourceSet::Op::any_of:
      return std::any_of(set.parts.begin(), set.parts.end(), part);
    case SourceSet::Op::all_of:
      return std::all_of(set.parts.begin(), set.parts.end(), part);
    case SourceSet::Op::except:
      return !set.parts.empty() && part(set.parts[0]) &&
             std::none_of(set.parts.begin() + 1, set.parts.end(), part);
  }
  return false;
}

}  // namespace talentflow::graph
