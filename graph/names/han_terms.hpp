// Names of organisations in Chinese words, in English words: 浙江大学 is Zhejiang University.
//
// Chinese names of universities, institutes and offices are put together from a place or a field and a kind
// of organisation. Where every part of a name is known it has one English reading, which is one more key to
// find it by (normalise.hpp). Names that are names (字节跳动, ByteDance) cannot be translated: those that a
// page gives in both scripts are a table, datasets/vocabulary/organisation_names.csv.
#pragma once

#include <string>
#include <string_view>

namespace talentflow::graph {

/// `name` in Simplified characters, without legal form. Empty when some part of it is not known. Thread-safe.
std::string english_of_han(std::string_view name);

}  // namespace talentflow::graph
