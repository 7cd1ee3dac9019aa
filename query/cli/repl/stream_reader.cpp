#include "query/cli/repl/line_reader.hpp"

namespace talentflow::cli {
namespace {

class StreamReader final : public LineReader {
 public:
  explicit StreamReader(std::istream& input) : input_(input) {}
  LineInput read(const std::string&) override {
    std::string line;
    if (!std::getline(input_, line)) return {};
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return {LineKind::line, std::move(line)};
  }
  void remember(const std::string&) override {}

 private:
  std::istream& input_;
};

}  // namespace

std::unique_ptr<LineReader> make_stream_reader(std::istream& input) {
  return std::make_unique<StreamReader>(input);
}

}  // namespace talentflow::cli
