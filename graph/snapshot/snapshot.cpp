#include "graph/snapshot/snapshot.hpp"

#include <algorithm>

#include "graph/snapshot/property_bytes.hpp"
#include "graph/snapshot/snapshot_parts.hpp"
#include "graph/snapshot/versions.hpp"

namespace talentflow::graph {

std::uint8_t PackedDate::pack(const Date& date) {
  unsigned qualifier = 0;
  if (date.qualifier == '~') qualifier = 1;
  if (date.qualifier == '?') qualifier = 2;
  if (date.qualifier == '%') qualifier = 3;
  return static_cast<std::uint8_t>(static_cast<unsigned>(date.kind) |
                                   static_cast<unsigned>(date.precision) << 2 | qualifier << 5);
}

Date PackedDate::unpack(std::uint8_t code, Day low, Day high) {
  static constexpr char kQualifiers[4] = {0, '~', '?', '%'};
  Date date;
  date.kind = static_cast<DateKind>(code & 3U);
  date.precision = static_cast<DatePrecision>(code >> 2 & 7U);
  date.qualifier = kQualifiers[code >> 5 & 3U];
  if (date.known()) date.range = {low, high};
  return date;
}

TermInfo term_info(std::uint32_t name, std::string_view text, const Vocabulary& vocabulary) {
  TermInfo info;
  info.name = name;
  info.known = true;
  info.describes = text == Vocabulary::kDescribed;
  if (const RelationMeaning* meaning = vocabulary.relation(text)) {
    info.career = meaning->career;
    info.org = meaning->org;
  }
  return info;
}

DescriptionShape description_shape(std::string_view text, TextTable& names) {
  DescriptionShape shape;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size() - 1);
    const std::uint32_t name = names.add(text.substr(1, end - 1));
    if (text.front() == 'k') {
      shape.has_kind = true;
      shape.kind = name;
    } else {
      shape.has_labels = true;
      shape.labels.push_back(name);
    }
    text.remove_prefix(end + 1);
  }
  return shape;
}

/// Fills the columns of one new Snapshot.
class SnapshotBuilder {
 public:
  explicit SnapshotBuilder(Snapshot& snapshot) : to_(snapshot), store_(*snapshot.store_) {}

  void start_empty() {
    to_.names_ = std::make_shared<TextTable>();
    to_.texts_ = std::make_shared<TextTable>();
    to_.shape_texts_ = std::make_shared<TextTable>();
    to_.texts_->add("");
    to_.role_classes_.push_back(0);
    to_.terms_.resize(1);
    to_.entity_ids_.push_back("");
  }

  void start_from(const Snapshot& base) {
    to_.rows_ = base.rows_.share();
    to_.properties_ = base.properties_.share();
    to_.edge_ids_ = base.edge_ids_.share();
    to_.entity_ids_ = base.entity_ids_.share();
    to_.withdrawals_ = base.withdrawals_;
    to_.replaced_ = base.replaced_;
    to_.descriptions_ = base.descriptions_;
    to_.terms_ = base.terms_;
    to_.names_ = std::make_shared<TextTable>(*base.names_);
    to_.texts_ = std::make_shared<TextTable>(*base.texts_);
    to_.shape_texts_ = std::make_shared<TextTable>(*base.shape_texts_);
    to_.role_classes_ = base.role_classes_;
    to_.shapes_ = base.shapes_;
  }

  Result<void> read() {
    TALENTFLOW_TRY(store_.scan_entities(to_.last_entity() + 1, [&](const EntityInfo& entity) {
      ++to_.work_.entities_read;
      while (to_.entity_ids_.size() < entity.number) to_.entity_ids_.push_back("");
      to_.entity_ids_.push_back(entity.id);
      return true;
    }));
    const std::size_t known = to_.rows_.size();
    first_ = known == 0 ? 1 : ClaimNumber{to_.rows_[known - 1].number} + 1;
    Result<void> problem;
    TALENTFLOW_TRY(store_.scan_claims(first_, [&](const Claim& claim) {
      ++to_.work_.claims_read;
      problem = add(claim);
      return problem.ok();
    }));
    return problem;
  }

 private:
  Result<void> add(const Claim& claim) {
    if (claim.number > 0xFFFFFFF0ULL)
      return make_error(ErrorCode::budget, "",
                        "a snapshot holds at most 4,294,967,280 claims; shard the store by person");
    ClaimRow row;
    row.number = static_cast<std::uint32_t>(claim.number);
    row.subject = claim.subject;
    row.object = claim.object;
    row.source = claim.source;
    row.relation = claim.relation;
    row.load = claim.load;
    row.recorded = claim.recorded;
    row.stance = claim.stance;
    row.status = claim.status;
    row.credibility = claim.credibility;
    row.confidence = claim.confidence;
    if (claim.place.size() == 2) row.place = {claim.place[0], claim.place[1]};
    set_dates(row, claim);
    TALENTFLOW_TRY(learn_term(claim.relation));
    if (row.stance == Stance::withdraws)
      TALENTFLOW_TRY(set_target(row, claim));
    else if (to_.terms_[claim.relation].describes)
      set_description(row, claim);
    else
      set_statement(row, claim);
    if (first_ > 1 && row.stance != Stance::withdraws) TALENTFLOW_TRY(find_earlier_withdrawals(claim));
    to_.rows_.push_back(row);
    return {};
  }

  static void set_dates(ClaimRow& row, const Claim& claim) {
    row.start = PackedDate::pack(claim.start);
    row.end = PackedDate::pack(claim.end);
    row.start_low = claim.start.range.low;
    row.start_high = claim.start.range.high;
    row.end_low = claim.end.range.low;
    row.end_high = claim.end.range.high;
  }

  Result<void> learn_term(TermNumber number) {
    if (number < to_.terms_.size() && to_.terms_[number].known) return {};
    if (number >= to_.terms_.size()) to_.terms_.resize(number + 1);
    TermInfo& info = to_.terms_[number];
    info.known = true;
    if (number == 0) return {};
    const auto text = store_.term(number);
    if (!text.ok()) return text.error();
    info = term_info(to_.names_->add(*text), *text, *to_.vocabulary_);
    return {};
  }

  Result<void> set_target(ClaimRow& row, const Claim& claim) {
    row.object = 0;
    to_.withdrawals_.push_back(static_cast<ClaimIndex>(to_.rows_.size()));
    const auto target = store_.find_claim(claim.target);
    if (!target.ok()) return target.error();
    if (*target) row.object = static_cast<std::uint32_t>(**target);
    const auto replacements = replaced_versions(store_, claim);
    if (!replacements.ok()) return replacements.error();
    for (const Replacement& each : *replacements) add_replacement(each);
    return {};
  }

  void add_replacement(const Replacement& each) {
    to_.replaced_.push_back(static_cast<std::uint32_t>(each.withdrawal));
    to_.replaced_.push_back(static_cast<std::uint32_t>(each.claim));
  }

  /// A version that was read after the newer one which withdraws it: that one's row is made already.
  Result<void> find_earlier_withdrawals(const Claim& claim) {
    if (claim.id.find('@') == std::string::npos) return {};
    const auto withdrawals = store_.withdrawals_of(claim.id);
    if (!withdrawals.ok()) return withdrawals.error();
    for (const ClaimNumber withdrawal : *withdrawals)
      if (withdrawal < first_) add_replacement({withdrawal, claim.number});
    return {};
  }

  void set_description(ClaimRow& row, const Claim& claim) {
    row.flags |= ClaimRow::describes;
    ++to_.descriptions_;
    Properties data;
    std::string shape;
    std::size_t position = 0;
    for (const auto& [key, value] : claim.properties) {
      // The store writes what it knows as kind and labels first; the same names further on are the data's
      // own.
      if (key == "kind" && position == 0 && value.get_if<std::string>() != nullptr) {
        shape += "k" + *value.get_if<std::string>() + '\0';
        ++position;
      } else if (key == "labels" && position <= 1 && value.get_if<List>() != nullptr) {
        for (const Value& label : *value.get_if<List>())
          if (const auto* text = label.get_if<std::string>()) shape += "l" + *text + '\0';
        position = 2;
      } else {
        position = 2;
        data.emplace_back(key, value);
      }
    }
    row.role = to_.shape_texts_->add(shape);
    if (row.role == to_.shapes_.size()) to_.shapes_.push_back(description_shape(shape, *to_.names_));
    set_properties(row, data);
  }

  void set_statement(ClaimRow& row, const Claim& claim) {
    if (!claim.role.empty()) {
      row.role = to_.texts_->add(claim.role);
      if (row.role == to_.role_classes_.size())
        to_.role_classes_.push_back(to_.vocabulary_->role_classes(claim.role));
    }
    if (!claim.edge_id.empty()) {
      to_.edge_ids_.push_back(claim.edge_id);
      row.edge_id = static_cast<std::uint32_t>(to_.edge_ids_.size());
    }
    const Value* former = find_property(claim.properties, "former");
    if (is_former(claim.role) || (former != nullptr && (*former == Value(true) || *former == Value("true"))))
      row.flags |= ClaimRow::former;
    if (claim.amount.is_null()) {
      set_properties(row, claim.properties);
      return;
    }
    row.flags |= ClaimRow::has_amount;
    Properties data{{"amount", claim.amount}};
    data.insert(data.end(), claim.properties.begin(), claim.properties.end());
    set_properties(row, data);
  }

  /// "former CTO", "ex-lead", 前首席科学家: a post that the page calls past.
  static bool is_former(std::string_view role) {
    for (const std::string_view word :
         {"former ", "formerly ", "Former ", "Formerly ", "ex-", "Ex-", "前", "原"})
      if (role.substr(0, word.size()) == word) return true;
    return false;
  }

  void set_properties(ClaimRow& row, const Properties& properties) {
    if (properties.empty()) return;
    to_.properties_.push_back(encode_properties(properties, *to_.names_));
    row.properties = static_cast<std::uint32_t>(to_.properties_.size());
  }

  Snapshot& to_;
  const Store& store_;
  ClaimNumber first_ = 1;  ///< of the claims that this builder adds
};

Result<std::shared_ptr<const Snapshot>> Snapshot::build(std::shared_ptr<const Store> store,
                                                        const Vocabulary& vocabulary) {
  const auto empty = [&] {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->store_ = store;
    snapshot->vocabulary_ = &vocabulary;
    return snapshot;
  };
  auto snapshot = empty();
  const bool kept = read_kept(*store, *snapshot);
  if (!kept) snapshot = empty();
  SnapshotBuilder builder(*snapshot);
  if (!kept) builder.start_empty();
  TALENTFLOW_TRY(builder.read());
  return std::shared_ptr<const Snapshot>(std::move(snapshot));
}

Result<std::shared_ptr<const Snapshot>> Snapshot::advance() const {
  auto next = std::make_shared<Snapshot>();
  next->store_ = store_;
  next->vocabulary_ = vocabulary_;
  SnapshotBuilder builder(*next);
  builder.start_from(*this);
  next->remember(known_careers());
  if (kept()) next->set_kept();
  TALENTFLOW_TRY(builder.read());
  if (next->work_.claims_read == 0 && next->work_.entities_read == 0) return shared_from_this();
  return std::shared_ptr<const Snapshot>(std::move(next));
}

KnownCareers Snapshot::known_careers() const {
  const std::lock_guard lock(known_mutex_);
  return known_;
}

void Snapshot::remember(KnownCareers known) const {
  const std::lock_guard lock(known_mutex_);
  known_ = std::move(known);
}

ClaimIndex Snapshot::find(ClaimNumber number) const {
  if (rows_.size() == 0 || number < rows_[0].number) return kNoClaim;
  const std::uint64_t guess = number - rows_[0].number;  // exact as long as nothing was erased
  std::size_t low = 0, high = std::min<std::size_t>(rows_.size(), guess + 1);
  if (guess < rows_.size() && rows_[guess].number == number) return static_cast<ClaimIndex>(guess);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (rows_[middle].number < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low < rows_.size() && rows_[low].number == number ? static_cast<ClaimIndex>(low) : kNoClaim;
}

}  // namespace talentflow::graph
