#include "query/export/atomic_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace talentflow::query {
namespace {

Error io_error(const std::string& path, std::string_view what) {
  return make_error(ErrorCode::io, path, std::string(what) + ": " + std::strerror(errno));
}

/// mkstemp makes files private; an export is as readable as any other file of the user.
void give_usual_mode(int descriptor) {
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(descriptor, 0666 & ~mask);
}

}  // namespace

Result<AtomicFile> AtomicFile::create(std::string path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
    return make_error(ErrorCode::io, path, "is a folder; name a file");
  std::string temporary = path + ".partial-" + std::string(6, 'X');
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0) return io_error(path, "cannot be written");
  give_usual_mode(descriptor);
  return AtomicFile(std::move(path), std::move(temporary), descriptor);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  unlink(temporary_.c_str());
}

Error AtomicFile::failed(std::string_view what) const { return io_error(path_, what); }

Result<void> AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return failed("cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return {};
}

Result<void> AtomicFile::commit() {
  if (fsync(descriptor_) != 0) return failed("cannot be written");
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return failed("cannot be given its name");
  close(std::exchange(descriptor_, -1));
  return {};
}

}  // namespace talentflow::query
