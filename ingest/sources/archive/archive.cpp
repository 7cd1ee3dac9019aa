// The archive is a stream of files; each is a ByteSource for an adapter of the table, picked by the file's
// content as the pipeline picks it for a file on disk. libarchive is known to this file alone.
//
// Nothing is written to disk, so a path inside cannot escape; one that tries ("../", "/etc/..") is refused
// all the same, since its name would go into messages and sources. An archive inside an archive is passed
// over. A file that nobody recognises, or that breaks off, is rejected by its name, and the next one is read.
#include "ingest/sources/archive/archive.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <simdjson.h>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/bytes/charset.hpp"
#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::size_t kBlock = 128 << 10;
constexpr std::size_t kHead = 64 << 10;
constexpr std::uint64_t kFreeBytes = 16 << 20;

/// libarchive reads names by the thread's locale; the program's own, "C", knows no letters beyond ASCII.
class Utf8Locale {
 public:
  Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_ != nullptr) before_ = uselocale(utf8_);
  }
  ~Utf8Locale() {
    if (utf8_ == nullptr) return;
    uselocale(before_);
    freelocale(utf8_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t utf8_, before_{};
};

/// The archive as libarchive pulls it from a ByteSource.
class Reader {
 public:
  Reader(ByteSource& source, ArchiveLimits limits)
      : source_(source), limits_(limits), archive_(archive_read_new()), block_(kBlock) {
    archive_read_support_format_tar(archive_);
    archive_read_support_format_zip_streamable(archive_);
    archive_read_support_filter_none(archive_);
    archive_read_open(archive_, this, nullptr, pull, nullptr);
  }
  ~Reader() { archive_read_free(archive_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The next regular file's path; nullopt at the end.
  Result<std::optional<std::string>> next_file() {
    const Utf8Locale locale;
    for (;;) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(archive_, &entry);
      if (code == ARCHIVE_EOF) return std::optional<std::string>();
      if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return broken();
      if (++entries_ > limits_.entries)
        return make_error(ErrorCode::budget, source_.name(),
                          "the archive holds more than " + std::to_string(limits_.entries) + " files");
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      const char* const path = archive_entry_pathname_utf8(entry);
      const char* const raw = path != nullptr ? path : archive_entry_pathname(entry);
      entry_bytes_ = 0;
      return std::optional<std::string>(raw != nullptr ? raw : "");
    }
  }

  /// Bytes of the current file.
  Result<std::size_t> read(char* buffer, std::size_t size) {
    const la_ssize_t got = archive_read_data(archive_, buffer, size);
    if (got < 0) return broken();
    entry_bytes_ += static_cast<std::uint64_t>(got);
    unpacked_ += static_cast<std::uint64_t>(got);
    if (entry_bytes_ > limits_.entry_bytes)
      return make_error(
          ErrorCode::budget, source_.name(),
          "a file of the archive unpacks to more than " + std::to_string(limits_.entry_bytes) + " bytes");
    if (unpacked_ > kFreeBytes && unpacked_ / limits_.ratio > packed_)
      return make_error(
          ErrorCode::budget, source_.name(),
          "the archive unpacks to more than " + std::to_string(limits_.ratio) + " times its size");
    return static_cast<std::size_t>(got);
  }

  ByteSource& source() { return source_; }

 private:
  static la_ssize_t pull(archive* handle, void* self, const void** block) {
    auto& reader = *static_cast<Reader*>(self);
    auto got = reader.source_.read(reader.block_.data(), reader.block_.size());
    if (!got) {
      reader.failure_ = got.error();
      archive_set_error(handle, EIO, "%s", got.error().message.c_str());
      return -1;
    }
    reader.packed_ += *got;
    *block = reader.block_.data();
    return static_cast<la_ssize_t>(*got);
  }

  Error broken() const {
    if (failure_) return *failure_;
    const char* const why = archive_error_string(archive_);
    return make_error(
        ErrorCode::invalid_input, source_.name(),
        std::string("the archive cannot be read on: ") + (why != nullptr ? why : "unknown damage"));
  }

  ByteSource& source_;
  ArchiveLimits limits_;
  archive* archive_;
  std::vector<char> block_;
  std::optional<Error> failure_;
  std::uint64_t entries_ = 0, entry_bytes_ = 0, unpacked_ = 0, packed_ = 0;
};

class FileInside final : public ByteSource {
 public:
  FileInside(Reader& reader, std::string name) : reader_(reader), name_(std::move(name)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override { return reader_.read(buffer, size); }
  const std::string& name() const override { return name_; }
  std::uint64_t consumed() const override { return reader_.source().consumed(); }
  std::uint64_t size() const override { return reader_.source().size(); }

 private:
  Reader& reader_;
  std::string name_;
};

/// "../x", "/x", "a/../../x", and names that messages could not show.
bool safe(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.size() > 4096) return false;
  if (!simdjson::validate_utf8(path.data(), path.size())) return false;
  if (std::any_of(path.begin(), path.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; }))
    return false;
  while (!path.empty()) {
    const auto cut = path.find('/');
    if (path.substr(0, cut) == "..") return false;
    if (cut == std::string_view::npos) break;
    path.remove_prefix(cut + 1);
  }
  return true;
}

/// What systems put beside the files: ".DS_Store", "__MACOSX/..". Passed over, as in directories.
bool hidden(std::string_view path) {
  for (const auto part : split(path, '/'))
    if (part == "__MACOSX" || (part.size() > 1 && part.front() == '.' && part != "..")) return true;
  return false;
}

const AdapterEntry* recognise(std::string_view name, std::string_view head) {
  const AdapterEntry* best = nullptr;
  int best_score = 0;
  for (const auto& entry : adapter_table())
    if (const int score = entry.sniff(name, head); score > best_score) {
      best = &entry;
      best_score = score;
    }
  return best;
}

class Archive final : public Adapter {
 public:
  Archive(AdapterInput input, ArchiveLimits limits)
      : input_(std::move(input)), reader_(input_.bytes, limits) {}

  Result<bool> next(Record& record) override {
    for (;;) {
      if (inner_ == nullptr) {
        auto opened = open_next();
        if (!opened || !*opened) return opened;
        if (inner_ == nullptr) continue;
      }
      auto more = inner_->next(record);
      if (more && *more) {
        record.raw = file_ + (record.raw.empty() ? "" : ": " + record.raw);
        return true;
      }
      inner_.reset();
      if (more) continue;
      if (more.error().code == ErrorCode::budget || more.error().code == ErrorCode::io) return more;
      reject(0, more.error().text(), "");
    }
  }

 private:
  /// False at the end of the archive. `inner_` stays empty where a file is passed over.
  Result<bool> open_next() {
    auto path = reader_.next_file();
    if (!path) return path.error();
    if (!path->has_value()) return false;
    file_ = **path;
    if (!safe(file_)) {
      reject(0, "the path leads out of the archive or cannot be shown; the file is passed over", "");
      return true;
    }
    if (hidden(file_)) return true;
    auto plain = utf16_as_utf8(std::make_unique<FileInside>(reader_, file_));
    if (!plain) return plain.error();
    bytes_ = std::make_unique<PeekSource>(plain.take());
    auto head = bytes_->head(kHead);
    if (!head) return head.error();
    if (head->empty()) return true;
    const AdapterEntry* const entry = recognise(file_, *head);
    if (entry == nullptr || entry->open == open_archive) {
      reject(
          0,
          entry == nullptr ? "no adapter recognises the file" : "an archive inside an archive is passed over",
          "");
      return true;
    }
    auto opened = entry->open(
        {*bytes_, input_.lexicon,
         [this](Reject inner) { reject(inner.line, std::move(inner.reason), std::move(inner.raw)); },
         input_.options});
    if (opened)
      inner_ = opened.take();
    else
      reject(0, opened.error().text(), "");
    return true;
  }

  void reject(std::uint64_t line, std::string reason, std::string raw) {
    input_.reject({line, file_ + ": " + reason, std::move(raw)});
  }

  AdapterInput input_;
  Reader reader_;
  std::string file_;
  std::unique_ptr<PeekSource> bytes_;
  std::unique_ptr<Adapter> inner_;
};

}  // namespace

int sniff_archive(std::string_view, std::string_view head) {
  const bool tar = head.size() >= 262 && head.substr(257, 5) == "ustar";
  return tar || head.starts_with("PK\x03\x04") ? 98 : 0;
}

int order_archive(std::string_view, std::string_view) { return 1; }

Result<std::unique_ptr<Adapter>> open_archive(AdapterInput input) {
  return open_archive_within(std::move(input), {});
}

Result<std::unique_ptr<Adapter>> open_archive_within(AdapterInput input, ArchiveLimits limits) {
  return std::unique_ptr<Adapter>(std::make_unique<Archive>(std::move(input), limits));
}

}  // namespace talentflow::ingest
