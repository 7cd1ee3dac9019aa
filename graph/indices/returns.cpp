#include "graph/indices/returns.hpp"

#include <algorithm>
#include <vector>

namespace talentflow::graph {

Returns returns(const View& view, std::span<const SpellAt> spells) {
  const auto organisation = [&](std::uint32_t row) { return view.careers().rows[row].organisation; };
  Returns counts;
  for (std::size_t begin = 0, end = 0; begin < spells.size(); begin = end) {
    bool left = false, returned = false, boomerang = false;
    std::vector<EntityNumber> left_from;
    for (; end < spells.size() && spells[end].person == spells[begin].person; ++end) {
      const SpellAt& spell = spells[end];
      if (left) {
        returned = true;
        const EntityNumber entered = organisation(spell.first_row);
        boomerang = boomerang || std::find(left_from.begin(), left_from.end(), entered) != left_from.end();
      }
      if (!spell.ended) continue;
      left = true;
      left_from.push_back(organisation(spell.last_row));
    }
    counts.left += left ? 1 : 0;
    counts.returned += returned ? 1 : 0;
    counts.boomerangs += boomerang ? 1 : 0;
  }
  return counts;
}

}  // namespace talentflow::graph
