#include "graph/store/store_directory.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "graph/store/store.hpp"

namespace talentflow::graph {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarker = "/TALENTFLOW";
constexpr std::string_view kMarkerText = "talentflow store, format ";

Error system_error(const std::string& path, const std::string& doing) {
  return make_error(ErrorCode::io, path, doing + ": " + std::strerror(errno));
}

class File {
 public:
  File(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  bool ok() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

Result<void> sync_directory(const std::string& path) {
  const File directory(path, O_RDONLY | O_DIRECTORY);
  if (!directory.ok() || ::fsync(directory.number()) != 0)
    return system_error(path, "cannot sync the directory");
  return {};
}

/// The whole text or the old one, also after a power cut.
Result<void> replace_file(const std::string& directory, const std::string& path, std::string_view text) {
  const std::string fresh = path + ".new";
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok()) return system_error(fresh, "cannot write the file");
    if (::write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        ::fsync(file.number()) != 0)
      return system_error(fresh, "cannot write the file");
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) return system_error(path, "cannot replace the file");
  return sync_directory(directory);
}

/// nullopt when there is no such file.
Result<std::optional<std::string>> read_small_file(const std::string& path) {
  const File file(path, O_RDONLY);
  if (!file.ok() && errno == ENOENT) return std::optional<std::string>();
  char buffer[256];
  const ssize_t size = file.ok() ? ::read(file.number(), buffer, sizeof buffer) : -1;
  if (size < 0) return system_error(path, "cannot read the file");
  return std::optional(std::string(buffer, static_cast<std::size_t>(size)));
}

/// "text<number>\n" -> number.
std::optional<std::uint64_t> number_after(std::string_view text, std::string_view head) {
  if (!text.starts_with(head) || !text.ends_with('\n')) return std::nullopt;
  text.remove_prefix(head.size());
  text.remove_suffix(1);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Result<StoreDirectory::State> StoreDirectory::state() const {
  std::error_code error;
  const auto status = fs::status(path_, error);
  if (status.type() == fs::file_type::not_found) return State::absent;
  if (error) return make_error(ErrorCode::io, path_, "cannot look at it: " + error.message());
  if (!fs::is_directory(status))
    return make_error(ErrorCode::format, path_, "is a file; a store is a directory, so name another path");
  const auto marker = read_small_file(path_ + std::string(kMarker));
  if (!marker.ok()) return marker.error();
  if (!*marker) {
    const bool empty = fs::is_empty(path_, error);
    if (error) return make_error(ErrorCode::io, path_, "cannot look into it: " + error.message());
    if (empty) return State::empty;
    return make_error(ErrorCode::format, path_,
                      "is a directory of something else, not a talentflow store; name another path");
  }
  const auto format = number_after(**marker, kMarkerText);
  if (!format)
    return make_error(ErrorCode::damaged, path_ + std::string(kMarker),
                      "is not readable; restore a backup of the store");
  if (*format > kFormatVersion)
    return make_error(ErrorCode::format, path_,
                      "is a store of format " + std::to_string(*format) + ", and this program reads up to " +
                          std::to_string(kFormatVersion) + "; use a newer program");
  return State::store;
}

Result<void> StoreDirectory::create(const std::function<Result<void>(const std::string&)>& fill) const {
  fs::path wanted(path_);
  if (!wanted.has_filename()) wanted = wanted.parent_path();
  const StoreDirectory fresh(wanted.string() + ".new." + std::to_string(::getpid()));
  std::error_code error;
  fs::remove_all(fresh.path(), error);
  const auto undo = [&](Error failure) {
    fs::remove_all(fresh.path(), error);
    return failure;
  };
  if (!fs::create_directory(fresh.path(), error) || !fs::create_directory(fresh.incoming(), error) ||
      !fs::create_directory(fresh.rocks(), error))
    return undo(make_error(ErrorCode::io, path_, "cannot make the store's directory: " + error.message()));
  if (auto filled = fill(fresh.rocks()); !filled.ok()) return undo(filled.error());
  const std::string marker = std::string(kMarkerText) + std::to_string(kFormatVersion) + "\n";
  if (auto written = replace_file(fresh.path(), fresh.path() + std::string(kMarker), marker); !written.ok())
    return undo(written.error());
  if (::rename(fresh.path().c_str(), wanted.c_str()) != 0)
    return undo(system_error(path_, "cannot put the new store in its place"));
  const fs::path parent = wanted.has_parent_path() ? wanted.parent_path() : fs::path(".");
  return sync_directory(parent.string());
}

Result<void> StoreDirectory::clear_incoming() const {
  std::error_code error;
  fs::remove_all(incoming(), error);
  fs::create_directory(incoming(), error);
  if (error) return make_error(ErrorCode::io, incoming(), "cannot be emptied: " + error.message());
  return {};
}

Result<void> StoreDirectory::write_last_commit(std::uint64_t sequence) const {
  return replace_file(path_, path_ + "/last_commit", std::to_string(sequence) + "\n");
}

Result<std::uint64_t> StoreDirectory::last_commit() const {
  const std::string path = path_ + "/last_commit";
  const auto text = read_small_file(path);
  if (!text.ok()) return text.error();
  if (!*text) return std::uint64_t{0};
  const auto number = number_after(**text, "");
  if (!number)
    return make_error(ErrorCode::damaged, path, "is not readable; restore a backup, or open with --recover");
  return *number;
}

std::uint64_t StoreDirectory::bytes() const {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(path_, error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code gone;  // a file may vanish while we look: a compaction removed it
    const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

Result<DirectoryLock> DirectoryLock::take(const StoreDirectory& directory) {
  const std::string path = directory.lock_file();
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return system_error(path, "cannot open the lock");
  DirectoryLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK)
    return make_error(
        ErrorCode::locked, directory.path(),
        "the store is locked by another process that writes; wait until it is done, or open it for reading");
  return system_error(path, "cannot take the lock");
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
DirectoryLock::~DirectoryLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace talentflow::graph
