// A store in memory with a clock that stands still, for the shipped tables to be read into.
#pragma once

#include <memory>

#include <doctest/doctest.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "graph/store/store.hpp"

namespace talentflow::graph {

inline std::shared_ptr<Store> empty_store() {
  StoreOptions options;
  options.path = ":memory:";
  options.clock = [] { return Instant{1'790'000'000'000'000}; };
  options.logger = std::make_shared<spdlog::logger>("none", std::make_shared<spdlog::sinks::null_sink_mt>());
  auto opened = Store::open(options);
  REQUIRE(opened.ok());
  return opened.take();
}

}  // namespace talentflow::graph
