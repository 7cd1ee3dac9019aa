#define XXH_INLINE_ALL
#include "graph/store/claim_key.hpp"

#include <bit>
#include <cstring>

#include <xxhash.h>

#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's base 32
constexpr std::string_view kPrefix = "claim/";
constexpr std::size_t kDigitCount = 16;  // 80 bits

/// Length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
class Stream {
 public:
  void text(std::string_view text) {
    number(text.size());
    if (!text.empty()) std::memcpy(room(text.size()), text.data(), text.size());
  }
  void number(std::uint64_t number) { std::memcpy(room(sizeof number), &number, sizeof number); }
  void signed_number(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
  void reference(const Reference& reference) {
    text(reference.id);
    if (!reference.id.empty()) return;
    text(reference.name);
    text(reference.kind);
  }
  void date(const Date& date) {
    number(static_cast<std::uint64_t>(date.kind) | static_cast<std::uint64_t>(date.precision) << 8 |
           static_cast<std::uint64_t>(static_cast<unsigned char>(date.qualifier)) << 16);
    if (!date.known()) return;
    signed_number(date.range.low);
    signed_number(date.range.high);
  }
  void value(const Value& value) {
    number(value.data().index());
    std::visit([this](const auto& content) { this->content(content); }, value.data());
  }
  void properties(const Properties& properties) { content(properties); }
  std::string_view bytes() const { return {large_.empty() ? small_ : large_.data(), size_}; }

 private:
  void content(std::monostate) {}
  void content(bool content) { number(content ? 1 : 0); }
  void content(std::int64_t content) { signed_number(content); }
  void content(double content) { number(std::bit_cast<std::uint64_t>(content)); }
  void content(const std::string& content) { text(content); }
  void content(const List& list) {
    number(list.size());
    for (const Value& item : list) value(item);
  }
  void content(const Map& map) {
    number(map.size());
    for (const auto& [key, item] : map) {
      text(key);
      value(item);
    }
  }
  void content(const Date& content) { date(content); }
  void content(const MoneyRange& money) {
    signed_number(money.low);
    signed_number(money.high);
    text(money.currency);
  }

  /// Nearly every record fits the small buffer; the large one takes over when it does not.
  char* room(std::size_t bytes) {
    const std::size_t at = size_;
    size_ += bytes;
    if (large_.empty() && size_ <= sizeof small_) return small_ + at;
    if (large_.empty()) large_.assign(small_, at);
    if (size_ > large_.size()) large_.resize(size_ * 2);
    return large_.data() + at;
  }

  char small_[1024];
  std::string large_;
  std::size_t size_ = 0;
};

Fingerprint hash(std::string_view bytes) {
  const XXH128_hash_t digest = XXH3_128bits(bytes.data(), bytes.size());
  return {digest.high64, digest.low64};
}

}  // namespace

Fingerprint claim_key(const Draft& draft) {
  const Claim& claim = draft.claim;
  Stream stream;
  stream.number(draft.describes ? 1 : 0);
  stream.reference(draft.subject);
  stream.text(draft.relation);
  stream.reference(draft.object);
  stream.reference(draft.source);
  stream.number(static_cast<std::uint64_t>(claim.stance) | static_cast<std::uint64_t>(claim.status) << 8 |
                static_cast<std::uint64_t>(claim.credibility) << 16 |
                static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(claim.confidence)) << 32);
  stream.date(claim.start);
  stream.date(claim.end);
  stream.signed_number(claim.recorded);
  for (const std::string* field :
       {&claim.id, &claim.edge_id, &claim.target, &claim.role, &claim.place, &claim.locator, &claim.note})
    stream.text(*field);
  stream.value(claim.amount);
  stream.properties(claim.properties);
  const bool placed = !claim.locator.empty() || !claim.id.empty() || !claim.edge_id.empty();
  if (!draft.describes && !placed) stream.number(claim.line);
  return hash(stream.bytes());
}

Fingerprint text_fingerprint(std::string_view text) { return hash(text); }

std::string key_bytes(const Fingerprint& key) {
  std::string out;
  out.reserve(16);
  keys::append64(out, key.high);
  keys::append64(out, key.low);
  return out;
}

std::string derived_claim_id(const Fingerprint& key) {
  std::string out(kPrefix);
  std::uint64_t high = key.high;
  std::uint64_t low = key.low;
  for (std::size_t digit = 0; digit < kDigitCount; ++digit) {
    out.push_back(kDigits[high >> 59]);
    high = high << 5 | low >> 59;
    low <<= 5;
  }
  return out;
}

std::string key_prefix_of(std::string_view derived_id) {
  if (derived_id.size() != kPrefix.size() + kDigitCount || !derived_id.starts_with(kPrefix)) return {};
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char letter : derived_id.substr(kPrefix.size())) {
    const std::size_t digit = kDigits.find(letter);
    if (digit == std::string_view::npos) return {};
    bits = bits << 5 | static_cast<unsigned>(digit);
    for (count += 5; count >= 8; count -= 8) out.push_back(static_cast<char>(bits >> (count - 8) & 0xFFU));
  }
  return out;
}

}  // namespace talentflow::graph
