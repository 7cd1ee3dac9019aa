// Pieces of kept columns in the store: how they are named, cut, written and read. Private to this folder.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/snapshot/chunked.hpp"
#include "graph/snapshot/text_table.hpp"
#include "graph/store/store.hpp"
#include "schema/codec/columns.hpp"
#include "schema/result.hpp"

namespace talentflow::graph::kept {

/// Layouts. If an entry changes in any way, give it a new number: the old pieces are then derived anew.
enum Layout : std::uint32_t {
  kHead = 1,        ///< UInt64 counts, in the order of Counts
  kTexts = 2,       ///< byte strings
  kClaimRows = 3,   ///< ClaimRow
  kNumbers = 4,     ///< UInt32
  kStintRows = 5,   ///< StintRow
  kBigNumbers = 6,  ///< UInt64
  kChoices = 7,     ///< BoundChoice
};

/// Pieces of under 32 MiB: larger blocks the allocator gives back, and gets page by page again for the next
/// one.
inline constexpr std::size_t kPieceChunks = 4;
inline constexpr std::size_t kPieceSize = kPieceChunks * kChunkSize;

inline std::string piece_name(std::string_view column, std::size_t piece) {
  return "columns/" + std::string(column) + "/" + std::to_string(piece);
}

template <class T>
std::string_view bytes_of(const std::vector<T>& entries) {
  return {reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof(T)};
}

inline Result<void> put(Store& store, const std::string& name, const codec::ColumnsView& columns) {
  const auto message = codec::encode(columns);
  if (!message.ok()) return message.error();
  return store.put_derived(name, *message);
}

template <class T>
Result<void> put_entries(Store& store, const std::string& name, Layout layout,
                         const std::vector<T>& entries) {
  return put(store, name, {layout, entries.size(), bytes_of(entries), {}, {}});
}

template <class T>
Result<void> put_column(Store& store, std::string_view name, Layout layout, const ChunkedVector<T>& column,
                        std::size_t kept) {
  for (std::size_t piece = kept / kPieceSize; piece * kPieceSize < column.size(); ++piece) {
    std::vector<T> entries;
    const std::size_t end = std::min(column.chunk_count(), (piece + 1) * kPieceChunks);
    for (std::size_t chunk = piece * kPieceChunks; chunk < end; ++chunk)
      entries.insert(entries.end(), column.chunk(chunk).begin(), column.chunk(chunk).end());
    TALENTFLOW_TRY(put_entries(store, piece_name(name, piece), layout, entries));
  }
  return {};
}

inline Result<void> put_column(Store& store, std::string_view name, const ChunkedText& column,
                               std::size_t kept) {
  for (std::size_t piece = kept / kPieceSize; piece * kPieceSize < column.size(); ++piece) {
    ChunkedText::Chunk all;
    const std::size_t end = std::min(column.chunk_count(), (piece + 1) * kPieceChunks);
    for (std::size_t chunk = piece * kPieceChunks; chunk < end; ++chunk) {
      const std::uint64_t base = all.bytes.size();
      for (const std::uint64_t place : column.chunk(chunk).ends) all.ends.push_back(base + place);
      all.bytes += column.chunk(chunk).bytes;
    }
    TALENTFLOW_TRY(
        put(store, piece_name(name, piece), {kTexts, all.ends.size(), {}, bytes_of(all.ends), all.bytes}));
  }
  return {};
}

inline Result<void> put_table(Store& store, const std::string& name, const TextTable& table) {
  ChunkedText::Chunk all;
  for (std::uint32_t code = 0; code < table.size(); ++code) {
    all.bytes += table[code];
    all.ends.push_back(all.bytes.size());
  }
  return put(store, name, {kTexts, all.ends.size(), {}, bytes_of(all.ends), all.bytes});
}

/// A piece was there and was what it should be.
using Found = bool;

template <class Read>
Found get(const Store& store, const std::string& name, Layout layout, Read read) {
  const auto message = store.derived(name);
  if (!message.ok() || !*message) return false;
  const auto done = codec::decode(**message, [&](const codec::ColumnsView& columns) -> Result<void> {
    if (columns.layout != layout || !read(columns))
      return make_error(ErrorCode::format, name, "derived columns of another layout");
    return {};
  });
  return done.ok();
}

/// Entries of a message are aligned to words. Copies without first filling the room with empty entries.
template <class T>
void append_entries(const codec::ColumnsView& columns, std::size_t begin, std::size_t end,
                    std::vector<T>& out) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::uint64_t));
  const T* entries = reinterpret_cast<const T*>(columns.entries.data());
  out.insert(out.end(), entries + begin, entries + end);
}

template <class T>
bool copy_entries(const codec::ColumnsView& columns, std::vector<T>& out, std::size_t begin,
                  std::size_t end) {
  if (columns.entries.size() < end * sizeof(T)) return false;
  append_entries(columns, begin, end, out);
  return true;
}

template <class T>
Found get_entries(const Store& store, const std::string& name, Layout layout, std::size_t count,
                  std::vector<T>& out) {
  return get(store, name, layout,
             [&](const codec::ColumnsView& columns) { return copy_entries(columns, out, 0, count); });
}

template <class T>
Found get_column(const Store& store, std::string_view name, Layout layout, std::size_t count,
                 ChunkedVector<T>& out) {
  for (std::size_t piece = 0; piece * kPieceSize < count; ++piece) {
    const std::size_t here = std::min(kPieceSize, count - piece * kPieceSize);
    const bool found = get(store, piece_name(name, piece), layout, [&](const codec::ColumnsView& columns) {
      if (columns.count < here || columns.count > kPieceSize) return false;
      for (std::size_t begin = 0; begin < here; begin += kChunkSize) {
        std::vector<T> entries;
        if (!copy_entries(columns, entries, begin, std::min(begin + kChunkSize, here))) return false;
        out.append_chunk(std::move(entries));
      }
      return true;
    });
    if (!found) return false;
  }
  return true;
}

inline bool read_texts(const codec::ColumnsView& columns, std::size_t begin, std::size_t end,
                       ChunkedText::Chunk& out) {
  std::vector<std::uint64_t> ends;
  if (columns.ends.size() < end * sizeof(std::uint64_t)) return false;
  ends.resize(end);
  if (end > 0) std::memcpy(ends.data(), columns.ends.data(), end * sizeof(std::uint64_t));
  const std::uint64_t from = begin == 0 ? 0 : ends[begin - 1], to = end == 0 ? 0 : ends[end - 1];
  if (from > to || to > columns.bytes.size()) return false;
  out.bytes.assign(columns.bytes.substr(from, to - from));
  for (std::size_t i = begin; i < end; ++i) out.ends.push_back(ends[i] - from);
  return std::is_sorted(out.ends.begin(), out.ends.end());
}

inline Found get_column(const Store& store, std::string_view name, std::size_t count, ChunkedText& out) {
  for (std::size_t piece = 0; piece * kPieceSize < count; ++piece) {
    const std::size_t here = std::min(kPieceSize, count - piece * kPieceSize);
    const bool found = get(store, piece_name(name, piece), kTexts, [&](const codec::ColumnsView& columns) {
      if (columns.count < here || columns.count > kPieceSize) return false;
      for (std::size_t begin = 0; begin < here; begin += kChunkSize) {
        ChunkedText::Chunk chunk;
        if (!read_texts(columns, begin, std::min(begin + kChunkSize, here), chunk)) return false;
        out.append_chunk(std::move(chunk));
      }
      return true;
    });
    if (!found) return false;
  }
  return true;
}

inline Found get_table(const Store& store, const std::string& name, std::size_t count, TextTable& out) {
  return get(store, name, kTexts, [&](const codec::ColumnsView& columns) {
    ChunkedText::Chunk texts;
    if (!read_texts(columns, 0, count, texts)) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t from = i == 0 ? 0 : texts.ends[i - 1];
      out.add(std::string_view(texts.bytes).substr(from, texts.ends[i] - from));
    }
    return out.size() == count;
  });
}

/// A large array in slices of kSlice entries.
inline constexpr std::size_t kSlice = 250'000;

template <class T>
Result<void> put_slices(Store& store, std::string_view name, Layout layout, const std::vector<T>& entries) {
  for (std::size_t begin = 0, piece = 0; begin < entries.size(); begin += kSlice, ++piece) {
    const std::size_t count = std::min(kSlice, entries.size() - begin);
    const std::string_view bytes(reinterpret_cast<const char*>(entries.data() + begin), count * sizeof(T));
    TALENTFLOW_TRY(put(store, piece_name(name, piece), {layout, count, bytes, {}, {}}));
  }
  return {};
}

template <class T>
Found get_slices(const Store& store, std::string_view name, Layout layout, std::size_t count,
                 std::vector<T>& out) {
  out.clear();
  out.reserve(count);
  for (std::size_t begin = 0, piece = 0; begin < count; begin += kSlice, ++piece) {
    const std::size_t here = std::min(kSlice, count - begin);
    const bool found = get(store, piece_name(name, piece), layout, [&](const codec::ColumnsView& columns) {
      if (columns.count != here || columns.entries.size() != here * sizeof(T)) return false;
      append_entries(columns, 0, here, out);
      return true;
    });
    if (!found) return false;
  }
  return true;
}

}  // namespace talentflow::graph::kept
