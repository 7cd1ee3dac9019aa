// Bytes of another character set as UTF-8. iconv (of the C library) is known to charset.cpp alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/adapter.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

/// U+FFFD, which stands where bytes are no character of their set.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Converts a stream piece by piece. One thread at a time.
class Transcoder {
 public:
  /// `charset` by its name on the web ("gb2312" means GB18030, "iso-8859-1" means windows-1252), in any case.
  /// Errors: invalid_input (no such character set).
  static Result<std::unique_ptr<Transcoder>> from(std::string_view charset);
  ~Transcoder();
  Transcoder(const Transcoder&) = delete;
  Transcoder& operator=(const Transcoder&) = delete;

  /// Appends `bytes` to `out` as UTF-8. A character cut off at the end waits for the next piece; with `last`
  /// it becomes U+FFFD, as does every byte that is no character.
  void convert(std::string_view bytes, bool last, std::string& out);

 private:
  explicit Transcoder(void* handle) : handle_(handle) {}
  void* handle_;
  std::string waiting_;
};

/// Valid UTF-8: itself; else with U+FFFD for every byte that is part of no character.
std::string repaired_utf8(std::string_view text);

/// Whether a name stands for UTF-8 (or for ASCII, which is part of it).
bool is_utf8(std::string_view charset);

/// `inner` as UTF-8. `inner` must outlive it.
std::unique_ptr<ByteSource> transcoded(ByteSource& inner, std::unique_ptr<Transcoder> transcoder);

/// A source that begins with the byte order mark of UTF-16 as UTF-8; any other as it is.
/// Errors: those of reading its beginning.
Result<std::unique_ptr<ByteSource>> utf16_as_utf8(std::unique_ptr<ByteSource> inner);

}  // namespace talentflow::ingest
