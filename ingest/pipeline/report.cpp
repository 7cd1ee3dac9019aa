#include <cstdio>

#include "ingest/pipeline/pipeline.hpp"

namespace talentflow::ingest {
namespace {

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace

std::string Report::text() const {
  char seconds_text[32];
  std::snprintf(seconds_text, sizeof seconds_text, "%.2f s", seconds);
  std::string out = "read " + counted(records, "record", "records") + " in " + seconds_text + ": " +
                    counted(added, "claim", "claims") + " added, " + std::to_string(known) +
                    " known already, " + std::to_string(rejected) + " rejected, " +
                    counted(new_entities, "new entity", "new entities");
  if (links > 0) out += ", " + counted(links, "name", "names") + " linked";
  if (reviews > 0) out += ", " + counted(reviews, "name", "names") + " to review";
  out += '\n';
  if (added == 0 && known > 0) out += "nothing new: everything readable here was stored before\n";
  for (const auto& line : first_rejects)
    out += line.input + (line.line == 0 ? "" : ":" + std::to_string(line.line)) +
           ": rejected: " + line.reason + "\n";
  if (rejected > first_rejects.size())
    out += ".. and " + std::to_string(rejected - first_rejects.size()) + " more rejected\n";
  if (!rejects_path.empty()) out += "rejected lines are in " + rejects_path + "\n";
  return out;
}

}  // namespace talentflow::ingest
