// The logger that the library's parts get: an spdlog logger whose only sink is the caller's function. Nothing
// is registered globally, so a host with an spdlog of its own is not disturbed.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace spdlog {
class logger;
}

namespace talentflow::query {

enum class LogLevel { debug = 1, info = 2, warning = 3, error = 4 };
using LogFunction = std::function<void(LogLevel, const std::string&)>;

/// An empty function gives a logger that drops everything. The function may be called from several threads,
/// never from two at once.
std::shared_ptr<spdlog::logger> make_logger(LogFunction log);

}  // namespace talentflow::query
