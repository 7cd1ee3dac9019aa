// The two halves of what is said of studies: by verbs (rules_education.cpp) and by the nouns of degrees.
#pragma once

#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

/// "after a PhD at Y", "as an undergraduate at Y" (rules_degrees.cpp); find_studies calls it.
void find_degrees(RuleEngine& engine);

}  // namespace talentflow::ingest::text
