// What every adapter must stand: its own samples cut off, damaged, or blown up anywhere. The samples are the
// seeds of the fuzz target, one for each adapter at least.
#include <fstream>

#include <simdjson.h>
#include <sys/resource.h>

#include "ingest/pipeline/print_record.hpp"
#include "tests/fuzz/adapter_seeds.hpp"
#include "tests/unit/adapters/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

/// Its seeds are what stands inside an archive, and no archives.
constexpr std::string_view kInsideArchive = "archive";

struct Sample {
  const AdapterEntry* adapter;
  std::string text;
};

std::vector<Sample> samples() {
  std::ifstream in(TALENTFLOW_SOURCE_DIR "/tests/fuzz/adapters_seeds.txt");
  std::vector<Sample> out;
  for (std::string line; std::getline(in, line);) {
    const auto place = static_cast<std::size_t>(line[0] - '@');
    if (place >= std::size(kSeededAdapters) || kSeededAdapters[place] == kInsideArchive) continue;
    out.push_back({entry(kSeededAdapters[place]), with_line_ends(std::string_view(line).substr(1))});
  }
  return out;
}

/// Begins, repeats one character, ends: a field of any length that nobody has to hold.
class Blown final : public ByteSource {
 public:
  Blown(std::string begin, std::uint64_t length, char filling, std::string end)
      : begin_(std::move(begin)), end_(std::move(end)), length_(length), filling_(filling) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    std::size_t count = 0;
    for (; count < size && at_ < begin_.size(); ++count) buffer[count] = begin_[at_++];
    while (count < size && at_ >= begin_.size() && at_ < begin_.size() + length_) {
      const auto run = std::min<std::uint64_t>(size - count, begin_.size() + length_ - at_);
      std::fill_n(buffer + count, run, filling_);
      count += run;
      at_ += run;
    }
    for (; count < size && at_ >= begin_.size() + length_ && at_ < begin_.size() + length_ + end_.size();
         ++count)
      buffer[count] = end_[at_++ - begin_.size() - length_];
    return count;
  }
  const std::string& name() const override { return name_; }
  std::uint64_t consumed() const override { return at_; }
  std::uint64_t size() const override { return 0; }

 private:
  std::string name_ = "input", begin_, end_;
  std::uint64_t length_, at_ = 0;
  char filling_;
};

struct Outcome {
  std::size_t records = 0, rejects = 0;
  std::string error;
};

/// Reads to the end; what is delivered must be printable text or be found faulty.
Outcome read_through(const AdapterEntry& adapter, ByteSource& bytes) {
  const MemoryLexicon names;
  Outcome out;
  auto reader = adapter.open({bytes, names, [&](const Reject& reject) {
                                ++out.rejects;
                                CHECK(!reject.reason.empty());
                                CHECK(reject.raw.size() <= 64 << 10);
                              }});
  if (!reader) {
    out.error = reader.error().text();
    return out;
  }
  Record record;
  for (;;) {
    const auto more = (*reader)->next(record);
    if (!more) out.error = more.error().text();
    if (!more || !*more) return out;
    ++out.records;
    if (find_fault(record)) continue;
    const std::string printed = print_record(record, "input");
    CHECK_MESSAGE(simdjson::validate_utf8(printed.data(), printed.size()), adapter.name);
  }
}

Outcome read_through(const AdapterEntry& adapter, std::string text) {
  const auto bytes = memory_source("input", std::move(text));
  return read_through(adapter, *bytes);
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("every adapter has a sample, and reads it") {
  std::set<std::string_view> seen;
  for (const auto& sample : samples()) {
    const auto outcome = read_through(*sample.adapter, sample.text);
    if (outcome.records > 0) seen.insert(sample.adapter->name);
  }
  for (const auto name : kSeededAdapters)
    if (name != kInsideArchive) CHECK_MESSAGE(seen.contains(name), name);
}

TEST_CASE("an input cut off anywhere gives no more than the whole of it") {
  for (const auto& sample : samples()) {
    const auto whole = read_through(*sample.adapter, sample.text);
    for (std::size_t cut = 0; cut < sample.text.size(); cut += 1 + sample.text.size() / 37) {
      const auto outcome = read_through(*sample.adapter, sample.text.substr(0, cut));
      // A place cut in two may be another place, a page without its end another page; never are there many
      // more.
      CHECK_MESSAGE(outcome.records <= whole.records + 4, sample.adapter->name << " cut at " << cut);
    }
  }
}

TEST_CASE("bytes that are no UTF-8, and zeros, come out of no adapter") {
  for (const auto& sample : samples())
    for (std::size_t at = 0; at < sample.text.size(); at += 1 + sample.text.size() / 29)
      for (const std::string_view damage : {std::string_view("\xFF\xFE"), std::string_view("\xE4\xB8"),
                                            std::string_view("\0", 1), std::string_view("\xED\xA0\x80")}) {
        std::string text = sample.text;
        text.insert(at, damage);
        (void)read_through(*sample.adapter, std::move(text));
      }
}

TEST_CASE("nesting without end is told, or read as what it is") {
  for (const auto& sample : samples())
    for (const std::string_view piece : {"{\"a\":", "[", "<a>", "\"", "<!--", "<![CDATA[", "(", "|", ","}) {
      std::string text = sample.text.substr(0, sample.text.size() / 2);
      for (int i = 0; i < 30'000; ++i) text += piece;
      (void)read_through(*sample.adapter, std::move(text));
    }
}

TEST_CASE("a field of a hundred megabytes takes no hundred megabytes") {
  const long before = peak_kilobytes();
  for (const auto& sample : samples()) {
    const std::size_t middle = sample.text.size() / 2;
    Blown bytes(sample.text.substr(0, middle), 100 << 20, 'x', sample.text.substr(middle));
    const auto outcome = read_through(*sample.adapter, bytes);
    const bool told = outcome.rejects > 0 || !outcome.error.empty() || outcome.records > 0;
    CHECK_MESSAGE(told, sample.adapter->name);
  }
  CHECK(peak_kilobytes() - before < 80 << 10);
}
