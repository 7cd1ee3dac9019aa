// Names that many people have. A common name is no reason to take two for one, however equal it is written.
#pragma once

#include <string_view>

namespace talentflow::graph {

enum class NameFrequency {
  rare,        ///< no common surname in it
  common,      ///< a surname that millions have
  very_common  ///< and a given name as short as a syllable, or as common: Wei Zhang, John Smith
};

/// Of a person's name in any script and order.
NameFrequency name_frequency(std::string_view name);

}  // namespace talentflow::graph
