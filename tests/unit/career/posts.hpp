// From the slow reference's stints to graph/career's posts. Groups are single letters, coded in alphabetical
// order.
#pragma once

#include <string>
#include <vector>

#include "graph/career/moves.hpp"
#include "tests/reference/slow_flow.hpp"

namespace talentflow::graph {

inline GroupCode group_code(const std::string& name) { return static_cast<GroupCode>(name.front()); }
inline std::string group_name(GroupCode code) { return std::string(1, static_cast<char>(code)); }

inline DayRange day_range(reference::Range range) {
  return {static_cast<Day>(range.first), static_cast<Day>(range.second)};
}

inline std::vector<Post> posts_of(const std::vector<reference::Stint>& stints) {
  std::vector<Post> posts;
  for (const auto& stint : stints) {
    Post post;
    post.group = post.tie = group_code(stint.group);
    post.row = static_cast<std::uint32_t>(posts.size());
    post.start_known = stint.start.has_value();
    post.end_known = stint.end.has_value();
    if (stint.start) post.start = day_range(*stint.start);
    if (stint.end) post.end = day_range(*stint.end);
    post.held = static_cast<Day>(stint.held);
    posts.push_back(post);
  }
  return posts;
}

inline Rules rules_of(const reference::Options& options) {
  Rules rules;
  rules.gap = static_cast<std::int32_t>(options.gap);
  rules.overlap = static_cast<std::int32_t>(options.overlap);
  rules.min_stay = static_cast<std::int32_t>(options.min_stay);
  rules.carry = static_cast<std::int32_t>(options.carry);
  if (options.concurrent == "ON ARRIVAL") rules.concurrent = Concurrent::on_arrival;
  if (options.concurrent == "EXCLUDE") rules.concurrent = Concurrent::exclude;
  if (options.dates == "MIDPOINT") rules.dates = DateSpread::midpoint;
  return rules;
}

}  // namespace talentflow::graph
