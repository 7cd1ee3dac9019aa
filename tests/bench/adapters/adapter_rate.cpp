// How fast an adapter reads a file, without a store: usage: talentflow_adapter_rate FILE ..
// Prints for each file the adapter, records, rejects, MB of unpacked input a second on one core, and peak
// memory.
#include <cstdio>

#include <sys/resource.h>

#include "ingest/adapter.hpp"
#include "ingest/bytes/byte_source.hpp"
#include "ingest/pipeline/inputs.hpp"
#include "ingest/pipeline/lexicon.hpp"

namespace {

namespace ingest = talentflow::ingest;

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Counts what passes.
class Counted final : public ingest::ByteSource {
 public:
  explicit Counted(ingest::ByteSource& inner) : inner_(inner) {}
  talentflow::Result<std::size_t> read(char* buffer, std::size_t size) override {
    auto got = inner_.read(buffer, size);
    if (got) bytes += *got;
    return got;
  }
  const std::string& name() const override { return inner_.name(); }
  std::uint64_t consumed() const override { return inner_.consumed(); }
  std::uint64_t size() const override { return inner_.size(); }
  std::uint64_t bytes = 0;

 private:
  ingest::ByteSource& inner_;
};

int fail(const talentflow::Error& error) {
  std::fprintf(stderr, "%s\n", error.text().c_str());
  return 1;
}

int measure(const std::string& path) {
  auto opened = ingest::open_file(path, {});
  if (!opened) return fail(opened.error());
  ingest::PeekSource peek(opened.take());
  const auto head = peek.head(64 << 10);
  if (!head) return fail(head.error());
  const auto entry = ingest::choose_adapter(path, *head, "");
  if (!entry) return fail(entry.error());
  Counted bytes(peek);
  const ingest::MemoryLexicon names;
  std::uint64_t rejects = 0, records = 0;
  const double begin = processor_seconds();
  auto adapter = (*entry)->open({bytes, names, [&](ingest::Reject) { ++rejects; }});
  if (!adapter) return fail(adapter.error());
  talentflow::Record record;
  for (;;) {
    const auto more = (*adapter)->next(record);
    if (!more) return fail(more.error());
    if (!*more) break;
    ++records;
  }
  const double seconds = processor_seconds() - begin;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "%-18s %8.1f MB %10llu records %8llu rejects %7.2f s %8.1f MB/s %9.0f records/s  peak %ld MiB\n",
      std::string((*entry)->name).c_str(), static_cast<double>(bytes.bytes) / 1e6,
      static_cast<unsigned long long>(records), static_cast<unsigned long long>(rejects), seconds,
      static_cast<double>(bytes.bytes) / 1e6 / seconds, static_cast<double>(records) / seconds,
      usage.ru_maxrss / 1024);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2)
    return fail({talentflow::ErrorCode::usage, "", "usage: talentflow_adapter_rate FILE ..", ""});
  for (int i = 1; i < count; ++i)
    if (measure(arguments[i]) != 0) return 1;
  return 0;
}
