#include "graph/store/mention_list.hpp"

#include <cstring>
#include <string>

namespace talentflow::graph {

Result<void> MentionList::add(EntityNumber entity, std::uint64_t line) {
  TALENTFLOW_TRY(keep_last());
  last_ = {entity, line, false, {}};
  named_ = false;
  is_mention_.set(entity);
  ++count_;
  return {};
}

void MentionList::name(EntityNumber entity, std::vector<std::uint64_t> forms, bool always) {
  // Later names of a mention are few: it is looked up whatever they are.
  const bool first = entity == last_.entity && !named_;
  if (always || !first) look_up(entity);
  if (!first) return;
  last_.forms = std::move(forms);
  named_ = true;
}

/// The entity, the line, and the hashes, to the record's end.
Result<void> MentionList::keep_last() {
  if (last_.entity == 0) return {};
  if (!named_) look_up(last_.entity);
  const std::size_t hashes = last_.forms.size() * sizeof(std::uint64_t);
  std::string record(sizeof last_.entity + sizeof last_.line + hashes, '\0');
  std::memcpy(record.data(), &last_.entity, sizeof last_.entity);
  std::memcpy(record.data() + sizeof last_.entity, &last_.line, sizeof last_.line);
  if (hashes != 0)
    std::memcpy(record.data() + sizeof last_.entity + sizeof last_.line, last_.forms.data(), hashes);
  last_.entity = 0;
  return records_.add(record);
}

Result<void> MentionList::drain(const std::function<Result<void>(const Mention&)>& each) {
  TALENTFLOW_TRY(keep_last());
  Mention mention;
  return records_.drain([&](std::string_view record) -> Result<void> {
    std::memcpy(&mention.entity, record.data(), sizeof mention.entity);
    record.remove_prefix(sizeof mention.entity);
    std::memcpy(&mention.line, record.data(), sizeof mention.line);
    record.remove_prefix(sizeof mention.line);
    mention.forms.resize(record.size() / sizeof(std::uint64_t));
    if (!record.empty()) std::memcpy(mention.forms.data(), record.data(), record.size());
    mention.look_up = look_up_.test(mention.entity);
    return each(mention);
  });
}

}  // namespace talentflow::graph
