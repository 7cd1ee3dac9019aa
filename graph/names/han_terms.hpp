// Names of organisations in Chinese words, in English words: 浙江大学 is Zhejiang University.
//
// Chinese names of universities, institutes and offices are put together from a place or a field and a kind
// of organisation. Where every part of a name is known it has one English reading, which is one more key to
// find it by (normalise.hpp). Names that are names (华为) are not translated.
#pragma once

#include <string>
#include <string_view>

namespace talentflow::graph {

/// `name` in Simplified characters. Empty when some part of it is not known.
std::string english_of_han(std::string_view name);

}  // namespace talentflow::graph
