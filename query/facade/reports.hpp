// What the store and the pipeline report, as tables: so that lists come out like answers, in every format.
#pragma once

#include <string>
#include <vector>

#include "graph/identity/decisions.hpp"
#include "graph/store/store.hpp"
#include "ingest/pipeline/pipeline.hpp"
#include "query/engine.hpp"

namespace talentflow::query {

SideTable info_table(const std::string& path, const graph::StoreInfo& info, const graph::View& view);
SideTable findings_table(const std::vector<graph::Finding>& findings);
SideTable loads_table(const std::vector<graph::LoadInfo>& loads);
/// A row for each candidate of each open question.
SideTable reviews_table(const graph::View& view, const std::vector<graph::OpenReview>& reviews);
SideTable decided_table(const graph::Decided& decided, const std::string& author);
SideTable report_table(const ingest::Report& report);
SideTable rejects_table(const ingest::Report& report);
/// Files passed over, inputs that ended early.
SideTable notes_table(const ingest::Report& report);
SideTable adapters_table();

}  // namespace talentflow::query
