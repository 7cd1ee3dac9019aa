#include "ingest/bytes/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/bytes/charset.hpp"
#include "ingest/bytes/unpack.hpp"

namespace talentflow::ingest {
namespace {

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::string path, std::uint64_t size)
      : descriptor_(descriptor), path_(std::move(path)), size_(size) {}
  ~FileSource() override { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) {
        consumed_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR)
        return make_error(ErrorCode::io, path_, std::string("cannot be read: ") + std::strerror(errno));
    }
  }
  const std::string& name() const override { return path_; }
  std::uint64_t consumed() const override { return consumed_; }
  std::uint64_t size() const override { return size_; }

 private:
  int descriptor_;
  std::string path_;
  std::uint64_t size_;
  std::uint64_t consumed_ = 0;
};

class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size() - position_);
    if (count > 0) std::memcpy(buffer, bytes_.data() + position_, count);
    position_ += count;
    return count;
  }
  const std::string& name() const override { return name_; }
  std::uint64_t consumed() const override { return position_; }
  std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string name_;
  std::string bytes_;
  std::size_t position_ = 0;
};

/// No lines at all are JSON lines too: the empty graph. In every other format an empty file is a slip.
bool may_be_empty(std::string_view path) { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path, const ByteLimits& limits) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) return make_error(ErrorCode::not_found, path, "no such file or directory");
    return make_error(ErrorCode::io, path, std::string("cannot be opened: ") + std::strerror(errno));
  }
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return make_error(ErrorCode::invalid_input, path, "is a directory where a file is needed");
  }
  const bool regular = S_ISREG(status.st_mode);
  if (regular && status.st_size == 0 && !may_be_empty(path)) {
    ::close(descriptor);
    return make_error(ErrorCode::invalid_input, path, "the file is empty; there is nothing to read");
  }
  auto file = std::make_unique<PeekSource>(std::make_unique<FileSource>(
      descriptor, path, regular ? static_cast<std::uint64_t>(status.st_size) : 0));
  auto head = file->head(8);
  if (!head) return head.error();
  const Packing packing = packing_of(*head);
  if (packing == Packing::none) return utf16_as_utf8(std::move(file));
  return utf16_as_utf8(unpack(std::move(file), packing, limits));
}

std::unique_ptr<ByteSource> memory_source(std::string name, std::string bytes) {
  return std::make_unique<MemorySource>(std::move(name), std::move(bytes));
}

Result<std::string_view> PeekSource::head(std::size_t size) {
  while (head_.size() < size) {
    const std::size_t before = head_.size();
    head_.resize(size);
    auto got = inner_->read(head_.data() + before, size - before);
    head_.resize(before + (got ? *got : 0));
    if (!got) return got.error();
    if (*got == 0) break;
  }
  return std::string_view(head_).substr(0, size);
}

Result<std::size_t> PeekSource::read(char* buffer, std::size_t size) {
  if (given_ == head_.size()) return inner_->read(buffer, size);
  const std::size_t count = std::min(size, head_.size() - given_);
  std::memcpy(buffer, head_.data() + given_, count);
  given_ += count;
  return count;
}

Result<std::string> read_all(ByteSource& source, std::size_t limit) {
  std::string out;
  constexpr std::size_t kStep = 64 << 10;
  for (;;) {
    const std::size_t before = out.size();
    out.resize(before + kStep);
    auto got = source.read(out.data() + before, kStep);
    if (!got) return got.error();
    out.resize(before + *got);
    if (*got == 0) return out;
    if (out.size() > limit)
      return make_error(ErrorCode::budget, source.name(),
                        "is larger than the " + std::to_string(limit >> 20) +
                            " MiB that a document of this format may have");
  }
}

}  // namespace talentflow::ingest
