// Sources under one reading: who published what, whom a page copies, and how strong a claim is by its grades.
//
// A page's root is the end of its chain of origins; two pages are independent when their roots have different
// publishers. A description of a source that comes later (an origin found out) changes the reading from then
// on.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/career/stint.hpp"
#include "graph/snapshot/descriptions.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"

namespace talentflow::graph {

/// Codes of texts are those of SourceTable::text(); 0 is "not said".
struct SourceRow {
  std::uint32_t publisher = 0, bloc = 0, source_class = 0;
  std::uint32_t origin_text = 0;     ///< as written, when it names no source
  EntityNumber origin = 0;           ///< the source it copies from, 0 = none
  EntityNumber root = 0;             ///< end of the chain of origins, itself when it copies nobody
  std::uint32_t root_publisher = 0;  ///< equal for sources that are not independent; opaque
  char reliability = 0, root_reliability = 0;
  Day seen = kMinDay;  ///< last day of its publication date
};

class SourceTable {
 public:
  /// Reads the sources that `selection`'s statements cite, and their origins. Errors: those of the store.
  static Result<SourceTable> build(const Snapshot& snapshot, const Selection& selection,
                                   const Descriptions& descriptions);

  /// Sources that read claims cite, and their origins.
  const std::vector<EntityNumber>& all() const { return sources_; }
  /// The row of a source; a row without anything for one that no read claim cites.
  const SourceRow& of(EntityNumber source) const;
  const std::string& text(std::uint32_t code) const { return texts_[code]; }
  /// Strength of a claim by its grades and its source's (belief.hpp).
  float strength(const ClaimRow& claim) const;
  /// Equal for claims that are not independent. A claim without a document stands for its load.
  std::uint32_t root_publisher(const ClaimRow& claim) const;
  /// Last day of the page's date, else the day it was recorded; kMinDay when neither is known.
  Day seen(const ClaimRow& claim) const;
  /// Name of the publisher at the root of a source, or its id when the root names none.
  std::string root_publisher_name(EntityNumber source) const;
  /// One entry a source known here: is it in the set?
  bool within(EntityNumber source, const SourceSet& set) const;

 private:
  explicit SourceTable(const Snapshot& snapshot) : snapshot_(&snapshot) { texts_.emplace_back(); }
  Result<void> add(EntityNumber source, const Descriptions& descriptions);
  void find_roots();
  std::uint32_t code(std::string_view text);

  const Snapshot* snapshot_;
  std::vector<std::uint32_t> index_;  ///< by entity, 1 + position in rows_
  std::vector<EntityNumber> sources_;
  std::vector<SourceRow> rows_;
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> codes_;
  std::unordered_map<std::string, std::uint32_t> publishers_;  ///< folded name -> root_publisher code
  std::vector<float>
      graded_;  ///< strengths by root grade, own grade, credibility and rumour; see grade_index()
};

}  // namespace talentflow::graph
