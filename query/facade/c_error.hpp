// From Result and exceptions to the C interface's codes. Every function of talentflow.h that can fail runs
// its work through guard().
#pragma once

#include <exception>
#include <new>
#include <utility>

#include "schema/result.hpp"
#include "talentflow/talentflow.h"

namespace talentflow::query {

/// Fills `out` (which may be NULL) and returns the code.
int report_error(talentflow_error* out, const Error& error) noexcept;

/// Runs `work`, which returns Result<void>; an exception becomes an error of its own.
template <class Work>
int guard(talentflow_error* out, Work&& work) noexcept {
  try {
    const Result<void> result = std::forward<Work>(work)();
    return result.ok() ? TALENTFLOW_OK : report_error(out, result.error());
  } catch (const std::bad_alloc&) {
    return report_error(out, {ErrorCode::budget, "", "memory is exhausted", ""});
  } catch (const std::exception& problem) {
    return report_error(out,
                        {ErrorCode::internal, "", std::string("unexpected failure: ") + problem.what(), ""});
  } catch (...) {
    return report_error(out, {ErrorCode::internal, "", "unexpected failure", ""});
  }
}

/// Copies the options a caller passed, however old the header they were compiled with: fields that their
/// `size` does not reach stay at the default.
template <class Options>
Options read_options(const Options* given, Options defaults) {
  if (given == nullptr) return defaults;
  const auto* from = reinterpret_cast<const unsigned char*>(given);
  auto* to = reinterpret_cast<unsigned char*>(&defaults);
  const std::size_t size = given->size < sizeof(Options) ? given->size : sizeof(Options);
  for (std::size_t i = sizeof(defaults.size); i < size; ++i) to[i] = from[i];
  return defaults;
}

}  // namespace talentflow::query
