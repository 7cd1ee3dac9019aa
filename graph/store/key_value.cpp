#include "graph/store/key_value.hpp"

namespace talentflow::graph {

std::string after_prefix(std::string_view prefix) {
  std::string next(prefix);
  while (!next.empty() && static_cast<unsigned char>(next.back()) == 0xFF) next.pop_back();
  if (!next.empty()) next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

namespace {

/// For a store whose prefixes cost no more one by one.
class PlainPrefixReader final : public PrefixReader {
 public:
  PlainPrefixReader(const KeyValue& pairs, Family family) : pairs_(pairs), family_(family) {}
  Result<void> scan(std::string_view prefix, const KeyValue::Visitor& visit) override {
    return pairs_.scan_prefix(family_, prefix, visit);
  }

 private:
  const KeyValue& pairs_;
  Family family_;
};

}  // namespace

std::unique_ptr<PrefixReader> KeyValue::prefix_reader(Family family) const {
  return std::make_unique<PlainPrefixReader>(*this, family);
}

Result<void> KeyValue::scan_prefix(Family family, std::string_view prefix, const Visitor& visit) const {
  return scan(family, prefix, after_prefix(prefix), visit);
}

}  // namespace talentflow::graph
