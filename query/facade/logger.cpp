#include "query/facade/logger.hpp"

#include <mutex>

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/null_sink.h>

namespace talentflow::query {
namespace {

LogLevel level_of(spdlog::level::level_enum level) {
  switch (level) {
    case spdlog::level::trace:
    case spdlog::level::debug:
      return LogLevel::debug;
    case spdlog::level::info:
      return LogLevel::info;
    case spdlog::level::warn:
      return LogLevel::warning;
    default:
      return LogLevel::error;
  }
}

class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit FunctionSink(LogFunction log) : log_(std::move(log)) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    log_(level_of(message.level), std::string(message.payload.data(), message.payload.size()));
  }
  void flush_() override {}

 private:
  LogFunction log_;
};

}  // namespace

std::shared_ptr<spdlog::logger> make_logger(LogFunction log) {
  if (!log)
    return std::make_shared<spdlog::logger>("talentflow", std::make_shared<spdlog::sinks::null_sink_mt>());
  auto logger =
      std::make_shared<spdlog::logger>("talentflow", std::make_shared<FunctionSink>(std::move(log)));
  logger->set_level(spdlog::level::debug);
  return logger;
}

}  // namespace talentflow::query
