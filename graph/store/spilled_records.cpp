#include "graph/store/spilled_records.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace talentflow::graph {
namespace {

std::uint64_t read_size(const char* bytes) {
  std::uint64_t size = 0;
  std::memcpy(&size, bytes, sizeof size);
  return size;
}

}  // namespace

Error SpilledRecords::file_error() const {
  return make_error(ErrorCode::io, "the temporary directory",
                    std::string(what_) + " cannot be kept: " + std::strerror(errno) + "; free space there");
}

Result<void> SpilledRecords::add(std::string_view record) {
  const std::uint64_t size = record.size();
  char raw[sizeof size];
  std::memcpy(raw, &size, sizeof size);
  memory_.append(raw, sizeof raw).append(record);
  ++count_;
  return memory_.size() > limit_ ? spill() : Result<void>();
}

Result<void> SpilledRecords::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size())
    return file_error();
  memory_.clear();
  return {};
}

Result<void> SpilledRecords::drain(const std::function<Result<void>(std::string_view)>& each) {
  const auto file = std::move(file_);
  const std::string memory = std::exchange(memory_, {});
  count_ = 0;
  std::string bytes;
  if (file) std::rewind(file.get());
  std::uint64_t size = 0;
  while (file && std::fread(&size, sizeof size, 1, file.get()) == 1) {
    bytes.resize(size);
    if (std::fread(bytes.data(), 1, size, file.get()) != size) return file_error();
    TALENTFLOW_TRY(each(bytes));
  }
  if (file && std::ferror(file.get()) != 0) return file_error();
  for (std::string_view rest = memory; !rest.empty();) {
    const std::string_view record = rest.substr(sizeof size, read_size(rest.data()));
    rest.remove_prefix(sizeof size + record.size());
    TALENTFLOW_TRY(each(record));
  }
  return {};
}

}  // namespace talentflow::graph
