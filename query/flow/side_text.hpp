// The sides, rules and readings of an answer in words: an answer without its rules is not an answer.
#pragma once

#include <string>

#include "graph/flow/question.hpp"
#include "graph/reading.hpp"
#include "graph/view.hpp"
#include "query/flow/syntax.hpp"

namespace talentflow::query {

std::string role_name(RoleClass role);
/// "China = CN", "Alibaba with all its parts as of the date"
std::string side_text(const graph::View& view, const flow_syntax::Group& syntax, const graph::Side& side);
/// Says on which side HK, MO and TW are counted where China is named without them.
void add_side_notes(const graph::Question& question, std::string& first, std::string& second);
std::string rules_text(const graph::Question& question);
std::string location_text(graph::Location location);
std::string reading_text(const graph::View& view, const graph::Reading& reading);

}  // namespace talentflow::query
