// The objects of a JSON input one after another, without holding the input.
//
// Dumps come in four shapes that differ only between their objects: one object a line, one array of objects,
// one object alone, or an answer of an interface, which wraps its objects:
// {"meta":{..},"results":[{..},{..}]}. The splitter finds where each object begins and ends by counting
// brackets outside of strings, which needs no parser and no memory beyond the object itself; what an object
// says is the parser's matter. An object that is too long is passed over to its end and reported, and reading
// goes on behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/adapter.hpp"
#include "ingest/bytes/read_buffer.hpp"

namespace talentflow::ingest {

struct JsonItemLimits {
  std::size_t item_bytes = 8 << 20;
  std::size_t depth = 256;
};

class JsonItems {
 public:
  /// `wrapper`: the key of wrapped objects, an array or an object of them; empty: none are. It is found where
  /// it begins within the first 256 KiB of the object around it.
  explicit JsonItems(ByteSource& source, JsonItemLimits limits = {}, std::string wrapper = {});

  struct Item {
    std::string_view text;   ///< one object, braces included; valid until the next call
    std::uint64_t line = 0;  ///< 1-based line at which it begins
    std::string problem;     ///< not empty: it cannot be taken, and why; `text` is its beginning
  };
  /// False at the end of the input. Errors are those of the byte source.
  Result<bool> next(Item& item);

 private:
  Result<bool> find_start(Item& item);
  Result<bool> unwrap();
  Result<bool> leave_wrapper();
  Result<bool> pass_key();
  Result<bool> pass_stray_text(Item& item);
  Result<bool> take_object(Item& item);
  std::string too_long() const;

  ByteSource& source_;
  JsonItemLimits limits_;
  ReadBuffer input_;
  std::uint64_t line_ = 1;
  bool started_ = false;
  std::string wrapper_;
  char within_ = '\0';  ///< what closes the wrapper that is open: ']' or '}'; else 0
};

}  // namespace talentflow::ingest
