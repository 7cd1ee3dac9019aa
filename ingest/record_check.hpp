// What can be said against a record without knowing a store: dates, words, numbers. The pipeline asks before
// it hands a record on, so that a dry run rejects what a load would.
#pragma once

#include <optional>
#include <string>

#include "schema/record.hpp"

namespace talentflow::ingest {

/// The reason why the record cannot be taken, in one sentence that says what to do; nullopt when it can.
std::optional<std::string> find_fault(const Record& record);

}  // namespace talentflow::ingest
