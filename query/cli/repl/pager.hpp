// Output that does not fit the screen goes through a program that shows it page by page.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace talentflow::cli {

/// $PAGER, else `less -S` where there is a less, else nothing.
std::string default_pager();

/// Holds output back until it is known to fit the screen, or not. One for each answer.
class Pager {
 public:
  /// `width`, `height`: of the screen, in characters; 0: no limit.
  Pager(std::string command, std::uint32_t width, std::uint32_t height)
      : command_(std::move(command)), width_(width), height_(height) {}
  /// Shows what is left and waits until the reader has closed the pager.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  /// Output after the reader has left the pager is dropped.
  void write(std::string_view bytes);

 private:
  bool fits(std::string_view bytes);
  void start();

  std::string command_;
  std::uint32_t width_, height_;
  std::string held_;
  std::uint32_t lines_ = 0;
  std::uint32_t column_ = 0;
  std::FILE* pipe_ = nullptr;
};

}  // namespace talentflow::cli
