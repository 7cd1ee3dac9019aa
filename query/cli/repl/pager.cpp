#include "query/cli/repl/pager.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <unistd.h>

#include "query/cli/repl/text_width.hpp"
#include "query/cli/signals.hpp"
#include "query/cli/terminal.hpp"

namespace talentflow::cli {

std::string default_pager() {
  if (const char* named = std::getenv("PAGER"); named != nullptr) return named;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((std::filesystem::path(folder) / "less").c_str(), X_OK) == 0) return "less -S";
  return {};
}

Pager::~Pager() {
  if (pipe_ == nullptr) {
    std::fwrite(held_.data(), 1, held_.size(), stdout);
    std::fflush(stdout);
    return;
  }
  ::pclose(pipe_);
  std::signal(SIGPIPE, SIG_DFL);
  take_interrupt();  // Ctrl-C was meant for the pager
}

/// Follows the lines; the prompt behind the output needs one line too.
bool Pager::fits(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    column_ += static_cast<std::uint32_t>(text_width(bytes.substr(at, end - at)));
    if (width_ > 0 && column_ > width_) return false;
    if (end < bytes.size()) {
      ++lines_;
      column_ = 0;
    }
    at = end + 1;
  }
  return height_ == 0 || lines_ + 1 < height_;
}

void Pager::start() {
  std::fflush(stdout);
  std::signal(SIGPIPE, SIG_IGN);  // the reader may leave before the end
  pipe_ = ::popen(command_.c_str(), "w");
  if (pipe_ == nullptr) {  // then at least everything at once
    command_.clear();
    width_ = height_ = 0;
  }
}

void Pager::write(std::string_view bytes) {
  if (pipe_ == nullptr) {
    held_ += bytes;
    if (fits(bytes)) return;
    start();
    if (pipe_ == nullptr) return;
    bytes = held_;
  }
  std::fwrite(bytes.data(), 1, bytes.size(), pipe_);
}

}  // namespace talentflow::cli
