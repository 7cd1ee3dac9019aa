#include "graph/store/rocks_prefixes.hpp"

namespace talentflow::graph::rocks {
namespace {

constexpr std::size_t kEntityBytes = 4;

enum class FirstPart { none, entity, text };

FirstPart first_part(Family family) {
  switch (family) {
    case Family::by_subject:
    case Family::by_object:
    case Family::by_source:
      return FirstPart::entity;
    case Family::names:
    case Family::withdrawn:
      return FirstPart::text;
    default:
      return FirstPart::none;
  }
}

/// Up to and with the first zero byte. Its name stands in the files: another rule needs another name.
class TextAndZero final : public rocksdb::SliceTransform {
 public:
  const char* Name() const override { return "talentflow.text"; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), std::string_view(key.data(), key.size()).find('\0') + 1};
  }
  bool InDomain(const rocksdb::Slice& key) const override {
    return std::string_view(key.data(), key.size()).find('\0') != std::string_view::npos;
  }
};

}  // namespace

std::shared_ptr<const rocksdb::SliceTransform> prefixes_of(Family family) {
  switch (first_part(family)) {
    case FirstPart::entity:
      return std::shared_ptr<const rocksdb::SliceTransform>(rocksdb::NewFixedPrefixTransform(kEntityBytes));
    case FirstPart::text:
      return std::make_shared<TextAndZero>();
    default:
      return nullptr;
  }
}

bool is_whole_prefix(Family family, std::string_view text) {
  switch (first_part(family)) {
    case FirstPart::entity:
      return text.size() == kEntityBytes;
    case FirstPart::text:
      return !text.empty() && text.find('\0') == text.size() - 1;
    default:
      return false;
  }
}

}  // namespace talentflow::graph::rocks
