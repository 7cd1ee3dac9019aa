#include "ingest/sources/json/json_adapter.hpp"

#include "ingest/sources/json/json_items.hpp"

namespace talentflow::ingest {
namespace {

class JsonAdapter final : public ItemAdapter {
 public:
  JsonAdapter(AdapterInput input, std::string wrapper, JsonReading reading)
      : ItemAdapter(std::move(input)),
        items_(this->input().bytes, {this->input().options.item_limit(JsonItemLimits().item_bytes)},
               std::move(wrapper)),
        reading_(std::move(reading)) {}

 protected:
  Result<bool> read_item() override {
    JsonItems::Item item;
    auto more = items_.next(item);
    if (!more || !*more) return more;
    sink().begin_item(item.line, item.text);
    if (!item.problem.empty()) {
      sink().reject(std::move(item.problem));
      return true;
    }
    auto root = parser_.parse(item.text);
    if (root)
      reading_(*root, sink());
    else
      sink().reject(root.error().message);
    return true;
  }

 private:
  JsonItems items_;
  JsonParser parser_;
  JsonReading reading_;
};

}  // namespace

std::unique_ptr<Adapter> json_adapter(AdapterInput input, std::string wrapper, JsonReading reading) {
  return std::make_unique<JsonAdapter>(std::move(input), std::move(wrapper), std::move(reading));
}

bool has_key(std::string_view head, std::string_view key) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  for (auto at = head.find(quoted); at != std::string_view::npos; at = head.find(quoted, at + 1)) {
    const auto behind = head.find_first_not_of(" \t\r\n", at + quoted.size());
    if (behind != std::string_view::npos && head[behind] == ':') return true;
  }
  return false;
}

std::string_view json_begin(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || (head[begin] != '{' && head[begin] != '[')) return {};
  return head.substr(begin);
}

}  // namespace talentflow::ingest
