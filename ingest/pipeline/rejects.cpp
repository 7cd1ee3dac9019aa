#include "ingest/pipeline/rejects.hpp"

#include <cerrno>
#include <cstring>

#include "ingest/csv/csv_reader.hpp"

namespace talentflow::ingest {

Error RejectsFile::failed() const {
  return make_error(ErrorCode::io, path_,
                    std::string("the rejects file cannot be written: ") + std::strerror(errno) +
                        "; name another with --rejects");
}

Result<void> RejectsFile::write(const RejectedLine& line) {
  if (path_.empty()) return {};
  if (file_ == nullptr) {
    file_.reset(std::fopen(path_.c_str(), "wb"));
    if (file_ == nullptr) return failed();
    buffer_ = "input,line,reason,raw\n";
  }
  append_csv_field(buffer_, line.input);
  buffer_ += ',';
  buffer_ += std::to_string(line.line);
  buffer_ += ',';
  append_csv_field(buffer_, line.reason);
  buffer_ += ',';
  append_csv_field(buffer_, line.raw);
  buffer_ += '\n';
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) return failed();
  buffer_.clear();
  return {};
}

Result<void> RejectsFile::close() {
  if (file_ != nullptr && std::fflush(file_.get()) != 0) return failed();
  return {};
}

}  // namespace talentflow::ingest
