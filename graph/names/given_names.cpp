#include "graph/names/given_names.hpp"

#include <array>

namespace talentflow::graph {
namespace {

struct Forms {
  std::string_view full;
  std::array<std::string_view, 3> short_forms;
};

constexpr auto kForms = std::to_array<Forms>({
    {"abigail", {"abby"}},
    {"alexander", {"alex", "sasha"}},
    {"alexandra", {"alex", "sasha"}},
    {"andrew", {"andy", "drew"}},
    {"anthony", {"tony"}},
    {"benjamin", {"ben"}},
    {"catherine", {"cate", "cathy"}},
    {"charles", {"charlie"}},
    {"christopher", {"chris"}},
    {"daniel", {"dan", "danny"}},
    {"david", {"dave"}},
    {"edward", {"ed", "ted"}},
    {"elizabeth", {"liz", "beth"}},
    {"frederick", {"fred"}},
    {"gabriel", {"gabe"}},
    {"gregory", {"greg"}},
    {"jacob", {"jake"}},
    {"james", {"jim", "jamie"}},
    {"jeffrey", {"jeff"}},
    {"jennifer", {"jen", "jenny"}},
    {"jonathan", {"jon"}},
    {"joseph", {"joe"}},
    {"joshua", {"josh"}},
    {"katherine", {"kate", "kathy"}},
    {"kenneth", {"ken"}},
    {"lawrence", {"larry"}},
    {"matthew", {"matt"}},
    {"maximilian", {"max"}},
    {"michael", {"mike"}},
    {"nathaniel", {"nate"}},
    {"nicholas", {"nick"}},
    {"patrick", {"pat"}},
    {"peter", {"pete"}},
    {"philip", {"phil"}},
    {"rebecca", {"becca"}},
    {"richard", {"rick", "dick"}},
    {"robert", {"rob", "bob"}},
    {"ronald", {"ron"}},
    {"samuel", {"sam"}},
    {"sebastian", {"seb"}},
    {"stephen", {"steve"}},
    {"steven", {"steve"}},
    {"susan", {"sue"}},
    {"theodore", {"ted", "theo"}},
    {"thomas", {"tom"}},
    {"timothy", {"tim"}},
    {"urszula", {"ula"}},
    {"victoria", {"vicky"}},
    {"william", {"will", "bill"}},
    {"zachary", {"zach", "zack"}},
});

}  // namespace

std::vector<std::string_view> other_forms(std::string_view given) {
  std::vector<std::string_view> forms;
  for (const Forms& row : kForms)
    for (const std::string_view short_form : row.short_forms) {
      if (short_form.empty()) continue;
      if (given == row.full) forms.push_back(short_form);
      if (given == short_form) forms.push_back(row.full);
    }
  return forms;
}

}  // namespace talentflow::graph
