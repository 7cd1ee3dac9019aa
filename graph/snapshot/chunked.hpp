// Growing columns that share what they have in common with their copies.
//
// A Snapshot is immutable and may be read for hours while the next one is made from it. Copying its columns
// for every batch of claims would cost the graph's size; sharing them and writing behind a reader's end would
// race. So columns are lists of chunks of 65,536 entries: a copy copies the list, and the first append to a
// copy clones its last chunk alone. The cost follows the change.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talentflow::graph {

inline constexpr std::size_t kChunkShift = 16;
inline constexpr std::size_t kChunkSize = std::size_t{1} << kChunkShift;
inline constexpr std::size_t kChunkMask = kChunkSize - 1;

/// Entries of fixed size. Reading is safe from any thread; a copy may be appended to while others read the
/// original.
template <class T>
class ChunkedVector {
 public:
  using Chunk = std::vector<T>;

  std::size_t size() const { return size_; }
  const T& operator[](std::size_t index) const {
    return (*chunks_[index >> kChunkShift])[index & kChunkMask];
  }

  void push_back(const T& entry) {
    if ((size_ & kChunkMask) == 0) {
      chunks_.push_back(std::make_shared<Chunk>());
      owned_ = true;
    } else if (!owned_) {
      chunks_.back() = std::make_shared<Chunk>(*chunks_.back());
      owned_ = true;
    }
    chunks_.back()->push_back(entry);
    ++size_;
  }

  /// A copy that shares all chunks; what is appended to it stays unseen by the original.
  ChunkedVector share() const {
    ChunkedVector copy = *this;
    copy.owned_ = false;
    return copy;
  }

  std::size_t chunk_count() const { return chunks_.size(); }
  const Chunk& chunk(std::size_t index) const { return *chunks_[index]; }
  /// Only full chunks may be followed by another.
  void append_chunk(Chunk entries) {
    size_ += entries.size();
    chunks_.push_back(std::make_shared<Chunk>(std::move(entries)));
    owned_ = true;
  }

 private:
  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
  bool owned_ = false;  ///< the last chunk is this column's alone
};

/// Byte strings of any length.
class ChunkedText {
 public:
  struct Chunk {
    std::vector<std::uint64_t> ends;
    std::string bytes;
  };

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t index) const {
    const Chunk& chunk = *chunks_[index >> kChunkShift];
    const std::size_t at = index & kChunkMask;
    const std::uint64_t begin = at == 0 ? 0 : chunk.ends[at - 1];
    return {chunk.bytes.data() + begin, static_cast<std::size_t>(chunk.ends[at] - begin)};
  }

  void push_back(std::string_view text) {
    if ((size_ & kChunkMask) == 0) {
      chunks_.push_back(std::make_shared<Chunk>());
      owned_ = true;
    } else if (!owned_) {
      chunks_.back() = std::make_shared<Chunk>(*chunks_.back());
      owned_ = true;
    }
    chunks_.back()->bytes.append(text);
    chunks_.back()->ends.push_back(chunks_.back()->bytes.size());
    ++size_;
  }

  ChunkedText share() const {
    ChunkedText copy = *this;
    copy.owned_ = false;
    return copy;
  }

  std::size_t chunk_count() const { return chunks_.size(); }
  const Chunk& chunk(std::size_t index) const { return *chunks_[index]; }
  void append_chunk(Chunk entries) {
    size_ += entries.ends.size();
    chunks_.push_back(std::make_shared<Chunk>(std::move(entries)));
    owned_ = true;
  }

 private:
  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
  bool owned_ = false;
};

}  // namespace talentflow::graph
