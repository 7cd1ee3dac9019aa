// Where adapters put what they read: records in the order in which they are to be stored, bad items to the
// rejects.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

class Sink {
 public:
  explicit Sink(std::function<void(Reject)> reject) : reject_(std::move(reject)) {}

  /// The place of the item that is being read, for the records and rejects that follow.
  void begin_item(std::uint64_t line, std::string_view raw) {
    line_ = line;
    raw_.assign(raw.substr(0, kRawShown));
  }
  void add(RecordContent content) {
    Record record;
    record.content = std::move(content);
    record.line = line_;
    waiting_.push_back(std::move(record));
  }
  /// A record that knows its place itself.
  void pass(Record record) { waiting_.push_back(std::move(record)); }
  /// One thing inside the item cannot be taken; the rest of the item may.
  void reject(std::string reason) { reject_({line_, std::move(reason), raw_}); }

  bool empty() const { return waiting_.empty(); }
  void take(Record& record) {
    record = std::move(waiting_.front());
    waiting_.pop_front();
  }
  std::uint64_t line() const { return line_; }

 private:
  static constexpr std::size_t kRawShown = 4 << 10;
  std::function<void(Reject)> reject_;
  std::deque<Record> waiting_;
  std::uint64_t line_ = 0;
  std::string raw_;
};

/// An adapter that reads one item at a time into a Sink.
class ItemAdapter : public Adapter {
 public:
  explicit ItemAdapter(AdapterInput input) : input_(std::move(input)), sink_(input_.reject) {}
  Result<bool> next(Record& record) final {
    while (sink_.empty()) {
      auto more = read_item();
      if (!more) return more.error();
      if (!*more && sink_.empty()) return false;
    }
    sink_.take(record);
    return true;
  }

 protected:
  /// Reads one more item into sink(), which may add nothing; false at the end of the input.
  virtual Result<bool> read_item() = 0;
  AdapterInput& input() { return input_; }
  Sink& sink() { return sink_; }

 private:
  AdapterInput input_;
  Sink sink_;
};

/// Remembers which of the latest few ten thousand texts came before, in a fixed amount of memory: an
/// organisation that a thousand records name is described once, or at worst once in a while.
class Seen {
 public:
  /// True when the text was not among those remembered.
  bool first(std::string_view text);

 private:
  static constexpr std::size_t kFewest = 256, kMost = 1 << 16;
  std::uint64_t& slot_of(std::uint64_t hash) { return slots_[(hash >> 20) % slots_.size()]; }
  void grow();

  std::vector<std::uint64_t> slots_ =
      std::vector<std::uint64_t>(kFewest);  ///< small for the many short inputs
  std::size_t filled_ = 0;
};

/// Declares an entity that a document only names (the store takes no claim about an id that nothing
/// declares), the first time it comes up. `name` and `kind` of the reference may be empty.
void mention(const Reference& entity, const std::string& source, Seen& seen, Sink& sink);

}  // namespace talentflow::ingest
