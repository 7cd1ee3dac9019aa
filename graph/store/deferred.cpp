#include "graph/store/deferred.hpp"

#include <cstring>

#include "schema/codec/codec.hpp"

namespace talentflow::graph {
namespace {

void put_number(std::string& out, std::uint64_t number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  out.append(raw, sizeof raw);
}

void put_text(std::string& out, const std::string& text) {
  put_number(out, text.size());
  out += text;
}

std::string serialize(const Draft& draft) {
  std::string out;
  put_text(out, codec::encode(draft.claim));
  for (const Reference* reference : {&draft.subject, &draft.object, &draft.source})
    for (const std::string* text : {&reference->id, &reference->name, &reference->kind}) put_text(out, *text);
  put_text(out, draft.relation);
  put_text(out, draft.raw);
  put_number(out, draft.key.high);
  put_number(out, draft.key.low);
  put_number(out, static_cast<std::uint64_t>(draft.input) << 2 |
                      static_cast<std::uint64_t>(draft.describes) << 1 |
                      static_cast<std::uint64_t>(draft.describes_source));
  return out;
}

/// Precondition: the bytes are serialize()'s.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number() {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes_.data(), sizeof number);
    bytes_.remove_prefix(sizeof number);
    return number;
  }
  std::string_view text() {
    const std::uint64_t size = number();
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view bytes_;
};

Result<void> read_back(std::string_view bytes, Draft& draft) {
  Reader reader(bytes);
  TALENTFLOW_TRY(codec::decode(reader.text(), draft.claim));
  for (Reference* reference : {&draft.subject, &draft.object, &draft.source})
    for (std::string* text : {&reference->id, &reference->name, &reference->kind}) *text = reader.text();
  draft.relation = reader.text();
  draft.raw = reader.text();
  draft.key.high = reader.number();
  draft.key.low = reader.number();
  const std::uint64_t flags = reader.number();
  draft.input = static_cast<std::uint32_t>(flags >> 2);
  draft.describes = (flags & 2U) != 0;
  draft.describes_source = (flags & 1U) != 0;
  return {};
}

}  // namespace

Result<void> DeferredDrafts::add(const Draft& draft) { return records_.add(serialize(draft)); }

Result<void> DeferredDrafts::drain(const std::function<Result<void>(Draft&)>& each) {
  Draft draft;
  return records_.drain([&](std::string_view bytes) -> Result<void> {
    TALENTFLOW_TRY(read_back(bytes, draft));
    return each(draft);
  });
}

}  // namespace talentflow::graph
