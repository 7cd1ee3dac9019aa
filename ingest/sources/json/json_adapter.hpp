// An adapter whose input is a sequence of JSON objects and whose reading is one function.
#pragma once

#include <functional>
#include <memory>

#include "ingest/adapter.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/json/json_view.hpp"

namespace talentflow::ingest {

/// Reads one object into the sink.
using JsonReading = std::function<void(const JsonView& object, Sink& sink)>;

/// `wrapper`: the name of the array, or object of objects, in which an interface wraps its answers
/// ("results", "entities"); an object that has it is opened up and each inside is read. Empty: none.
std::unique_ptr<Adapter> json_adapter(AdapterInput input, std::string wrapper, JsonReading reading);

/// Whether a JSON text's beginning has the key written before a colon. For sniffing: the text may be cut
/// anywhere.
bool has_key(std::string_view head, std::string_view key);
/// The beginning of a JSON input from its first bracket; empty when it is no JSON.
std::string_view json_begin(std::string_view head);

}  // namespace talentflow::ingest
